package barton.steward.ui.record;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.model.query.Row;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Titles;
import barton.steward.ui.support.WebAddress;
import barton.steward.ui.virtual.CellRenderers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.MapChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One record of intake, large enough to be judged at a glance: what it is called, how it stands, and every field that a steward fills
/// with the notes about it beside. The fields are edited in place as in the drawer, with the same checks. Shows the record of its
/// view-model.
public final class RecordCard extends VBox {
    private static final double NAMES = 150;
    private static final double NOTES_SHARE = 34;

    private final RecordViewModel model;
    private final Label title = new Label();
    private final Label state = new Label("", new FontIcon());
    private final Label key = new Label();
    private final Label from = new Label();
    private final VBox notes = new VBox();
    private final GridPane grid = new GridPane();
    private final Map<Field, FieldRow> rows = new LinkedHashMap<>();
    private final Map<Field, VBox> beside = new LinkedHashMap<>();

    public RecordCard(AppContext context, RecordViewModel model, Table table) {
        this(context, model, table, context.permissions().refusal(table).isEmpty());
    }

    /// A card whose fields nobody can edit.
    public static RecordCard toLookAt(AppContext context, RecordViewModel model, Table table) {
        return new RecordCard(context, model, table, false);
    }

    private RecordCard(AppContext context, RecordViewModel model, Table table, boolean editing) {
        this.model = model;
        setId("card");
        getStyleClass().add("record-card");
        title.setId("card-title");
        title.getStyleClass().add(Styles.TITLE_2);
        title.setWrapText(true);
        state.setId("card-state");
        state.getStyleClass().add("status-");
        key.setId("card-key");
        key.getStyleClass().add(Styles.TEXT_MUTED);
        from.getStyleClass().add(Styles.TEXT_MUTED);
        var status = new HBox(state, key, from);
        status.setId("card-status");
        status.getStyleClass().add("record-card-status");
        notes.setId("card-notes");
        notes.getStyleClass().add("record-card-notes");
        grid.getStyleClass().add("record-card-grid");
        var names = new ColumnConstraints(NAMES);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        var remarks = new ColumnConstraints();
        remarks.setPercentWidth(NOTES_SHARE);
        grid.getColumnConstraints().setAll(names, values, remarks);
        build(context, table, editing);
        getChildren().addAll(title, status, notes, grid);
        model.recordProperty().subscribe(this::show);
        model.problems().addListener((MapChangeListener<Field, String>) c -> Optional.ofNullable(rows.get(c.getKey()))
                .ifPresent(row -> row.problem(c.wasAdded() ? c.getValueAdded() : null)));
        EditTroubles.tell(context, model, () -> show(model.record()));
    }

    /// Puts the keyboard into the first field with which something is wrong, else into the first field.
    public void edit() {
        Stream<Field> faulty = model.notes().stream().filter(Note::error).flatMap(note -> note.field().stream());
        Stream.concat(faulty, rows.keySet().stream()).map(rows::get).filter(row -> row != null).findFirst().ifPresent(FieldRow::focus);
    }

    /// Saves what is being typed, as leaving the field does.
    public void commit() {
        rows.values().forEach(FieldRow::commit);
    }

    /// Whether something was typed that is not saved yet.
    public boolean typing() {
        return rows.values().stream().anyMatch(FieldRow::typing);
    }

    /// The first page on the web that the record names; empty where it names none that is safe to open.
    public Optional<String> webAddress() {
        Row row = model.record();
        return row == null ? Optional.empty() : rows.keySet().stream().filter(Field::isWebAddress).map(row::text)
                .filter(text -> WebAddress.of(text).isPresent()).findFirst();
    }

    private void build(AppContext context, Table table, boolean editing) {
        int line = 0;
        for (Field field : table.columns()) {
            if (field.editable()) {
                add(field, new FieldRow(context, model, table, field, editing), line++);
            }
        }
    }

    private void add(Field field, FieldRow row, int line) {
        var remarks = new VBox();
        remarks.setId("beside-" + field.name());
        remarks.getStyleClass().add("record-card-notes");
        rows.put(field, row);
        beside.put(field, remarks);
        grid.addRow(line, row.name(), row.value(), remarks);
    }

    private void show(Row row) {
        if (row == null) {
            commit();
            return;
        }
        title.setText(Titles.of(row));
        rows.values().forEach(field -> field.show(row));
        showStatus(row);
        notes.getChildren().clear();
        beside.values().forEach(box -> box.getChildren().clear());
        model.notes().forEach(note -> note.field().map(beside::get).orElse(notes).getChildren().add(label(note)));
        notes.setVisible(!notes.getChildren().isEmpty());
        notes.setManaged(notes.isVisible());
    }

    private void showStatus(Row row) {
        String name = row.text(IntakeFields.STATUS);
        state.setText(Messages.get("status." + name));
        ((FontIcon) state.getGraphic()).setIconCode(CellRenderers.statusIcon(name));
        state.getStyleClass().set(state.getStyleClass().size() - 1, "status-" + name);
        key.setText("#" + row.key());
        String batch = row.text(IntakeFields.IMPORT_BATCH_ID);
        from.setText(batch == null ? Messages.get("review.nobatch") : batch);
    }

    private static Label label(Note note) {
        var label = new Label(note.text(), new FontIcon(note.error() ? Feather.X_CIRCLE : Feather.INFO));
        label.setWrapText(true);
        label.getStyleClass().addAll("note", note.error() ? "note-error" : "note-remark");
        return label;
    }
}
