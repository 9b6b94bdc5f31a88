/// What is known of images that a project only names: a dated table, read on first use.
@NullMarked
package dev.drydock.model.image;

import org.jspecify.annotations.NullMarked;
