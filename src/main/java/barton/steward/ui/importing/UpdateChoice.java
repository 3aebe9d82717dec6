package barton.steward.ui.importing;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.model.intake.ImportPreview;
import barton.steward.model.update.UpdatePlan;
import barton.steward.service.intake.Updates;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Whether the file updates records instead of bringing new ones: those of which table, and by which column it names them.
public final class UpdateChoice {
    private final Entity entity;
    private final Updates updates;
    private final ColumnMapping columns;
    private final ObjectProperty<Table> table = new SimpleObjectProperty<>();
    private final ObservableList<Field> keys = FXCollections.observableArrayList();
    private final ObjectProperty<Field> key = new SimpleObjectProperty<>();
    private final StringProperty batch = new SimpleStringProperty("");
    private final BooleanBinding usable = Bindings.createBooleanBinding(() -> key.get() != null, key);
    private List<String> header = List.of();
    private Field proposed;

    UpdateChoice(Entity entity, Updates updates, ColumnMapping columns) {
        this.entity = entity;
        this.updates = updates;
        this.columns = columns;
        table.addListener((o, was, now) -> offer());
    }

    /// Whose records are updated; null: the file brings new rows.
    public ObjectProperty<Table> tableProperty() {
        return table;
    }

    /// The columns of the table that the file has, those first that usually name records.
    public ObservableList<Field> keys() {
        return keys;
    }

    /// The one that names the records; null where the file has none.
    public ObjectProperty<Field> keyProperty() {
        return key;
    }

    /// Of intake: only records of this batch are meant; blank: all of them.
    public StringProperty batchProperty() {
        return batch;
    }

    BooleanBinding usable() {
        return usable;
    }

    void read(List<String> fileHeader) {
        header = fileHeader;
        offer();
    }

    /// What is assigned may be other columns now.
    void offer() {
        Field chosen = key.get();
        List<Field> found = table.get() == null ? List.of() : updates.keys(table.get(), header, mapping());
        if (!found.equals(keys)) {
            keys.setAll(found);
        }
        boolean kept = chosen != null && !chosen.equals(proposed) && found.contains(chosen);
        proposed = found.stream().findFirst().orElse(null);
        key.set(kept ? chosen : proposed);
    }

    UpdatePlan plan(Path file, ImportPreview preview) {
        Optional<String> of = Optional.of(batch.get().strip()).filter(b -> !b.isEmpty() && table.get().isIntake());
        return new UpdatePlan(file, preview.format().options(), table.get(), of, Optional.of(key.get().name()), mapping(), Map.of(),
                Optional.empty());
    }

    /// As the steward assigned the headers: a column without one takes nothing, whatever its name.
    private Map<String, String> mapping() {
        var mapping = new HashMap<String, String>();
        boolean intake = table.get().isIntake();
        columns.targets().forEach(target -> entity.intake().field(target.column()).map(f -> intake ? f : f.master().orElse(f))
                .ifPresent(f -> mapping.merge(f.name(), Optional.ofNullable(target.headerProperty().get()).orElse(""),
                        (one, other) -> one.isEmpty() ? other : one)));
        return mapping;
    }
}
