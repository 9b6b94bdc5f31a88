/// Image references: `registry/path:tag@digest`.
@NullMarked
package dev.drydock.syntax.image;

import org.jspecify.annotations.NullMarked;
