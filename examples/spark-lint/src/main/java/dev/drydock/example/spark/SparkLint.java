package dev.drydock.example.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;

/// The job: reads projects, checks each, writes what was found.
///
/// Below the output directory come `sarif/`, a file a project, and the tables `faults` and `findings`. `findings` is
/// written last: where its `_SUCCESS` stands, all is there.
///
/// @param tars directories of `.tar` files, a project each
/// @param tables directories of Parquet tables with the columns `project`, `path` and `content`
/// @param output where to write, as any URI that Hadoop knows
public record SparkLint(List<String> tars, List<String> tables, String output) {

    private static final String USAGE = "usage: SparkLint [--tar DIR]... [--parquet DIR]... --output DIR";

    /// What a run did.
    public record Summary(long projects, long findings, long faults) {}

    public SparkLint {
        tars = List.copyOf(tars);
        tables = List.copyOf(tables);
        if (tars.isEmpty() && tables.isEmpty()) {
            throw new IllegalArgumentException("nothing to read; " + USAGE);
        }
    }

    /// Runs with the session that spark-submit set up; any other must say where its master is.
    public static void main(String[] arguments) throws IOException {
        SparkLint job = of(arguments);
        try (SparkSession spark = SparkSession.builder().appName("drydock").getOrCreate()) {
            Summary summary = job.run(spark);
            System.out.println(summary.projects() + " projects, " + summary.findings() + " findings, "
                    + summary.faults() + " faults, in " + job.output());
        }
    }

    static SparkLint of(String... arguments) {
        var tars = new ArrayList<String>();
        var tables = new ArrayList<String>();
        String output = null;
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " names no directory; " + USAGE);
            }
            String directory = arguments[i + 1];
            switch (arguments[i]) {
                case "--tar" -> tars.add(directory);
                case "--parquet" -> tables.add(directory);
                case "--output" -> output = directory;
                default -> throw new IllegalArgumentException("no option " + arguments[i] + "; " + USAGE);
            }
        }
        if (output == null) {
            throw new IllegalArgumentException("--output is missing; " + USAGE);
        }
        return new SparkLint(tars, tables, output);
    }

    /// Checks every project once. A project that cannot be read is a fault, and the others are checked.
    public Summary run(SparkSession spark) {
        // Kept, because three things are written of it; what is lost with a machine is checked again, and is the same.
        Dataset<Row> checked = checked(spark).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            Configuration hadoop = spark.sparkContext().hadoopConfiguration();
            var sarif = new SarifDirectory(output + "/sarif", new SerializableConfiguration(hadoop));
            checked.select("project", "sarif").foreachPartition((ForeachPartitionFunction<Row>) sarif::write);
            long faults = write(checked, "faults");
            long findings = write(checked, "findings");
            return new Summary(checked.count(), findings, faults);
        } finally {
            checked.unpersist();
        }
    }

    private Dataset<Row> checked(SparkSession spark) {
        var parts = new ArrayList<Dataset<Row>>();
        for (String directory : tars) {
            parts.add(Projects.ofTars(spark, directory));
        }
        for (String directory : tables) {
            parts.add(Projects.ofTable(spark, directory));
        }
        return parts.stream().reduce(Dataset::union).orElseThrow();
    }

    /// Writes a table of the elements of a column that holds lists, each with its project.
    private long write(Dataset<Row> checked, String column) {
        Column[] members = {col("project"), col("one.*")};
        Dataset<Row> table =
                checked.select(col("project"), explode(col(column)).as("one")).select(members);
        table.write().mode(SaveMode.Overwrite).parquet(output + "/" + column);
        return table.count();
    }
}
