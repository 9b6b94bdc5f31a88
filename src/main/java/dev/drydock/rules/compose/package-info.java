/// Rules about Compose files.
@NullMarked
package dev.drydock.rules.compose;

import org.jspecify.annotations.NullMarked;
