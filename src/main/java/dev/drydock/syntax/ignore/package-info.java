/// Ignore files and their patterns: `.dockerignore` exactly as moby's patternmatcher takes it, `.gitignore` as git does.
@NullMarked
package dev.drydock.syntax.ignore;

import org.jspecify.annotations.NullMarked;
