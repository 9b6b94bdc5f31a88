package dev.drydock.model;

import dev.drydock.model.build.Base;
import dev.drydock.model.build.Paths;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.PackageOperation;
import dev.drydock.model.data.DataTable;
import dev.drydock.model.data.KeyedTable;
import dev.drydock.model.image.BaseImage;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;
import java.util.List;

/// Programs that an image certainly has not, by `data/check-tools.tsv` and what its steps do.
final class ImageTools {

    private ImageTools() {}

    private static final class Table {
        private static final KeyedTable ROWS = new KeyedTable("check-tools.tsv");
    }

    /// Where programs lie that are found without a path.
    private static final List<String> PLACES =
            List.of("/", "/bin", "/sbin", "/usr", "/usr/bin", "/usr/sbin", "/usr/local", "/usr/local/bin", "/opt");

    /// Whether the program is not there: what the image starts from is known not to have it, and nothing may have
    /// brought it since.
    static boolean lacks(ContainerImage image, String tool) {
        List<KeyedTable.Row> rows = Table.ROWS.rows(tool);
        if (rows.isEmpty() || !lacksAtFirst(image, tool)) {
            return false;
        }
        List<String> bringers = field(rows.getFirst(), 1);
        for (Step step : image.steps()) {
            if (mayBring(step, tool, bringers)) {
                return false;
            }
        }
        return true;
    }

    /// Whether a text speaks of a program, or of what brings it.
    static boolean speaksOf(String text, String tool) {
        List<KeyedTable.Row> rows = Table.ROWS.rows(tool);
        return rows.isEmpty() || speaksOf(text, tool, field(rows.getFirst(), 1));
    }

    /// The programs that may be used instead.
    static List<String> alternatives(String tool) {
        List<KeyedTable.Row> rows = Table.ROWS.rows(tool);
        return rows.isEmpty() ? List.of() : field(rows.getFirst(), 2);
    }

    private static List<String> field(KeyedTable.Row row, int index) {
        String field = row.fields().get(index);
        return field.equals("-") ? List.of() : DataTable.split(field, ',');
    }

    private static boolean lacksAtFirst(ContainerImage image, String tool) {
        BaseImage base = image.base();
        if (base != null) {
            return !base.isWindows() && base.lacks(tool);
        }
        Stage stage = image.stage();
        return stage != null && !stage.isWindows() && stage.root() instanceof Base.Scratch;
    }

    private static boolean mayBring(Step step, String tool, List<String> bringers) {
        return switch (step.instruction()) {
            case Instruction.Run _ ->
                step.commands().mayRunScripts()
                        || speaksOf(step.text(), tool, bringers)
                        || (bringers.contains("*") && installs(step));
            case Instruction.Transfer transfer -> mayBring(step, transfer, tool, bringers);
            case Instruction.Invalid _ -> true;
            default -> false;
        };
    }

    private static boolean installs(Step step) {
        for (PackageOperation operation : step.commands().packageOperations()) {
            if (operation.manager().isForSystem()) {
                return true;
            }
        }
        return false;
    }

    private static boolean speaksOf(String text, String tool, List<String> bringers) {
        if (text.contains(tool)) {
            return true;
        }
        for (String bringer : bringers) {
            if (!bringer.equals("*") && text.contains(bringer)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayBring(Step step, Instruction.Transfer transfer, String tool, List<String> bringers) {
        if (speaksOf(step.text(), tool, bringers)
                || !(step.value(transfer.destination()) instanceof Text.Known(String path))
                || !(step.workdir() instanceof Text.Known(String workdir))) {
            return true;
        }
        String place = Paths.join(workdir, path);
        if (!PLACES.contains(place)) {
            return false;
        }
        // Into such a directory go single scripts, too, and those are no other program.
        for (Word source : transfer.sources()) {
            String name = Paths.lastName(step.value(source).or("*"));
            if (name.indexOf('.', 1) < 0 || name.indexOf('*') >= 0 || Paths.mayBeArchive(name)) {
                return true;
            }
        }
        return false;
    }
}
