package barton.steward.ui.merging;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.ColumnNames;
import barton.steward.catalog.Entity;
import barton.steward.catalog.FieldType;
import barton.steward.catalog.Table;
import barton.steward.config.Visible;
import barton.steward.model.merge.MergePreview;
import barton.steward.model.merge.MergedCell;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ValueFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// The records beside each other, cell by cell, with what the survivor will have before them. Its lines are made once; a choice changes
/// what stands in them, so that the keyboard stays where it is.
final class MergeGrid extends GridPane {
    private static final int LONGEST = 160;
    private static final String SIDECAR = "sidecar.";

    private final MergeViewModel model;
    private final Entity entity;
    private final Map<String, List<String>> options;
    private final Map<String, RadioButton> choices = new HashMap<>();
    private final Map<String, Label> staying = new HashMap<>();

    /// @param all also the cells of which the records say the same
    MergeGrid(MergeViewModel model, boolean all) {
        this.model = model;
        MergePreview now = model.previewProperty().get();
        this.entity = now.plan().entity();
        this.options = model.options();
        setId("merge-grid");
        getStyleClass().addAll("conflict-grid", "merge-grid");
        getColumnConstraints().addAll(new ColumnConstraints(120), column());
        model.ids().forEach(id -> getColumnConstraints().add(column()));
        head();
        int line = 1;
        for (MergedCell cell : now.cells()) {
            boolean says = cell.options().stream().anyMatch(o -> o != null);
            if (cell.differs() || all && says) {
                add(line++, cell);
            }
        }
        if (line == 1) {
            add(new Label(Messages.get("merge.alike")), 0, 1, model.ids().size() + 2, 1);
        }
        show(now);
    }

    private static ColumnConstraints column() {
        var column = new ColumnConstraints(110, 170, Double.MAX_VALUE);
        column.setHgrow(Priority.ALWAYS);
        return column;
    }

    private void head() {
        var group = new ToggleGroup();
        var name = new Label(Messages.get("merge.survives"));
        name.getStyleClass().add("field-name");
        addRow(0, name, heading(Messages.get("merge.stays")));
        for (String id : model.ids()) {
            RadioButton button = button("survivor", id, model.name(id) + "\n" + id);
            button.setToggleGroup(group);
            button.getStyleClass().add(Styles.TEXT_BOLD);
            button.setOnAction(e -> model.survive(id));
            addRow(0, button);
        }
    }

    private static Label heading(String text) {
        var label = new Label(text);
        label.getStyleClass().add(Styles.TEXT_BOLD);
        return label;
    }

    private void add(int line, MergedCell cell) {
        var name = new Label(title(cell.field()));
        name.setWrapText(true);
        name.getStyleClass().add("field-name");
        var stays = new Label();
        stays.setId("merge-stays-" + cell.field());
        stays.setWrapText(true);
        stays.setMinHeight(USE_PREF_SIZE);
        staying.put(cell.field(), stays);
        addRow(line, name, stays);
        for (String id : model.ids()) {
            // In no group, which would swallow the click on the one that is chosen.
            RadioButton button = button(cell.field(), id, shown(cell.field(), model.option(cell, id)));
            button.setAccessibleText(name.getText() + ", " + model.name(id) + ": " + button.getText());
            button.setOnAction(e -> model.choose(cell, id));
            addRow(line, button);
        }
    }

    private RadioButton button(String field, String id, String text) {
        var button = new RadioButton(text);
        button.setId("merge-" + field + "-" + id);
        button.setMnemonicParsing(false);
        button.setWrapText(true);
        button.setMinHeight(USE_PREF_SIZE);
        choices.put(button.getId(), button);
        return button;
    }

    /// Whether the records still have what stands in the lines.
    boolean isUpToDate() {
        return options.equals(model.options());
    }

    /// What was chosen, and what the rules make of it.
    void show(MergePreview now) {
        choices.get("merge-survivor-" + now.plan().survivor()).setSelected(true);
        for (MergedCell cell : now.cells()) {
            Label stays = staying.get(cell.field());
            if (stays != null) {
                stays.setText(shown(cell.field(), cell.value()));
                stays.setTooltip(new Tooltip(Messages.get(cell.chosen() ? "merge.chosen" : cell.from() == null && cell.value() != null
                        ? "merge.united" : "merge.proposed")));
                stays.getStyleClass().setAll("label", cell.value() == null ? "null-value" : cell.chosen() ? "merge-chosen" : "merge-value");
                model.ids().forEach(id -> choices.get("merge-" + cell.field() + "-" + id).setSelected(id.equals(cell.from())));
            }
        }
    }

    private Table table(String field) {
        return field.startsWith(SIDECAR) ? entity.sidecar() : entity.master();
    }

    private static String column(String field) {
        return field.startsWith(SIDECAR) ? field.substring(SIDECAR.length()) : field;
    }

    private String title(String field) {
        return ColumnNames.of(table(field), column(field));
    }

    private String shown(String field, String value) {
        if (value == null) {
            return ValueFormat.NULL;
        }
        boolean yesNo = table(field).field(column(field)).filter(f -> f.type() == FieldType.BOOLEAN).isPresent();
        String text = yesNo ? Messages.get(value.equals("true") ? "value.yes" : "value.no") : Visible.value(value.replace('\n', ' '));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
