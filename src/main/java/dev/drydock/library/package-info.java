/// Drydock for programs: the analysis as a pure function of a project's files.
@NullMarked
package dev.drydock.library;

import org.jspecify.annotations.NullMarked;
