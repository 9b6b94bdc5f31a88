/// Text, spans, the line table and edits: what everything above points into.
///
/// A [Source] is one file's text; a [Span] is a half-open range of UTF-16 offsets in it. [MappedText] is text made
/// from pieces of a source (joined lines, a heredoc body) that still knows where every character came from. Nothing
/// above this package searches text for a position again: positions are born with the tree.
@NullMarked
package dev.drydock.source;

import org.jspecify.annotations.NullMarked;
