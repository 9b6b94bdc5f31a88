package dev.drydock.syntax.dockerfile;

import dev.drydock.source.MappedText;
import dev.drydock.source.Nearest;
import dev.drydock.source.Problem;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a Dockerfile. Never throws on input, always returns every instruction.
public final class DockerfileReader {

    static final List<String> KEYWORDS = List.of(
            "ADD",
            "ARG",
            "CMD",
            "COPY",
            "ENTRYPOINT",
            "ENV",
            "EXPOSE",
            "FROM",
            "HEALTHCHECK",
            "LABEL",
            "MAINTAINER",
            "ONBUILD",
            "RUN",
            "SHELL",
            "STOPSIGNAL",
            "USER",
            "VOLUME",
            "WORKDIR");

    private final Source source;
    private final List<Problem> problems = new ArrayList<>();
    private final LineJoiner lines;
    private @Nullable InstructionReader instructions;

    private DockerfileReader(Source source) {
        this.source = source;
        lines = new LineJoiner(source, problems);
    }

    /// The Dockerfile in `source`.
    public static Dockerfile read(Source source) {
        return new DockerfileReader(source).read();
    }

    private Dockerfile read() {
        var read = new ArrayList<Instruction>();
        for (MappedText line = lines.next(); line != null; line = lines.next()) {
            if (line.text().isBlank()) {
                problems.add(new Problem(
                        Problem.Kind.SYNTAX_ERROR,
                        line.span(),
                        "a line that is continued but holds no instruction; remove its continuation"));
            } else {
                read.add(instruction(line));
            }
        }
        checkKeywords(read);
        checkOrder(read);
        if (source.firstInvalid() >= 0) {
            problems.add(new Problem(
                    Problem.Kind.SYNTAX_ERROR,
                    new Span(source.firstInvalid(), source.firstInvalid() + 1),
                    "this is not UTF-8; save the file as UTF-8"));
        }
        problems.sort((a, b) -> a.span().compareTo(b.span()));
        return new Dockerfile(source, lines.escape(), lines.directives(), lines.comments(), read, problems);
    }

    private Instruction instruction(MappedText line) {
        if (instructions == null) {
            // Only now is the escape character certain.
            instructions = new InstructionReader(lines.escape(), problems);
        }
        var heredocs = new ArrayList<Heredoc>();
        if (line.text().contains("<<") && instructions.takesHeredocs(line)) {
            for (HeredocOpener opener : HeredocOpener.find(line.text())) {
                heredocs.add(lines.heredoc(opener, line.span(opener.start(), opener.end())));
            }
        }
        return instructions.read(line, heredocs);
    }

    /// Names each keyword that is none; of several in a row, which one lost continuation or one template makes,
    /// the first.
    private void checkKeywords(List<Instruction> read) {
        boolean known = true;
        for (Instruction instruction : read) {
            Instruction real = instruction instanceof Instruction.Onbuild onbuild ? onbuild.trigger() : instruction;
            boolean unknown = !KEYWORDS.contains(real.keyword());
            if (unknown && known) {
                String written = source.text(real.head().keywordSpan());
                problems.add(new Problem(
                        Problem.Kind.UNKNOWN_INSTRUCTION,
                        real.head().keywordSpan(),
                        "no instruction " + written + Nearest.hint(written, KEYWORDS)));
            }
            known = !unknown;
        }
    }

    private void checkOrder(List<Instruction> read) {
        if (read.isEmpty()) {
            problems.add(new Problem(
                    Problem.Kind.SYNTAX_ERROR, Span.at(0), "the file has no instructions; start it with FROM"));
            return;
        }
        boolean stage = read.stream().anyMatch(instruction -> instruction instanceof Instruction.From);
        for (Instruction instruction : read) {
            switch (instruction) {
                case Instruction.From _ -> {
                    return;
                }
                case Instruction.Invalid invalid
                when invalid.keyword().equals("FROM") -> {
                    return;
                }
                case Instruction.Invalid invalid when !KEYWORDS.contains(invalid.keyword()) -> {
                    // Named as unknown already; what comes before FROM cannot be said of it.
                }
                case Instruction.Arg _ when stage -> {
                    // Only ARG may come before the first FROM.
                }
                default -> {
                    problems.add(new Problem(
                            Problem.Kind.INSTRUCTION_ORDER,
                            instruction.head().keywordSpan(),
                            stage
                                    ? instruction.keyword()
                                            + " stands before the first FROM; only ARG may, move it below"
                                    : "the file has no FROM, so " + instruction.keyword()
                                            + " belongs to no stage; start it with FROM"));
                    return;
                }
            }
        }
    }
}
