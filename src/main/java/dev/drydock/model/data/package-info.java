/// Reading the tables of knowledge that ship with Drydock.
@NullMarked
package dev.drydock.model.data;

import org.jspecify.annotations.NullMarked;
