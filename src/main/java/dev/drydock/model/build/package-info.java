/// What a Dockerfile means: its stages and the graph between them, and at every step the variables in scope, the
/// shell, the user and the working directory, followed through parent stages.
@NullMarked
package dev.drydock.model.build;

import org.jspecify.annotations.NullMarked;
