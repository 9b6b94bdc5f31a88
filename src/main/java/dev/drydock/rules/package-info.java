/// The list of all rules; the rules themselves stand in the packages below.
@NullMarked
package dev.drydock.rules;

import org.jspecify.annotations.NullMarked;
