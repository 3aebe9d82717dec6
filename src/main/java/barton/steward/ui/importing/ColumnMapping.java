package barton.steward.ui.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Which header of the file fills which column of intake. A header fills one column: giving it to another takes it from the first.
public final class ColumnMapping {
    private final Set<String> names;
    private final ObservableList<Target> targets =
            FXCollections.observableArrayList(target -> new Observable[] {target.headerProperty()});
    private final ObservableList<String> headers = FXCollections.observableArrayList();
    private final ObservableList<String> unused = FXCollections.observableArrayList();

    /// A column of intake, by its name in the database, and the header that fills it; null where none does.
    public static final class Target {
        private final String column;
        private final ObjectProperty<String> header = new SimpleObjectProperty<>();

        private Target(String column) {
            this.column = column;
        }

        public String column() {
            return column;
        }

        public ObjectProperty<String> headerProperty() {
            return header;
        }
    }

    /// @param columns the columns of intake that can be filled
    /// @param names those of them by which a row can be called
    public ColumnMapping(List<String> columns, Set<String> names) {
        this.names = names;
        for (String column : columns) {
            var target = new Target(column);
            target.header.addListener((o, old, now) -> given(target, now));
            targets.add(target);
        }
    }

    /// In the order of the table.
    public ObservableList<Target> targets() {
        return targets;
    }

    /// The headers of the file.
    public ObservableList<String> headers() {
        return headers;
    }

    /// The headers that fill nothing.
    public ObservableList<String> unused() {
        return unused;
    }

    /// Starts anew with a file's headers and what was recognised of them.
    void set(List<String> fileHeaders, Map<String, String> recognised) {
        targets.forEach(target -> target.header.set(null));
        headers.setAll(fileHeaders.stream().filter(header -> !header.isBlank()).distinct().toList());
        targets.forEach(target -> target.header.set(recognised.get(target.column)));
        updateUnused();
    }

    /// Header by column, of the columns that are filled.
    Map<String, String> chosen() {
        var chosen = new HashMap<String, String>();
        for (Target target : targets) {
            if (target.header.get() != null) {
                chosen.put(target.column, target.header.get());
            }
        }
        return chosen;
    }

    /// Whether a column is filled by which a row can be called; without one, every row would be refused.
    boolean namesRows() {
        return targets.stream().anyMatch(target -> target.header.get() != null && names.contains(target.column));
    }

    private void given(Target to, String header) {
        for (Target other : targets) {
            if (header != null && other != to && header.equals(other.header.get())) {
                other.header.set(null);
            }
        }
        updateUnused();
    }

    private void updateUnused() {
        var left = new ArrayList<>(headers);
        left.removeAll(chosen().values());
        unused.setAll(left);
    }
}
