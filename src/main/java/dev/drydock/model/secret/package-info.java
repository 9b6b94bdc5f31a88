/// What is a secret, as far as a name or the shape of a value tells.
@NullMarked
package dev.drydock.model.secret;

import org.jspecify.annotations.NullMarked;
