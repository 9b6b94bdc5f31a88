package dev.drydock.example.spark;

import static org.apache.spark.sql.functions.col;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/// Reads projects and checks them where they were read: a row a project, as [Check#SCHEMA] has it.
final class Projects {

    private Projects() {}

    /// The projects of a directory of `.tar` files; one is named as its file without `.tar`.
    static Dataset<Row> ofTars(SparkSession spark, String directory) {
        return spark.read()
                .format("binaryFile")
                .option("pathGlobFilter", "*.tar")
                .load(directory)
                .select("path", "content")
                .map(
                        (MapFunction<Row, Row>) row -> Check.tar(name(row.getString(0)), row.getAs(1)),
                        Encoders.row(Check.SCHEMA));
    }

    private static String name(String uri) {
        String file =
                URLDecoder.decode(uri.substring(uri.lastIndexOf('/') + 1).replace("+", "%2B"), StandardCharsets.UTF_8);
        return file.substring(0, file.length() - ".tar".length());
    }

    /// The projects of a Parquet table with the columns `project`, `path` and `content`, a row a file in any order.
    /// A file whose content does not matter may have none.
    static Dataset<Row> ofTable(SparkSession spark, String directory) {
        return spark.read()
                .parquet(directory)
                .select(col("project"), col("path"), col("content").cast("binary"))
                .groupByKey((MapFunction<Row, String>) row -> row.getString(0), Encoders.STRING())
                .mapGroups((MapGroupsFunction<String, Row, Row>) Projects::ofRows, Encoders.row(Check.SCHEMA));
    }

    private static Row ofRows(String project, Iterator<Row> rows) {
        var files = new TreeMap<String, byte[]>();
        while (rows.hasNext()) {
            Row row = rows.next();
            files.put(row.getString(1), row.isNullAt(2) ? new byte[0] : row.getAs(2));
        }
        return Check.files(project, files);
    }
}
