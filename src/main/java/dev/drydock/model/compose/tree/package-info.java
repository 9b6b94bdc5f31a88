/// The values of Compose files: a [Node] with its place, its variables interpolated, for one file or for several
/// laid over each other.
@NullMarked
package dev.drydock.model.compose.tree;

import org.jspecify.annotations.NullMarked;
