package dev.drydock.model.image;

import dev.drydock.source.Text;
import java.util.Set;

/// What is known of a well-known image.
///
/// @param user the user that it runs as
/// @param workdir its working directory
/// @param environment the names of its variables, `PATH` not among them
/// @param completeEnvironment whether those are all
/// @param serves whether a container of it does its work without a further command, as web servers do
public record BaseImage(
        Text user, String workdir, Set<String> environment, boolean completeEnvironment, boolean serves) {
    public BaseImage {
        environment = Set.copyOf(environment);
    }
}
