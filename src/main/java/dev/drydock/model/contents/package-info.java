/// What the steps of a build do to the filesystem of an image.
@NullMarked
package dev.drydock.model.contents;

import org.jspecify.annotations.NullMarked;
