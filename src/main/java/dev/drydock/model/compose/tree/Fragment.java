package dev.drydock.model.compose.tree;

import java.util.List;

/// One document of a Compose file, as it is written.
///
/// @param root what it says; what `!reset` takes away is not in it
/// @param shaped the same, where a value may have several shapes in one of them
/// @param resets what it takes away from what it is laid over
public record Fragment(Node root, Node shaped, List<Reset> resets) {

    public Fragment {
        resets = List.copyOf(resets);
    }
}
