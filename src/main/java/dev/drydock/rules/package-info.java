/// The rules themselves: one final class each, listed in [Rules].
@NullMarked
package dev.drydock.rules;

import org.jspecify.annotations.NullMarked;
