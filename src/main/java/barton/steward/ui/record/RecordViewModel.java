package barton.steward.ui.record;

import barton.steward.model.Change;
import barton.steward.model.EditResult;
import barton.steward.model.Field;
import barton.steward.model.IntakeFields;
import barton.steward.model.Row;
import barton.steward.model.Table;
import barton.steward.service.Desk;
import barton.steward.ui.support.Channel;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Tasks;
import barton.steward.ui.table.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/// One record: its fields, which are saved one by one as they are edited, its notes, its way and its history.
public final class RecordViewModel {
    private static final int MOST_CHANGES = 200;

    private final Desk desk;
    private final Tasks tasks;
    private final Channel reading;
    private final Channel surroundings;
    private final ReadOnlyObjectWrapper<Row> record = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper gone = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<EditResult.Conflict> conflict = new ReadOnlyObjectWrapper<>();
    private final ObservableMap<Field, String> problems = FXCollections.observableMap(new HashMap<>());
    private final ObservableList<Step> lineage = FXCollections.observableArrayList();
    private final ObservableList<Change> history = FXCollections.observableArrayList();
    private Consumer<EditResult.Saved> onSaved = saved -> { };

    public RecordViewModel(Desk desk, Tasks tasks) {
        this.desk = desk;
        this.tasks = tasks;
        this.reading = tasks.channel();
        this.surroundings = tasks.channel();
    }

    /// The record shown; null where none is.
    public ReadOnlyObjectProperty<Row> recordProperty() {
        return record.getReadOnlyProperty();
    }

    public Row record() {
        return record.get();
    }

    /// Whether the record that was asked for is not there any more.
    public ReadOnlyBooleanProperty goneProperty() {
        return gone.getReadOnlyProperty();
    }

    /// An edit that met somebody else's; null where none did.
    public ReadOnlyObjectProperty<EditResult.Conflict> conflictProperty() {
        return conflict.getReadOnlyProperty();
    }

    /// Why what was typed into a field was not saved.
    public ObservableMap<Field, String> problems() {
        return problems;
    }

    ObservableList<Step> lineage() {
        return lineage;
    }

    /// The newest change first.
    public ObservableList<Change> history() {
        return history;
    }

    List<Note> notes() {
        return record() == null || record().table() != Table.INTAKE ? List.of()
                : Note.parse(Table.INTAKE, record().text(IntakeFields.VALIDATION_NOTES));
    }

    public void onSaved(Consumer<EditResult.Saved> told) {
        onSaved = told;
    }

    /// Reads a record and shows it.
    public void open(Table table, Object key) {
        reading.run(Messages.get("task.record"), () -> desk.daos().tables().row(table, key), this::show);
    }

    /// Shows a row that a table has read already.
    public void show(Row row) {
        reading.drop();
        show(Optional.of(row));
    }

    /// Reads the record anew.
    public void refresh() {
        if (record() != null) {
            open(record().table(), record().key());
        }
    }

    /// Saves what was typed into a field, where it is another value than before.
    public void edit(Field field, String typed) {
        problems.remove(field);
        try {
            Object value = Values.parse(field, typed);
            if (value == null && !field.nullable()) {
                problems.put(field, Messages.get("record.required"));
            } else if (!typed.strip().equals(Values.editable(field, record().get(field)).strip())) {
                save(record(), change(field, value));
            }
        } catch (IllegalArgumentException e) {
            problems.put(field, e.getMessage());
        }
    }

    /// Saves the steward's values over what somebody else wrote meanwhile; nothing chosen keeps theirs.
    public void resolve(Map<Field, Object> chosen) {
        Row theirs = conflict.get().theirs();
        conflict.set(null);
        show(theirs);
        if (!chosen.isEmpty()) {
            save(theirs, chosen);
        }
    }

    private void save(Row original, Map<Field, Object> changes) {
        tasks.run(Messages.get("task.save"), () -> desk.daos().tables().edit(original, changes, desk.executor()),
                result -> saved(original, changes, result));
    }

    private void saved(Row original, Map<Field, Object> changes, EditResult result) {
        boolean shown = record() != null && record().key().equals(original.key());
        switch (result) {
            case EditResult.Saved saved -> {
                if (shown) {
                    show(saved.row());
                }
                onSaved.accept(saved);
            }
            case EditResult.Conflict met -> conflict.set(met);
            case EditResult.Refused refused -> changes.keySet().forEach(field -> problems.put(field, refused.reason()));
            case EditResult.Gone _ -> gone.set(true);
        }
    }

    private void show(Optional<Row> found) {
        gone.set(found.isEmpty());
        if (found.isEmpty()) {
            return;
        }
        Row row = found.get();
        boolean another = record() == null || record().table() != row.table() || !record().key().equals(row.key());
        if (another) {
            problems.clear();
            lineage.clear();
            history.clear();
        }
        if (!Objects.equals(record(), row)) {
            record.set(row);
        }
        surroundings.run(Messages.get("task.record"), () -> surroundings(row), around -> {
            lineage.setAll(around.steps());
            history.setAll(around.changes());
        });
    }

    private Surroundings surroundings(Row row) {
        return new Surroundings(new Lineage(desk.daos().tables()).of(row), desk.daos().history().of(row.table(), row.key(), MOST_CHANGES));
    }

    private static Map<Field, Object> change(Field field, Object value) {
        var changes = new HashMap<Field, Object>();
        changes.put(field, value);
        return changes;
    }

    private record Surroundings(List<Step> steps, List<Change> changes) {
    }
}
