package barton.steward.ui.sidecars;

import barton.steward.catalog.Field;
import barton.steward.catalog.FieldType;
import barton.steward.catalog.Table;
import barton.steward.model.StewardException;
import barton.steward.model.history.EditResult;
import barton.steward.model.query.Row;
import barton.steward.service.Session;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Titles;
import barton.steward.ui.support.ValueFormat;
import barton.steward.ui.task.Tasks;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The sidecar of a company or a person, which may not be there yet, as a form. Only what the steward changed is saved; where somebody
/// else saved meanwhile, nothing is, and the form shows theirs beside what the steward changed.
public final class SidecarViewModel {
    private final Session session;
    private final Tasks tasks;
    private final Table table;
    private final String key;
    private final Map<Field, StringProperty> texts = new LinkedHashMap<>();
    private final Map<Field, ObservableList<String>> words = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Row> read = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<StewardException> problem = new ReadOnlyObjectWrapper<>();

    public SidecarViewModel(Session session, Tasks tasks, Table sidecars, String key) {
        this.session = session;
        this.tasks = tasks;
        this.table = sidecars;
        this.key = key;
        fields().forEach(field -> {
            if (field.type() == FieldType.TEXT_ARRAY) {
                words.put(field, FXCollections.observableArrayList());
            } else {
                texts.put(field, new SimpleStringProperty(""));
            }
        });
    }

    /// What the form has, in its order.
    public List<Field> fields() {
        return table.editableFields();
    }

    /// What is typed for a field that is no list.
    public StringProperty text(Field field) {
        return texts.get(field);
    }

    /// The items of a list.
    public ObservableList<String> words(Field field) {
        return words.get(field);
    }

    /// The sidecar as it was read last, of version 0 where there is none; null until it was read.
    public ReadOnlyObjectProperty<Row> readProperty() {
        return read.getReadOnlyProperty();
    }

    /// The name of the company or person.
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /// Why it was not saved; null while all is well.
    public ReadOnlyObjectProperty<StewardException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public void load() {
        tasks.run(Messages.get("task.record"), () -> new Loaded(session.sidecars().read(table, key),
                session.tables().row(table.entity().orElseThrow().master(), key).map(Titles::of).orElse(key)), loaded -> {
            name.set(loaded.name());
            fields().forEach(field -> show(field, loaded.row()));
            read.set(loaded.row());
        });
    }

    private record Loaded(Row row, String name) {
    }

    /// @param onSaved told the sidecar and the action by which it is taken back
    public void save(Consumer<EditResult.Saved> onSaved) {
        problem.set(null);
        Map<Field, Object> changes;
        try {
            changes = changes();
        } catch (IllegalArgumentException e) {
            problem.set(StewardException.refused(e.getMessage(), ""));
            return;
        }
        Row over = read.get();
        tasks.save(Messages.get("task.sidecar"), () -> session.sidecars().save(over, changes),
                result -> saved(result, changes, onSaved), failure -> problem.set(failure.cause()));
    }

    private void saved(EditResult result, Map<Field, Object> changes, Consumer<EditResult.Saved> onSaved) {
        switch (result) {
            case EditResult.Saved saved -> onSaved.accept(saved);
            case EditResult.Conflict met -> {
                Row theirs = met.theirs();
                String differing = fields().stream().filter(f -> !ValueFormat.same(f, met.original().get(f), theirs.get(f)))
                        .map(f -> Messages.get("sidecar.theirs", Messages.field(table, f),
                                ValueFormat.shown(f, theirs.get(f)))).collect(Collectors.joining("; "));
                fields().stream().filter(f -> !changes.containsKey(f)).forEach(f -> show(f, theirs));
                read.set(theirs);
                problem.set(StewardException.refused(Messages.get("sidecar.conflict", differing), Messages.get("sidecar.conflict.advice")));
            }
            case EditResult.Refused refused -> problem.set(StewardException.refused(refused.reason(), ""));
            case EditResult.Gone _ -> problem.set(StewardException.refused(Messages.get("record.gone"), ""));
        }
    }

    private Map<Field, Object> changes() {
        var changes = new HashMap<Field, Object>();
        for (Field field : fields()) {
            Object value = value(field);
            if (!ValueFormat.same(field, value, read.get().get(field)) && !Objects.equals(value, read.get().get(field))) {
                changes.put(field, value);
            }
        }
        return changes;
    }

    private Object value(Field field) {
        if (words.containsKey(field)) {
            return words.get(field).isEmpty() ? null : List.copyOf(words.get(field));
        }
        try {
            return ValueFormat.parse(field, texts.get(field).get());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(Messages.field(table, field) + ": " + e.getMessage(), e);
        }
    }

    private void show(Field field, Row row) {
        Object value = row.get(field);
        if (words.containsKey(field)) {
            words.get(field).setAll(value == null ? List.of() : ((List<?>) value).stream().map(String::valueOf).toList());
        } else {
            texts.get(field).set(ValueFormat.editable(field, value));
        }
    }
}
