/// What Compose files may say: the vocabulary, and the check of a file against it.
@NullMarked
package dev.drydock.model.compose.schema;

import org.jspecify.annotations.NullMarked;
