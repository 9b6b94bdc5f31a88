/// A project as a graph: what is built from what, and what runs it.
@NullMarked
package dev.drydock.model.graph;

import org.jspecify.annotations.NullMarked;
