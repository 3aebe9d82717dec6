package barton.steward.ui.virtual;

import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/// Which rows of a [RowList] are ticked: some by their keys, or all that the query finds but some.
/// It holds for the list's query, so it ends when another question is asked; a new order keeps it.
public final class RowSelection {
    private final RowList rows;
    private final Set<Object> keys = new HashSet<>();
    private final ReadOnlyBooleanWrapper all = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper count = new ReadOnlyLongWrapper();

    public RowSelection(RowList rows) {
        this.rows = rows;
        count.bind(Bindings.createLongBinding(() -> all.get() ? Math.max(0, rows.countProperty().get() - keys.size()) : keys.size(),
                changes, rows.countProperty()));
        rows.queryProperty().addListener((o, was, now) -> {
            if (was != null && !was.sortedBy(now.sort()).equals(now)) {
                clear();
            }
        });
    }

    /// How many rows are selected, as far as is known.
    public ReadOnlyLongProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    public long count() {
        return count.get();
    }

    /// Whether the selection is all rows but some.
    public ReadOnlyBooleanProperty allProperty() {
        return all.getReadOnlyProperty();
    }

    /// Counts the changes of the selection.
    public ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    public boolean isEmpty() {
        return count() == 0;
    }

    /// A row that was not read yet (null) is selected only where all are.
    public boolean contains(Row row) {
        return row == null ? all.get() : all.get() != keys.contains(row.key());
    }

    /// The key of the one row that is selected, where it was selected by itself.
    public Optional<Object> only() {
        return all.get() || keys.size() != 1 ? Optional.empty() : Optional.of(keys.iterator().next());
    }

    public void selectAll() {
        set(true, Set.of());
    }

    public void clear() {
        set(false, Set.of());
    }

    public void add(Collection<?> more) {
        if (all.get() ? keys.removeAll(more) : keys.addAll(more)) {
            changed();
        }
    }

    public void remove(Collection<?> fewer) {
        if (all.get() ? keys.addAll(fewer) : keys.removeAll(fewer)) {
            changed();
        }
    }

    public void toggle(Row row) {
        Set<Object> key = Set.of(row.key());
        if (contains(row)) {
            remove(key);
        } else {
            add(key);
        }
    }

    /// What a bulk action is told; the count it will find may be another by then.
    public Selection selection() {
        Query query = rows.query();
        return all.get() ? new Selection.Matching(query, Set.copyOf(keys)) : new Selection.Keys(query.table(), Set.copyOf(keys));
    }

    private void set(boolean allRows, Set<Object> others) {
        if (all.get() != allRows || !keys.equals(others)) {
            all.set(allRows);
            keys.clear();
            keys.addAll(others);
            changed();
        }
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }
}
