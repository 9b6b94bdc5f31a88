package dev.drydock.model.image;

import dev.drydock.source.Text;
import java.util.Set;

/// What is known of a well-known image.
///
/// @param user the user that it runs as
/// @param workdir its working directory
/// @param environment the names of its variables, `PATH` not among them
/// @param completeEnvironment whether those are all
public record BaseImage(Text user, String workdir, Set<String> environment, boolean completeEnvironment) {
    public BaseImage {
        environment = Set.copyOf(environment);
    }
}
