package dev.drydock.model.image;

import dev.drydock.source.Text;
import java.util.List;
import java.util.Set;

/// What is known of a well-known image.
///
/// @param user the user that it runs as
/// @param workdir its working directory
/// @param environment the names of its variables, `PATH` not among them
/// @param completeEnvironment whether those are all
/// @param serves whether a container of it does its work without a further command, as web servers do
/// @param distribution what it is made of, such as `debian`; empty where that is not known
/// @param packageManager `apt`, `apk`, `dnf` …; empty where it has none or that is not known
/// @param shell what `/bin/sh` is: `dash`, `ash`, `bash`, `cmd`, or `none`; empty where that is not known
/// @param tools the programs that are certainly there, of those that the tables tell apart
/// @param ports what it exposes, such as `80` or `53/udp`
/// @param volumes the directories that it declares as volumes
public record BaseImage(
        Text user,
        String workdir,
        Set<String> environment,
        boolean completeEnvironment,
        boolean serves,
        String distribution,
        String packageManager,
        String shell,
        Tools tools,
        List<String> ports,
        List<String> volumes) {

    public BaseImage {
        environment = Set.copyOf(environment);
        ports = List.copyOf(ports);
        volumes = List.copyOf(volumes);
    }

    /// Whether it certainly has no shell at all.
    public boolean hasNoShell() {
        return shell.equals("none");
    }

    /// Whether it runs Windows.
    public boolean isWindows() {
        return distribution.equals("windows");
    }

    /// Whether the program is certainly there.
    public boolean has(String tool) {
        return tools.present().contains(tool);
    }

    /// Whether the program is certainly not there. Of one that the tables do not tell apart nothing is certain.
    public boolean lacks(String tool) {
        return tools.complete()
                && tools.known().contains(tool)
                && !tools.present().contains(tool)
                && !tools.possible().contains(tool);
    }

    /// The programs of an image.
    ///
    /// @param present those that are there
    /// @param possible those that may be there
    /// @param known those that the tables tell apart
    /// @param complete whether what is neither present nor possible is not there
    public record Tools(Set<String> present, Set<String> possible, Set<String> known, boolean complete) {
        public Tools {
            present = Set.copyOf(present);
            possible = Set.copyOf(possible);
            known = Set.copyOf(known);
        }
    }
}
