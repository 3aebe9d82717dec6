package barton.steward.ui.support;

import java.io.File;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;

/// Lets the steward choose a file with the system's own dialog.
public final class FilePick {
    private FilePick() {
    }

    /// A file to read.
    public static Optional<String> open(Node owner, String title) {
        var tables = new FileChooser.ExtensionFilter(Messages.get("file.tables"), "*.csv", "*.tsv", "*.txt", "*.xlsx", "*.json", "*.jsonl",
                "*.ndjson");
        return path(chooser(title, tables, new FileChooser.ExtensionFilter(Messages.get("file.all"), "*"))
                .showOpenDialog(owner.getScene().getWindow()));
    }

    /// A file to write.
    public static Optional<String> save(Node owner, String title, String name) {
        FileChooser chooser = chooser(title);
        chooser.setInitialFileName(name);
        return path(chooser.showSaveDialog(owner.getScene().getWindow()));
    }

    /// A report to write, as PDF or HTML by the ending of the name.
    public static Optional<String> saveReport(Node owner, String title, String name) {
        FileChooser chooser = chooser(title, new FileChooser.ExtensionFilter(Messages.get("file.pdf"), "*.pdf"),
                new FileChooser.ExtensionFilter(Messages.get("file.html"), "*.html"));
        chooser.setInitialFileName(name);
        return path(chooser.showSaveDialog(owner.getScene().getWindow()));
    }

    private static FileChooser chooser(String title) {
        return chooser(title, new FileChooser.ExtensionFilter(Messages.get("file.csv"), "*.csv", "*.tsv", "*.txt"),
                new FileChooser.ExtensionFilter(Messages.get("file.all"), "*"));
    }

    private static FileChooser chooser(String title, FileChooser.ExtensionFilter... kinds) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().addAll(kinds);
        return chooser;
    }

    private static Optional<String> path(File file) {
        return Optional.ofNullable(file).map(File::getAbsolutePath);
    }
}
