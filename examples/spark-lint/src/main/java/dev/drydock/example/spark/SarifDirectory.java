package dev.drydock.example.spark;

import java.io.IOException;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.UUID;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;

/// Where the SARIF files come, on whatever file system the URI names.
///
/// @param uri the directory; it is made where it is missing
/// @param hadoop how the driver reaches its file systems
record SarifDirectory(String uri, SerializableConfiguration hadoop) implements Serializable {

    /// Writes a file a row of project and report. Each is written beside its place and then moved there, so nobody
    /// reads half of one, and a task that is tried again, or run twice, replaces it with the same bytes.
    void write(Iterator<Row> reports) throws IOException {
        var directory = new Path(uri);
        FileContext files = FileContext.getFileContext(directory.toUri(), hadoop.value());
        while (reports.hasNext()) {
            Row report = reports.next();
            var beside = new Path(directory, "." + UUID.randomUUID());
            try (var out = files.create(beside, EnumSet.of(CreateFlag.CREATE), Options.CreateOpts.createParent())) {
                out.write(report.getString(1).getBytes(StandardCharsets.UTF_8));
            }
            files.rename(beside, new Path(directory, fileName(report.getString(0))), Options.Rename.OVERWRITE);
        }
    }

    /// The name of a project's file: `a/b` is no directory here, but `a%2Fb.sarif`.
    static String fileName(String project) {
        return URLEncoder.encode(project, StandardCharsets.UTF_8) + ".sarif";
    }
}
