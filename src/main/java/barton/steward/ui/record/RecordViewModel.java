package barton.steward.ui.record;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.model.history.Change;
import barton.steward.model.history.EditResult;
import barton.steward.model.query.Row;
import barton.steward.service.Session;
import barton.steward.ui.actions.DecisionQueue;
import barton.steward.ui.actions.Draft;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ValueFormat;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Tasks;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
public final class RecordViewModel implements DecisionQueue.Edits {
    private static final int MOST_CHANGES = 200;

    private final Session session;
    private final Tasks tasks;
    private final boolean withSurroundings;
    private final Channel reading;
    private final Channel surroundings;
    private final ReadOnlyObjectWrapper<Row> record = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper gone = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<EditResult.Conflict> conflict = new ReadOnlyObjectWrapper<>();
    private final ObservableMap<Field, String> problems = FXCollections.observableMap(new HashMap<>());
    private final ObservableList<LineageStep> lineage = FXCollections.observableArrayList();
    private final ObservableMap<String, String> besides = FXCollections.observableMap(new LinkedHashMap<>());
    private final ObservableList<Change> history = FXCollections.observableArrayList();
    private final Map<RecordId, Map<Field, Draft>> drafts = new HashMap<>();
    private final SaveQueue saves;
    private Consumer<EditResult.Saved> onSaved = saved -> { };
    private Consumer<List<Draft>> onUnsaved = typed -> { };
    private Consumer<RecordId> onGone = id -> { };

    public RecordViewModel(Session session, Tasks tasks) {
        this(session, tasks, true);
    }

    private RecordViewModel(Session session, Tasks tasks, boolean withSurroundings) {
        this.session = session;
        this.tasks = tasks;
        this.withSurroundings = withSurroundings;
        this.reading = tasks.channel();
        this.surroundings = tasks.channel();
        this.saves = new SaveQueue(session.records(), tasks, new SavedField());
    }

    /// For who goes quickly from record to record: neither way nor history are read.
    public static RecordViewModel ofRecordAlone(Session session, Tasks tasks) {
        return new RecordViewModel(session, tasks, false);
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

    ObservableList<LineageStep> lineage() {
        return lineage;
    }

    /// What the file of a record of intake has besides what fills its columns, by its headers.
    ObservableMap<String, String> besides() {
        return besides;
    }

    /// The newest change first.
    public ObservableList<Change> history() {
        return history;
    }

    List<Note> notes() {
        return record() == null || !record().table().isIntake() ? List.of()
                : Note.parse(record().table(), record().text(IntakeFields.VALIDATION_NOTES));
    }

    /// Told of each edit that changed something.
    public void onSaved(Consumer<EditResult.Saved> told) {
        onSaved = told;
    }

    /// Told what was typed into a record that is not shown any more and could not be saved. It is kept, and stands in its
    /// fields when the record is shown again.
    public void onUnsaved(Consumer<List<Draft>> told) {
        onUnsaved = told;
    }

    /// Told of a record that was to be read and is not there.
    public void onGone(Consumer<RecordId> told) {
        onGone = told;
    }

    /// Reads a record and shows it.
    public void open(Table table, Object key) {
        reading.run(Messages.get("task.record"), () -> session.tables().row(table, key), found -> {
            show(found);
            if (found.isEmpty()) {
                onGone.accept(new RecordId(table, key));
            }
        });
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

    /// Shows no record any more. What is being saved goes on; what cannot be saved is told as [#onUnsaved(Consumer)] says.
    public void close() {
        reading.drop();
        surroundings.drop();
        leave();
        record.set(null);
        gone.set(false);
    }

    /// Saves what was typed into a field of the row, where it is another value than the row has.
    public void edit(Row row, Field field, String typed) {
        discard(row, field);
        try {
            Object value = ValueFormat.parse(field, typed);
            if (value == null && !field.nullable()) {
                unsaved(row, List.of(new Draft(row, field, typed, Messages.get("record.required"))));
            } else if (saves.pending(row, field) || !ValueFormat.same(field, value, saves.over(row).get(field))) {
                save(row, change(field, value));
            }
        } catch (IllegalArgumentException e) {
            unsaved(row, List.of(new Draft(row, field, typed, e.getMessage())));
        }
    }

    /// Why what was typed into records is not saved; empty where all of it is.
    public List<String> unsaved() {
        return drafts.values().stream().flatMap(typed -> typed.values().stream()).map(Draft::reason).toList();
    }

    /// What was typed into a field of the row and is not saved.
    Optional<Draft> draft(Row row, Field field) {
        return Optional.ofNullable(drafts.getOrDefault(RecordId.of(row), Map.of()).get(field));
    }

    /// Forgets what was typed and not saved.
    void discard(Row row, Field field) {
        Map<Field, Draft> typed = drafts.get(RecordId.of(row));
        if (typed != null && typed.remove(field) != null && typed.isEmpty()) {
            drafts.remove(RecordId.of(row));
        }
        if (isShown(row)) {
            problems.remove(field);
        }
    }

    /// Gives away what was typed into fields of the row and not saved: it is not kept here any more.
    List<Draft> handOver(Row row) {
        List<Draft> typed = List.copyOf(drafts.getOrDefault(RecordId.of(row), Map.of()).values());
        typed.forEach(d -> discard(d.row(), d.field()));
        return typed;
    }

    /// Keeps what was typed and not saved, as if it had been typed here. To be called before its record is shown.
    public void keep(List<Draft> typed) {
        typed.forEach(d -> drafts.computeIfAbsent(RecordId.of(d.row()), id -> new LinkedHashMap<>()).put(d.field(), d));
    }

    /// Whether what was typed into a field of the row is on its way.
    boolean pending(Row row, Field field) {
        return saves.pending(row, field);
    }

    @Override
    public void whenSaved(Row shown, Consumer<Optional<Row>> then) {
        saves.whenSaved(shown, () -> then.accept(drafts.containsKey(RecordId.of(shown)) ? Optional.empty()
                : Optional.of(saves.over(shown))));
    }

    @Override
    public void changed(Row before, Row now) {
        saves.changed(before, now);
    }

    /// Saves the steward's values over what somebody else wrote meanwhile; nothing chosen keeps theirs.
    public void resolve(EditResult.Conflict met, Map<Field, Object> chosen) {
        conflict.set(null);
        if (isShown(met.theirs())) {
            show(met.theirs());
        }
        if (!chosen.isEmpty()) {
            save(met.theirs(), chosen);
        }
    }

    private void save(Row row, Map<Field, Object> changes) {
        changes.keySet().forEach(field -> discard(row, field));
        saves.save(row, changes);
    }

    private boolean isShown(Row row) {
        return record() != null && RecordId.of(record()).equals(RecordId.of(row));
    }

    /// What could not be saved must not go out of sight unsaid.
    private void leave() {
        if (record() != null && drafts.containsKey(RecordId.of(record()))) {
            onUnsaved.accept(List.copyOf(drafts.get(RecordId.of(record())).values()));
        }
    }

    private void unsaved(Row row, Map<Field, Object> changes, String reason) {
        unsaved(row, changes.entrySet().stream()
                .map(c -> new Draft(row, c.getKey(), ValueFormat.editable(c.getKey(), c.getValue()), reason)).toList());
    }

    private void unsaved(Row row, List<Draft> typed) {
        keep(typed);
        if (isShown(row)) {
            typed.forEach(d -> problems.put(d.field(), d.reason()));
        } else {
            onUnsaved.accept(typed);
        }
    }

    private void show(Optional<Row> found) {
        gone.set(found.isEmpty());
        if (found.isEmpty()) {
            return;
        }
        Row row = found.get();
        boolean another = !isShown(row);
        if (another) {
            leave();
            problems.clear();
            lineage.clear();
            history.clear();
            besides.clear();
        }
        if (!Objects.equals(record(), row)) {
            record.set(row);
        }
        if (another) {
            drafts.getOrDefault(RecordId.of(row), Map.of()).values().forEach(d -> problems.put(d.field(), d.reason()));
        }
        if (withSurroundings) {
            surroundings.run(Messages.get("task.record"), () -> surroundings(row), around -> {
                lineage.setAll(around.steps());
                history.setAll(around.changes());
                besides.clear();
                besides.putAll(around.besides());
            });
        }
    }

    private RecordContext surroundings(Row row) {
        var lineage = new Lineage(session.tables(), session.review(), session.enrichment(), session.merges());
        Map<String, String> besides = Entity.ofIntake(row.table()).map(e -> session.imports(e).besides((Long) row.key())).orElse(Map.of());
        return new RecordContext(lineage.of(row), session.records().changes(row, MOST_CHANGES), besides);
    }

    private static Map<Field, Object> change(Field field, Object value) {
        var changes = new HashMap<Field, Object>();
        changes.put(field, value);
        return changes;
    }

    private final class SavedField implements SaveQueue.SaveListener {
        @Override
        public void saved(EditResult.Saved saved) {
            if (isShown(saved.row())) {
                show(saved.row());
            }
            if (saved.actionId() != 0) {
                onSaved.accept(saved);
            }
        }

        @Override
        public void conflict(EditResult.Conflict met) {
            if (isShown(met.theirs())) {
                conflict.set(met);
            } else {
                unsaved(met.original(), met.mine(), Messages.get("record.conflict"));
            }
        }

        @Override
        public void refused(Row original, Map<Field, Object> changes, String reason) {
            unsaved(original, changes, reason);
        }

        @Override
        public void gone(Row original, Map<Field, Object> changes) {
            if (isShown(original)) {
                gone.set(true);
            }
            unsaved(original, changes, Messages.get("record.gone"));
        }

        @Override
        public void failed(Row original, Map<Field, Object> changes, Failure failure) {
            unsaved(original, changes, failure.cause().getMessage());
            tasks.fail(new Failure(failure.task(), failure.cause(), () -> save(original, changes)));
        }
    }

    private record RecordContext(List<LineageStep> steps, List<Change> changes, Map<String, String> besides) {
    }
}
