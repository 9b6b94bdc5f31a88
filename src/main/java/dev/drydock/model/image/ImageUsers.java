package dev.drydock.model.image;

import dev.drydock.model.data.DataTable;
import dev.drydock.model.data.KeyedTable;
import dev.drydock.syntax.image.ImageReference;
import java.util.ArrayList;
import java.util.List;

/// The users that well-known images have, by `data/image-users.tsv`.
public final class ImageUsers {

    private ImageUsers() {}

    private static final class Table {
        private static final KeyedTable ROWS = new KeyedTable("image-users.tsv");
    }

    /// All users of an image; none where they are not known.
    public static List<String> of(ImageReference reference) {
        BaseImage image = BaseImages.find(reference);
        List<KeyedTable.Row> own = Table.ROWS.rows(BaseImages.name(reference));
        if (image == null || own.isEmpty()) {
            return List.of();
        }
        List<KeyedTable.Row> shared = Table.ROWS.rows("@" + image.distribution());
        if (shared.isEmpty()) {
            return List.of();
        }
        var users = new ArrayList<>(users(shared.getFirst()));
        users.addAll(users(own.getFirst()));
        return users;
    }

    /// Whether packages make a user of this name that are called otherwise.
    public static boolean mayComeWithPackages(String user) {
        return users(Table.ROWS.rows("packages").getFirst()).contains(user);
    }

    private static List<String> users(KeyedTable.Row row) {
        return DataTable.split(row.fields().get(1), ',');
    }
}
