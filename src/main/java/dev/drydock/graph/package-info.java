/// Draws a project's graph: as Mermaid, as DOT, as JSON, and as a picture that it lays out itself.
@NullMarked
package dev.drydock.graph;

import org.jspecify.annotations.NullMarked;
