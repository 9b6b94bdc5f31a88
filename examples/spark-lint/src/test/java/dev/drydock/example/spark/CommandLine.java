package dev.drydock.example.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The program `drydock`, which checks a project on disk.
///
/// @param program the launcher of a distribution
record CommandLine(Path program) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// What the program says of one project.
    ///
    /// @param sarif the report, as it was written
    /// @param faults how many faults it reports
    record Report(List<Found> findings, String sarif, int faults) {}

    /// Checks a directory; the project is named as it is.
    Report check(Path project, Path work) throws IOException, InterruptedException {
        String name = project.getFileName().toString();
        Path json = work.resolve(name + ".json");
        Path sarif = work.resolve(name + ".sarif");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "check",
                        "--no-config",
                        "--shellcheck",
                        "off",
                        "--jobs",
                        "1",
                        "--fail-on",
                        "none",
                        "--output",
                        "json=" + json,
                        "--output",
                        "sarif=" + sarif,
                        project.toString())
                .redirectErrorStream(true)
                .redirectOutput(work.resolve(name + ".log").toFile())
                .start();
        int exit = process.waitFor();
        if (!Files.exists(json)) {
            throw new IOException(name + ": exit " + exit + ": " + Files.readString(work.resolve(name + ".log")));
        }
        JsonNode report = JSON.readTree(json.toFile());
        var findings = new ArrayList<Found>();
        for (JsonNode finding : report.get("findings")) {
            JsonNode start = finding.get("start");
            JsonNode end = finding.get("end");
            findings.add(new Found(
                    name,
                    finding.get("rule").asText(),
                    finding.get("level").asText(),
                    finding.get("path").asText(),
                    start.get("line").asInt(),
                    start.get("column").asInt(),
                    end.get("line").asInt(),
                    end.get("column").asInt(),
                    finding.get("message").asText()));
        }
        return new Report(
                findings, Files.readString(sarif), report.get("faults").size());
    }
}
