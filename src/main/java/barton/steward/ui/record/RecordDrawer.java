package barton.steward.ui.record;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.model.query.Row;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.merging.MergedLine;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.Titles;
import barton.steward.ui.table.HistoryPane;
import barton.steward.ui.virtual.CellRenderers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The drawer beside a table: one record with its fields, validation notes, way through the database and history.
public final class RecordDrawer extends VBox {
    private final AppContext context;
    private final RecordViewModel model;
    private final Label title = new Label();
    private final HBox status = new HBox();
    private final StandingLine standing;
    private final RecordActions actions;
    private final VBox notes = new VBox();
    private final GridPane grid = new GridPane();
    private final Map<Field, FieldRow> rows = new LinkedHashMap<>();
    private final TabPane tabs;
    private Table shown;

    /// @param onClose runs when the steward closes the drawer
    public RecordDrawer(AppContext context, RecordViewModel model, Runnable onClose) {
        this.context = context;
        this.model = model;
        this.standing = new StandingLine(context);
        this.actions = new RecordActions(context);
        setId("drawer");
        getStyleClass().add("drawer");
        title.setId("drawer-title");
        title.getStyleClass().add(Styles.TITLE_4);
        title.setWrapText(true);
        status.getStyleClass().add("drawer-status");
        notes.getStyleClass().add("notes");
        grid.getStyleClass().add("field-grid");
        var names = new ColumnConstraints(104);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, values);
        var gone = new Label(Messages.get("record.gone"));
        gone.setWrapText(true);
        gone.getStyleClass().add("state-text");
        gone.visibleProperty().bind(model.goneProperty());
        gone.managedProperty().bind(gone.visibleProperty());
        tabs = new TabPane(tab("fields", new VBox(notes, grid, new BesidesPane(model))), tab("lineage", new LineagePane(context, model)),
                tab("history", new VBox(new PastPane(context, model), new HistoryPane(context, model.history(), this::called))));
        tabs.setAccessibleText(Messages.get("drawer.tabs"));
        tabs.setId("drawer-tabs");
        tabs.getStyleClass().add(Styles.DENSE);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        var fixed = Nodes.hint("");
        fixed.setId("drawer-fixed");
        fixed.textProperty().bind(Bindings.createStringBinding(() -> model.record() == null ? ""
                : context.permissions().refusal(model.record().table()).orElse(""), model.recordProperty(),
                context.permissions().grantedProperty()));
        Nodes.shownWhile(fixed.textProperty().isNotEmpty(), fixed);
        getChildren().addAll(head(onClose), status, standing, actions, gone, fixed, tabs);
        context.permissions().grantedProperty().addListener(o -> {
            shown = null;
            show(model.record());
        });
        model.recordProperty().addListener((o, was, now) -> show(now));
        model.problems().addListener((MapChangeListener<Field, String>) c -> {
            FieldRow row = rows.get(c.getKey());
            if (row != null) {
                row.problem(c.wasAdded() ? c.getValueAdded() : null);
            }
        });
        EditTroubles.tell(context, model, () -> show(model.record()));
        model.history().addListener((ListChangeListener<Object>) c -> tabs.getTabs().get(2).setText(model.history().isEmpty()
                ? Messages.get("record.history") : Messages.get("record.historycount", model.history().size())));
        if (model.record() != null) {
            show(model.record());
        }
    }

    /// Saves what was typed into a field and not saved yet, as leaving the field does.
    public void commit() {
        rows.values().forEach(FieldRow::commit);
    }

    /// Puts the keyboard into the first field that is faulty, else into the first one.
    public void edit() {
        showFields();
        model.notes().stream().filter(Note::error).flatMap(note -> note.field().stream()).map(rows::get).filter(Objects::nonNull)
                .findFirst().or(() -> rows.values().stream().filter(row -> row.field().editable()).findFirst())
                .ifPresent(this::focus);
    }

    /// Puts the keyboard into a field, at the end of what stands there.
    public void edit(Field field) {
        showFields();
        Optional.ofNullable(rows.get(field)).ifPresent(this::focus);
    }

    private void showFields() {
        tabs.getSelectionModel().selectFirst();
        // Just opened, it has nothing that could get the keyboard before its skins are made.
        applyCss();
        layout();
    }

    private void focus(FieldRow row) {
        Nodes.reveal((ScrollPane) tabs.getTabs().getFirst().getContent(), row.value());
        row.focus();
    }

    private HBox head(Runnable onClose) {
        var close = new Button(null, new FontIcon(Feather.X));
        close.setId("drawer-close");
        close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        close.setAccessibleText(Messages.get("record.close"));
        close.setTooltip(new Tooltip(Messages.get("record.close")));
        close.setOnAction(e -> onClose.run());
        var head = new HBox(title, new Spacer(), close);
        head.getStyleClass().add("drawer-head");
        return head;
    }

    private String called(String field) {
        Table table = model.record().table();
        return table.field(field).map(f -> Messages.field(table, f)).orElse(field);
    }

    /// Whether something was typed that is not saved yet.
    public boolean typing() {
        return rows.values().stream().anyMatch(FieldRow::typing);
    }

    private void show(Row row) {
        if (row == null) {
            standing.hide();
            commit();
            return;
        }
        title.setText(Titles.of(row));
        if (row.table() != shown) {
            shown = row.table();
            build();
        }
        rows.values().forEach(field -> field.show(row));
        status.getChildren().setAll(status(row));
        if (row.table().isIntake()) {
            standing.show(Entity.ofIntake(row.table()).orElseThrow(), (Long) row.key());
        } else {
            standing.hide();
        }
        actions.show(row);
        notes.getChildren().clear();
        model.notes().forEach(note -> notes.getChildren().add(note(note, "note-" + notes.getChildren().size())));
        notes.setManaged(!notes.getChildren().isEmpty());
    }

    private void build() {
        commit();
        rows.clear();
        grid.getChildren().clear();
        int line = 0;
        for (Field field : shown.fields()) {
            if (field != IntakeFields.STATUS && field != IntakeFields.VALIDATION_NOTES) {
                var row = new FieldRow(context, model, shown, field, context.permissions().refusal(shown).isEmpty());
                rows.put(field, row);
                grid.addRow(line++, row.name(), row.value());
            }
        }
    }

    private Node status(Row row) {
        String key = row.key().toString();
        if (row.table().isIntake()) {
            String name = row.text(IntakeFields.STATUS);
            var label = new Label(Messages.get("status." + name), new FontIcon(CellRenderers.statusIcon(name)));
            label.setId("drawer-record-status");
            label.getStyleClass().add("status-" + name);
            var id = new Label("#" + key);
            id.setId("drawer-record-id");
            id.getStyleClass().add(Styles.TEXT_MUTED);
            return new HBox(8, label, id);
        }
        var label = new Label(Messages.table(row.table()) + "  ·  " + key);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        return switch (row.table()) {
            case PEOPLE -> new VBox(label, new EmailLine(context, row), new SuppressionLine(context, row), new MergedLine(context, row));
            case MASTER -> new VBox(label, new MergedLine(context, row));
            default -> label;
        };
    }

    private Node note(Note note, String id) {
        var icon = new FontIcon(note.error() ? Feather.X_CIRCLE : Feather.INFO);
        var link = new Hyperlink(note.text(), icon);
        link.setWrapText(true);
        link.setMnemonicParsing(false);
        link.setId(id);
        link.getStyleClass().addAll("note", note.error() ? "note-error" : "note-remark");
        note.field().map(rows::get).ifPresentOrElse(row -> link.setOnAction(e -> {
            link.setVisited(false);
            focus(row);
        }), () -> link.getStyleClass().add("note-plain"));
        return link;
    }

    private Tab tab(String name, Node content) {
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        var tab = new Tab(Messages.get("record." + name), scroll);
        tab.setId("tab-" + name);
        tab.setClosable(false);
        return tab;
    }
}
