package dev.drydock.example.spark;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/// A finding, as both ways of running say it.
record Found(
        String project,
        String rule,
        String level,
        String file,
        int startLine,
        int startColumn,
        int endLine,
        int endColumn,
        String message)
        implements Comparable<Found> {

    /// The table of findings that a job wrote, in order.
    static List<Found> table(SparkSession spark, String output) {
        Dataset<Row> rows = spark.read()
                .parquet(output + "/findings")
                .select(
                        "project",
                        "rule",
                        "level",
                        "file",
                        "start_line",
                        "start_column",
                        "end_line",
                        "end_column",
                        "message");
        return rows.collectAsList().stream()
                .map(row -> new Found(
                        row.getString(0),
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7),
                        row.getString(8)))
                .sorted()
                .toList();
    }

    @Override
    public int compareTo(Found other) {
        return toString().compareTo(other.toString());
    }
}
