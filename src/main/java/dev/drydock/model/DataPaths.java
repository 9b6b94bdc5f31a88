package dev.drydock.model;

import dev.drydock.model.build.Step;
import dev.drydock.model.compose.ComposeProject;
import dev.drydock.model.compose.EnvFile;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.ServiceImage;
import dev.drydock.model.compose.Setting;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;
import dev.drydock.syntax.ignore.IgnoreFile;
import dev.drydock.syntax.image.ImageReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The directories in which an image keeps data.
public final class DataPaths {

    /// The directory that official images of PostgreSQL declare as a volume before version 18, and no more since.
    private static final String OLD_POSTGRES = "/var/lib/postgresql/data";

    private static final List<String> POSTGRES = List.of("postgres", "postgis/postgis", "pgvector/pgvector");

    private DataPaths() {}

    /// The volumes that an image is known to declare.
    public static List<String> declared(ContainerImage image) {
        var declared = new ArrayList<String>();
        if (isPostgres(image)) {
            int major = postgres(image);
            if (major > 0) {
                declared.add(major >= 18 ? "/var/lib/postgresql" : OLD_POSTGRES);
            }
        } else if (image.base() != null) {
            declared.addAll(image.base().volumes());
        }
        for (Step step : image.steps()) {
            if (step.instruction() instanceof Instruction.Volume volume) {
                for (Word path : volume.paths()) {
                    if (step.value(path) instanceof Text.Known(String text) && text.startsWith("/")) {
                        declared.add(IgnoreFile.clean(text));
                    }
                }
            }
        }
        return declared;
    }

    /// The directories of an official database image; none for any other.
    public static List<String> official(ContainerImage image) {
        ServiceImage known = image.reference() == null
                ? null
                : ServiceImage.named(image.reference().familiarName());
        return known == null ? List.of() : known.data();
    }

    /// Whether it is PostgreSQL of a version that does not start with a volume where earlier ones had their data.
    public static boolean refuses(ContainerImage image, String target) {
        return target.equals(OLD_POSTGRES) && isPostgres(image) && postgres(image) >= 18;
    }

    /// Whether a variable, a command or a step may tell the server to keep its data at a path.
    public static boolean areTold(Workspace workspace, Service service, ContainerImage image, String path) {
        for (Setting setting : service.environment()) {
            Value value = setting.value();
            if (setting.name().equals("PGDATA")
                    || value == null
                    || value.written().contains(path)) {
                return true;
            }
        }
        for (EnvFile file : service.envFiles()) {
            Map<String, String> variables = ComposeProject.environmentFile(workspace.tree(), file);
            boolean names = variables.isEmpty() || variables.containsKey("PGDATA");
            for (String value : variables.values()) {
                names |= value.contains(path);
            }
            if (names) {
                return true;
            }
        }
        for (Value word : service.words()) {
            if (!word.isKnown() || word.or("").contains(path)) {
                return true;
            }
        }
        for (Step step : image.steps()) {
            boolean other = !(step.instruction() instanceof Instruction.Volume);
            if (other && (step.text().contains(path) || step.text().contains("PGDATA"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPostgres(ContainerImage image) {
        return image.reference() != null && POSTGRES.contains(image.reference().familiarName());
    }

    /// The major version of PostgreSQL, from `17.2-alpine`, `pg17` or `0.8.1-pg17`; 0 where the tag does not tell.
    private static int postgres(ContainerImage image) {
        ImageReference reference = image.reference();
        String tag = reference == null || reference.tag() == null ? "" : reference.tag();
        boolean named = reference != null && reference.familiarName().startsWith("pgvector");
        int start = named ? tag.indexOf("pg") + 2 : 0;
        int end = start;
        while (end < tag.length() && end < start + 3 && Character.isDigit(tag.charAt(end))) {
            end++;
        }
        return end == start || (named && start < 2) ? 0 : Integer.parseInt(tag, start, end, 10);
    }
}
