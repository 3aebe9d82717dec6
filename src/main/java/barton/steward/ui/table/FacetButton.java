package barton.steward.ui.table;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.Field;
import barton.steward.model.query.FacetCounts;
import barton.steward.model.query.FacetValue;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Sentences;
import barton.steward.ui.virtual.RowsViewModel;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;

/// The values of a field with their counts; a click on one narrows the rows to it, or widens them again.
final class FacetMenu extends MenuButton {
    private final RowsViewModel model;
    private final Field field;

    FacetMenu(RowsViewModel model, Field field) {
        super(Messages.field(model.table(), field));
        this.model = model;
        this.field = field;
        setId("facet-" + field.name());
        getStyleClass().addAll(Styles.SMALL, "facet");
        setAccessibleText(Messages.get("facet.name", getText()));
        setTooltip(new Tooltip(Messages.get("facet.name", getText())));
        getItems().setAll(note("facet.counting"));
        setOnShowing(e -> {
            getItems().setAll(note("facet.counting"));
            model.facet(field, this::show);
        });
    }

    private void show(FacetCounts counts) {
        if (counts.values().isEmpty()) {
            getItems().setAll(note("facet.empty"));
        } else {
            getItems().setAll(counts.values().stream().map(value -> item(value, counts.partial())).toList());
        }
        if (counts.partial()) {
            getItems().addFirst(note("facet.partial"));
        }
    }

    private MenuItem item(FacetValue value, boolean about) {
        String exact = Formats.number(value.count());
        String count = about ? Messages.get("facet.about", exact) : exact;
        var item = new CheckMenuItem(Messages.get("facet.value", name(value.value()), count));
        item.setMnemonicParsing(false);
        item.setSelected(model.chosen(field).contains(value.value()));
        item.setOnAction(e -> model.choose(field, value.value(), item.isSelected()));
        return item;
    }

    private String name(Object value) {
        return Sentences.value(field, value);
    }

    private static MenuItem note(String key) {
        var item = new MenuItem(Messages.get(key));
        item.setDisable(true);
        return item;
    }
}
