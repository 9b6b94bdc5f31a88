/// What a build gets sent: a directory without what its ignore file leaves out.
@NullMarked
package dev.drydock.model.context;

import org.jspecify.annotations.NullMarked;
