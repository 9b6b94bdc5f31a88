/// What the files of a project mean together.
@NullMarked
package dev.drydock.model;

import org.jspecify.annotations.NullMarked;
