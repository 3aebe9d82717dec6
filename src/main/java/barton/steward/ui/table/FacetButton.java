package barton.steward.ui.table;

import barton.steward.catalog.Field;
import barton.steward.model.query.FacetCounts;
import barton.steward.model.query.FacetValue;
import barton.steward.ui.controls.ChecksPane;
import barton.steward.ui.controls.PaneButton;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Sentences;
import barton.steward.ui.virtual.RowsViewModel;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Opens the values of a field with their counts, which stay open; a tick narrows the rows to one, or widens them again.
final class FacetButton extends PaneButton {
    private final RowsViewModel model;
    private final Field field;

    FacetButton(RowsViewModel model, Field field) {
        super(Messages.field(model.table(), field), new FontIcon(Feather.CHEVRON_DOWN));
        this.model = model;
        this.field = field;
        setId("facet-" + field.name());
        getStyleClass().add("facet");
        setContentDisplay(ContentDisplay.RIGHT);
        setAccessibleText(Messages.get("facet.name", getText()));
        setTooltip(new Tooltip(Messages.get("facet.name", getText())));
    }

    @Override
    protected Node pane() {
        var pane = new ChecksPane("facet-search", Messages.get("facet.search", getText()));
        pane.say(Messages.get("facet.counting"));
        model.facet(field, counts -> show(counts, pane));
        return pane;
    }

    private void show(FacetCounts counts, ChecksPane pane) {
        pane.say(counts.values().isEmpty() ? Messages.get("facet.empty") : counts.partial() ? Messages.get("facet.partial") : "");
        List<CheckBox> boxes = counts.values().stream().map(value -> box(value, counts.partial())).toList();
        // Some values cannot be asked for together.
        boxes.forEach(box -> box.setOnAction(e -> {
            model.choose(field, value(box), box.isSelected());
            boxes.forEach(this::agree);
        }));
        pane.show(boxes);
    }

    private CheckBox box(FacetValue value, boolean about) {
        String exact = Formats.number(value.count());
        var box = new CheckBox(Messages.get("facet.value", Sentences.value(field, value.value()),
                about ? Messages.get("facet.about", exact) : exact));
        box.getStyleClass().add("facet-value");
        box.setUserData(value);
        agree(box);
        return box;
    }

    private void agree(CheckBox box) {
        box.setSelected(model.chosen(field).contains(value(box)));
    }

    private static Object value(CheckBox box) {
        return ((FacetValue) box.getUserData()).value();
    }
}
