/// Rules that need nothing but one Dockerfile.
@NullMarked
package dev.drydock.rules.dockerfile;

import org.jspecify.annotations.NullMarked;
