/// Rules that judge the files of a project together.
@NullMarked
package dev.drydock.rules.project;

import org.jspecify.annotations.NullMarked;
