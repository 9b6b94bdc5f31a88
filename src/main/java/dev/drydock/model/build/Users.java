package dev.drydock.model.build;

import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.model.command.UserCreation;
import dev.drydock.syntax.dockerfile.Instruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The users and groups that the steps of a stage make, and those of the stages that it starts from.
public final class Users {

    private final List<UserCreation> creations = new ArrayList<>();
    private final Map<String, UserCreation> byNameOrId = new HashMap<>();

    Users(Stage stage) {
        Stage parent = stage.parent();
        if (parent != null) {
            Users inherited = parent.users();
            creations.addAll(inherited.creations);
            byNameOrId.putAll(inherited.byNameOrId);
        }
        for (Step step : stage.steps()) {
            if (step.instruction() instanceof Instruction.Run) {
                for (Command command : step.commands()) {
                    UserCreation creation = UserCreation.of(command);
                    if (creation != null) {
                        add(creation);
                    }
                }
            }
        }
    }

    private void add(UserCreation creation) {
        creations.add(creation);
        if (creation.group()) {
            return;
        }
        put(creation.name(), creation);
        put(creation.id(), creation);
    }

    private void put(@Nullable Argument key, UserCreation creation) {
        if (key != null && !key.value().isEmpty()) {
            byNameOrId.put(key.value(), creation);
        }
    }

    /// Those that are made, in order.
    public List<UserCreation> creations() {
        return creations;
    }

    /// The user of this name or number; null where nobody is seen to make it.
    public @Nullable UserCreation find(String nameOrId) {
        return byNameOrId.get(nameOrId);
    }
}
