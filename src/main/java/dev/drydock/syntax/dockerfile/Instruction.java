package dev.drydock.syntax.dockerfile;

import dev.drydock.source.MappedText;
import dev.drydock.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One instruction of a Dockerfile, met by pattern matching.
public sealed interface Instruction {

    /// What all instructions have.
    ///
    /// @param keyword upper case
    /// @param keywordSpan as it is written
    /// @param flags in order
    /// @param text the joined text, keyword and all, heredoc bodies not
    /// @param span from the keyword to the end of the last line, heredocs included
    record Head(String keyword, Span keywordSpan, List<Flag> flags, MappedText text, Span span) {
        public Head {
            flags = List.copyOf(flags);
        }
    }

    Head head();

    /// The upper-case keyword.
    default String keyword() {
        return head().keyword();
    }

    /// From the keyword to the end of the last line, heredocs included.
    default Span span() {
        return head().span();
    }

    /// The last flag with this name, or null.
    default @Nullable Flag flag(String name) {
        List<Flag> flags = head().flags();
        for (int i = flags.size() - 1; i >= 0; i--) {
            if (flags.get(i).name().equals(name)) {
                return flags.get(i);
            }
        }
        return null;
    }

    /// The value of the last flag with this name, or null.
    default @Nullable Word flagValue(String name) {
        Flag flag = flag(name);
        return flag == null ? null : flag.value();
    }

    /// `FROM image AS name`.
    ///
    /// @param as the word `AS`, null where the stage has no name
    /// @param name the stage's name as it is written
    record From(
            Head head,
            Word image,
            @Nullable Span as,
            @Nullable Word name) implements Instruction {}

    /// `ARG name[=default] …`.
    record Arg(Head head, List<Pair> pairs) implements Instruction {
        public Arg {
            pairs = List.copyOf(pairs);
        }
    }

    /// An instruction of keys with values, `ENV` or `LABEL`.
    sealed interface KeyValues extends Instruction {
        List<Pair> pairs();

        /// Whether it is written `KEY value`, without an equals sign.
        boolean legacy();
    }

    /// `ENV key=value …`.
    record Env(Head head, List<Pair> pairs, boolean legacy) implements KeyValues {
        public Env {
            pairs = List.copyOf(pairs);
        }
    }

    /// `LABEL key=value …`.
    record Label(Head head, List<Pair> pairs, boolean legacy) implements KeyValues {
        public Label {
            pairs = List.copyOf(pairs);
        }
    }

    /// An instruction that brings files: `COPY` or `ADD`.
    sealed interface Transfer extends Instruction {
        /// What is brought: paths, patterns, URLs or heredoc openers.
        List<Word> sources();

        Word destination();

        List<Heredoc> heredocs();

        /// Whether `word` opens a heredoc instead of naming a path.
        default boolean isHeredoc(Word word) {
            for (Heredoc heredoc : heredocs()) {
                if (word.span().contains(heredoc.opener()) || heredoc.opener().contains(word.span())) {
                    return true;
                }
            }
            return false;
        }
    }

    /// `COPY source … destination`.
    record Copy(Head head, List<Word> sources, Word destination, List<Heredoc> heredocs) implements Transfer {
        public Copy {
            sources = List.copyOf(sources);
            heredocs = List.copyOf(heredocs);
        }

        /// What `--from` names: a stage, an image or a named context; null for the build context.
        public @Nullable Word from() {
            return flagValue("from");
        }
    }

    /// `ADD source … destination`.
    record Add(Head head, List<Word> sources, Word destination, List<Heredoc> heredocs) implements Transfer {
        public Add {
            sources = List.copyOf(sources);
            heredocs = List.copyOf(heredocs);
        }
    }

    /// `RUN …`.
    record Run(Head head, CommandLine command, List<Mount> mounts, List<Heredoc> heredocs) implements Instruction {
        public Run {
            mounts = List.copyOf(mounts);
            heredocs = List.copyOf(heredocs);
        }
    }

    /// `CMD …`.
    record Cmd(Head head, CommandLine command) implements Instruction {}

    /// `ENTRYPOINT …`.
    record Entrypoint(Head head, CommandLine command) implements Instruction {}

    /// `HEALTHCHECK CMD …` or `HEALTHCHECK NONE`.
    ///
    /// @param type the word `CMD` or `NONE`
    /// @param command null for `NONE`
    record Healthcheck(Head head, Span type, @Nullable CommandLine command) implements Instruction {}

    /// `SHELL ["executable", "argument"]`.
    record Shell(Head head, CommandLine.Exec command) implements Instruction {}

    /// `EXPOSE port …`.
    record Expose(Head head, List<Word> ports) implements Instruction {
        public Expose {
            ports = List.copyOf(ports);
        }
    }

    /// `VOLUME path …`.
    record Volume(Head head, List<Word> paths) implements Instruction {
        public Volume {
            paths = List.copyOf(paths);
        }
    }

    /// `USER name[:group]`.
    record User(Head head, Word user) implements Instruction {}

    /// `WORKDIR path`.
    record Workdir(Head head, Word path) implements Instruction {}

    /// `STOPSIGNAL signal`.
    record Stopsignal(Head head, Word signal) implements Instruction {}

    /// `MAINTAINER name`.
    record Maintainer(Head head, Word name) implements Instruction {}

    /// `ONBUILD instruction`.
    record Onbuild(Head head, Instruction trigger) implements Instruction {}

    /// An instruction that BuildKit would not accept; the problems say why.
    record Invalid(Head head) implements Instruction {}
}
