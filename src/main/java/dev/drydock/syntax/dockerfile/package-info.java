/// Dockerfiles: from text to immutable instructions, each word, flag, variable reference and heredoc with its span.
///
/// [DockerfileReader] reads in two steps, as BuildKit does: physical lines are first joined to instructions
/// ([LineJoiner]: directives, escape character, comments inside continuations, heredocs), then each joined text is
/// read by the ANTLR grammars. Nothing is thrown on any input: what cannot be read becomes a
/// [dev.drydock.source.Problem]. The facts are those of BuildKit's `frontend/dockerfile/parser` and `instructions`,
/// checked against recorded verdicts.
@NullMarked
package dev.drydock.syntax.dockerfile;

import org.jspecify.annotations.NullMarked;
