package dev.drydock.example.spark;

import dev.drydock.library.Drydock;
import dev.drydock.library.Snapshot;
import dev.drydock.rule.Finding;
import dev.drydock.rule.Outcome;
import dev.drydock.source.Position;
import dev.drydock.source.Source;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/// Checks one project, and says what came out as a row. Never throws on what is in it.
final class Check {

    private static final StructType FINDING = new StructType()
            .add("rule", DataTypes.StringType, false)
            .add("level", DataTypes.StringType, false)
            .add("file", DataTypes.StringType, false)
            .add("start_line", DataTypes.IntegerType, false)
            .add("start_column", DataTypes.IntegerType, false)
            .add("end_line", DataTypes.IntegerType, false)
            .add("end_column", DataTypes.IntegerType, false)
            .add("message", DataTypes.StringType, false);

    private static final StructType FAULT = new StructType()
            .add("kind", DataTypes.StringType, false)
            .add("where", DataTypes.StringType, false)
            .add("message", DataTypes.StringType, false);

    /// A checked project: its name, its report, and the same as lists for the tables.
    static final StructType SCHEMA = new StructType()
            .add("project", DataTypes.StringType, false)
            .add("sarif", DataTypes.StringType, false)
            .add("findings", DataTypes.createArrayType(FINDING, false), false)
            .add("faults", DataTypes.createArrayType(FAULT, false), false);

    private Check() {}

    /// Checks the project that a tar holds; one that cannot be read is a fault.
    static Row tar(String project, byte[] tar) {
        try {
            return files(project, Tar.files(tar));
        } catch (IOException e) {
            return row(project, unreadable(project + ".tar", e));
        }
    }

    /// Checks a project of these files, contents by path; a path that leaves the project is a fault.
    static Row files(String project, Map<String, byte[]> files) {
        Snapshot snapshot;
        try {
            snapshot = Snapshot.of(files);
        } catch (IllegalArgumentException e) {
            return row(project, unreadable(project, e));
        }
        return row(project, Drydock.check(snapshot));
    }

    private static Outcome unreadable(String where, Exception why) {
        var fault = new Outcome.Fault(Outcome.Fault.Kind.INPUT, where, String.valueOf(why.getMessage()));
        return new Outcome(List.of(), List.of(), List.of(fault), List.of());
    }

    private static Row row(String project, Outcome outcome) {
        Row[] findings = outcome.findings().stream().map(Check::row).toArray(Row[]::new);
        Row[] faults = outcome.faults().stream().map(Check::row).toArray(Row[]::new);
        return RowFactory.create(project, Drydock.sarif(outcome), findings, faults);
    }

    private static Row row(Finding finding) {
        Source source = finding.place().source();
        Position start = source.position(finding.place().span().start());
        Position end = source.position(finding.place().span().end());
        return RowFactory.create(
                finding.rule(),
                finding.level().id(),
                source.path(),
                start.line(),
                start.column(),
                end.line(),
                end.column(),
                finding.message());
    }

    private static Row row(Outcome.Fault fault) {
        return RowFactory.create(fault.kind().name().toLowerCase(Locale.ROOT), fault.where(), fault.message());
    }
}
