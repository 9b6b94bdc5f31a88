/// The small languages inside Compose values: `${VAR:-default}`, command lines, `.env` files.
@NullMarked
package dev.drydock.syntax.compose;

import org.jspecify.annotations.NullMarked;
