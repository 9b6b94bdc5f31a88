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

    /// The user in what `USER` and `user:` name, without the group behind a colon; empty where it is a number other
    /// than that of root.
    public static String name(String written) {
        int colon = written.indexOf(':');
        String name = colon < 0 ? written : written.substring(0, colon);
        if (name.equals("0")) {
            return "root";
        }
        return isNumber(name) ? "" : name;
    }

    private static boolean isNumber(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!Character.isDigit(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// Whether a user is root, by name.
    public static boolean isRoot(String name) {
        return name.equals("root");
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
