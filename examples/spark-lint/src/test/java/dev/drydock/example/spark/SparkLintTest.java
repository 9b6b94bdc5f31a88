package dev.drydock.example.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The job on Spark's local runner.
class SparkLintTest {

    private static final int DOCKERFILES = 1_000;
    private static final int PROJECTS = 156;

    private static final StructType FILES = new StructType()
            .add("project", DataTypes.StringType)
            .add("path", DataTypes.StringType)
            .add("content", DataTypes.BinaryType);

    private static final String DOCKERFILE = "FROM debian\nCOPY README /srv/\n";
    private static final String COMPOSE = "services:\n  shop:\n    build: ./app\n";

    private static SparkSession spark;

    @BeforeAll
    static void start(@TempDir Path warehouse) {
        spark = SparkSession.builder()
                .appName("drydock test")
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", 8)
                .config("spark.sql.warehouse.dir", warehouse.toUri().toString())
                .getOrCreate();
    }

    @AfterAll
    static void stop() throws IOException {
        spark.close();
    }

    /// The figures of issue 6: the same findings as the command line, and the same bytes of SARIF, whichever way the
    /// projects come in.
    @Test
    void findsWhatTheCommandLineFindsInTheCorpus(@TempDir Path work) throws Exception {
        var corpus = new Corpus(Path.of(System.getProperty("drydock.corpus")));
        var program = Path.of(System.getProperty("drydock.program"));
        assumeTrue(corpus.isThere(), "no corpus in " + corpus.home());
        assumeTrue(Files.isExecutable(program), "no program " + program + "; run-test builds it");

        var projects = new ArrayList<>(corpus.dockerfiles(work.resolve("dockerfiles"), DOCKERFILES));
        projects.addAll(corpus.projects(work.resolve("projects")));
        assertThat(projects).hasSize(DOCKERFILES + PROJECTS);
        Path tars = Files.createDirectories(work.resolve("tars"));
        for (Path project : projects) {
            Corpus.pack(project, tars);
        }
        String table = work.resolve("table").toUri().toString();
        spark.createDataFrame(rows(projects), FILES).repartition(8).write().parquet(table);

        List<CommandLine.Report> expected = checkAll(new CommandLine(program), projects, work.resolve("reports"));
        List<Found> findings = expected.stream()
                .flatMap(report -> report.findings().stream())
                .sorted()
                .toList();
        int faults = expected.stream().mapToInt(CommandLine.Report::faults).sum();
        var summary = new SparkLint.Summary(projects.size(), findings.size(), faults);

        String ofTars = work.resolve("of-tars").toUri().toString();
        String ofTable = work.resolve("of-table").toUri().toString();
        for (String output : List.of(ofTars, ofTable)) {
            SparkLint job = output.equals(ofTars)
                    ? SparkLint.of("--tar", tars.toUri().toString(), "--output", output)
                    : SparkLint.of("--parquet", table, "--output", output);
            assertThat(job.run(spark)).isEqualTo(summary);
            assertThat(Found.table(spark, output)).isEqualTo(findings);
            for (int i = 0; i < projects.size(); i++) {
                String name = projects.get(i).getFileName().toString();
                assertThat(sarif(output, name))
                        .as(name)
                        .isEqualTo(expected.get(i).sarif());
            }
        }
        assertThat(findings).hasSizeGreaterThan(DOCKERFILES);
        System.out.println("the command line and Spark agree: " + DOCKERFILES + " Dockerfiles and " + PROJECTS
                + " projects, " + findings.size() + " findings of "
                + findings.stream().map(Found::rule).distinct().count() + " rules, " + faults + " faults, "
                + projects.size() + " SARIF files");
    }

    /// What each project's files are in a table: a file that is empty has no content.
    private static List<Row> rows(List<Path> projects) throws IOException {
        var rows = new ArrayList<Row>();
        for (Path project : projects) {
            for (Path path : Corpus.walk(project)) {
                if (Files.isRegularFile(path)) {
                    byte[] content = Files.readAllBytes(path);
                    rows.add(RowFactory.create(
                            project.getFileName().toString(),
                            project.relativize(path).toString(),
                            content.length == 0 ? null : content));
                }
            }
        }
        return rows;
    }

    private static List<CommandLine.Report> checkAll(CommandLine program, List<Path> projects, Path work)
            throws Exception {
        Files.createDirectories(work);
        var reports = new ArrayList<CommandLine.Report>();
        try (var workers = Executors.newFixedThreadPool(2)) {
            var tasks = new ArrayList<Callable<CommandLine.Report>>();
            for (Path project : projects) {
                tasks.add(() -> program.check(project, work));
            }
            for (var report : workers.invokeAll(tasks)) {
                reports.add(report.get());
            }
        }
        return reports;
    }

    @Test
    void readsBothKindsOfInputAndReportsWhatItCannotRead(@TempDir Path work) throws IOException {
        Path shop = Files.createDirectories(work.resolve("shop"));
        Files.createDirectories(shop.resolve("app"));
        Files.writeString(shop.resolve("app/Dockerfile"), DOCKERFILE);
        Files.writeString(shop.resolve("compose.yaml"), COMPOSE);
        Files.writeString(shop.resolve("README"), "");
        Path tars = Files.createDirectories(work.resolve("tars"));
        Corpus.pack(shop, tars);
        Files.writeString(
                tars.resolve("broken.tar"), "no tar at all, and long enough to be read as a header ".repeat(20));
        Files.writeString(tars.resolve("README.md"), "not a tar, and not named as one");
        String table = work.resolve("table").toUri().toString();
        List<Row> rows = List.of(
                RowFactory.create("a/b", "app/Dockerfile", DOCKERFILE.getBytes(UTF_8)),
                RowFactory.create("a/b", "compose.yaml", COMPOSE.getBytes(UTF_8)),
                RowFactory.create("a/b", "README", null),
                RowFactory.create("outside", "../Dockerfile", "FROM debian\n".getBytes(UTF_8)));
        spark.createDataFrame(rows, FILES).write().parquet(table);
        String output = work.resolve("out").toUri().toString();

        SparkLint job = SparkLint.of("--tar", tars.toUri().toString(), "--parquet", table, "--output", output);
        SparkLint.Summary summary = job.run(spark);

        List<Found> findings = Found.table(spark, output);
        assertThat(summary).isEqualTo(new SparkLint.Summary(4, findings.size(), 2));
        assertThat(findings).extracting(Found::project).containsOnly("shop", "a/b");
        assertThat(findings)
                .filteredOn(found -> found.project().equals("shop"))
                .extracting(Found::rule, Found::file, Found::startLine, Found::startColumn)
                .contains(tuple("copy-missing-source", "app/Dockerfile", 2, 6));
        assertThat(spark.read().parquet(output + "/faults").select("project").collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactlyInAnyOrder("broken", "outside");
        assertThat(sarif(output, "a/b")).isEqualTo(sarif(output, "shop")).contains("copy-missing-source");
        assertThat(sarif(output, "broken")).contains("\"executionSuccessful\": false");

        assertThat(job.run(spark)).as("a second run replaces the first").isEqualTo(summary);
        assertThat(Found.table(spark, output)).isEqualTo(findings);
    }

    private static String sarif(String output, String project) throws IOException {
        return Files.readString(Path.of(URI.create(output)).resolve("sarif").resolve(SarifDirectory.fileName(project)));
    }

    @Test
    void saysWhatIsWrongWithItsArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SparkLint.of("--output", "out"))
                .withMessageStartingWith("nothing to read; usage: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SparkLint.of("--tar", "tars"))
                .withMessageStartingWith("--output is missing; usage: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SparkLint.of("--tar"))
                .withMessageStartingWith("--tar names no directory; usage: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SparkLint.of("--zip", "zips"))
                .withMessageStartingWith("no option --zip; usage: ");
    }
}
