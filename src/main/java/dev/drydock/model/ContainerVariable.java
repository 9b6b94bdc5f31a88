package dev.drydock.model;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Variable;
import dev.drydock.model.compose.ComposeProject;
import dev.drydock.model.compose.EnvFile;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Setting;
import dev.drydock.source.Place;
import dev.drydock.source.Text;
import org.jspecify.annotations.Nullable;

/// A variable that the container of a service finds in its environment.
///
/// @param place what sets it: the setting, the entry of `env_file`, or the name of the service that takes it from
///     its image
/// @param origin where an image or an env file sets it, in words; empty for a setting of the service
/// @param image where the Dockerfile sets it; null where it does not
public record ContainerVariable(
        String name,
        Text value,
        Place place,
        String origin,
        @Nullable Place image) {

    /// The variable as the container finds it: `environment` goes before the last `env_file`, that before the
    /// earlier ones, those before the image; null where nothing sets it.
    public static @Nullable ContainerVariable of(Workspace workspace, Service service, String name) {
        Setting setting = service.environment(name);
        if (setting != null) {
            Text value =
                    setting.value() == null ? Text.unknown() : setting.value().text();
            return new ContainerVariable(name, value, setting.place(), "", null);
        }
        for (EnvFile file : service.envFiles().reversed()) {
            String value =
                    ComposeProject.environmentFile(workspace.tree(), file).get(name);
            if (value != null) {
                return new ContainerVariable(
                        name, Text.of(value), file.place(), " in " + file.path().path(), null);
            }
        }
        return ofImage(workspace, service, name);
    }

    private static @Nullable ContainerVariable ofImage(Workspace workspace, Service service, String name) {
        BuildFile file = service.build() == null ? null : workspace.buildFile(service.build());
        Stage stage = file == null || service.build() == null ? null : Workspace.target(file, service.build());
        Variable variable = stage == null ? null : stage.inherited(name);
        if (file == null || variable == null || variable.pair() == null) {
            return null;
        }
        return new ContainerVariable(
                name,
                variable.value(),
                service.namePlace(),
                " in " + file.source(),
                new Place(file.source(), variable.pair().span()));
    }
}
