package barton.steward.ui.importing;

import barton.steward.model.intake.FileColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/// Which header of the file fills which column of intake. A header fills one column: giving it to another takes it from the first.
public final class ColumnMapping {
    private final Set<String> names;
    private final ObservableList<Target> targets =
            FXCollections.observableArrayList(target -> new Observable[] {target.headerProperty()});
    private final ObservableMap<String, FileColumn> facts = FXCollections.observableHashMap();
    private long counted;
    private final ObservableList<String> headers = FXCollections.observableArrayList();
    private final ObservableList<String> unused = FXCollections.observableArrayList();

    /// A column of intake, by its name in the database, and the header that fills it; null where none does.
    public static final class Target {
        private final String column;
        private final ObjectProperty<String> header = new SimpleObjectProperty<>();
        private final ReadOnlyObjectWrapper<String> proposed = new ReadOnlyObjectWrapper<>();
        private final ObservableList<String> gaps = FXCollections.observableArrayList();

        private Target(String column) {
            this.column = column;
        }

        public String column() {
            return column;
        }

        public ObjectProperty<String> headerProperty() {
            return header;
        }

        /// The headers that fill what the first leaves empty.
        public ObservableList<String> gaps() {
            return gaps;
        }

        /// What may fill the column, where nothing does; null for nothing.
        public ReadOnlyObjectProperty<String> proposedProperty() {
            return proposed.getReadOnlyProperty();
        }

        private List<String> all() {
            return header.get() == null ? List.of() : Stream.concat(Stream.of(header.get()), gaps.stream()).toList();
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
        var lists = new HashMap<String, List<String>>();
        recognised.forEach((column, header) -> lists.put(column, List.of(header)));
        setLists(fileHeaders, lists);
    }

    /// The same where several headers fill a column, the first before the others.
    void setLists(List<String> fileHeaders, Map<String, List<String>> recognised) {
        targets.forEach(target -> {
            target.gaps.clear();
            target.header.set(null);
        });
        headers.setAll(fileHeaders.stream().filter(header -> !header.isBlank()).distinct().toList());
        targets.stream().filter(target -> recognised.containsKey(target.column)).forEach(target -> {
            List<String> all = recognised.get(target.column);
            target.header.set(all.getFirst());
            target.gaps.setAll(all.subList(1, all.size()));
        });
        updateUnused();
    }

    /// What was counted of the file's columns in so many of its rows, and what is proposed for columns that nothing fills.
    void facts(List<FileColumn> columns, long rows, Map<String, String> proposals) {
        counted = rows;
        facts.clear();
        columns.forEach(column -> facts.put(column.header(), column));
        targets.forEach(target -> target.proposed.set(proposals.get(target.column)));
    }

    /// What is known of a column of the file.
    Optional<FileColumn> fact(String header) {
        return Optional.ofNullable(facts.get(header));
    }

    ObservableMap<String, FileColumn> facts() {
        return facts;
    }

    /// In how many rows the columns were counted.
    long counted() {
        return counted;
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

    /// The headers by column, of the columns that are filled.
    Map<String, List<String>> chosenLists() {
        return targets.stream().filter(target -> target.header.get() != null)
                .collect(Collectors.toMap(Target::column, Target::all));
    }

    /// Whether a column is filled by which a row can be called; without one, every row would be refused.
    boolean namesRows() {
        return targets.stream().anyMatch(target -> target.header.get() != null && names.contains(target.column));
    }

    private void given(Target to, String header) {
        to.gaps.clear();
        for (Target other : targets) {
            other.gaps.remove(header);
            if (header != null && other != to && header.equals(other.header.get())) {
                other.header.set(null);
            }
        }
        updateUnused();
    }

    private void updateUnused() {
        var left = new ArrayList<>(headers);
        targets.forEach(target -> left.removeAll(target.all()));
        unused.setAll(left);
    }
}
