package barton.steward.ui.table.filter;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.Field;
import barton.steward.model.query.Filter;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.virtual.RowsViewModel;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// Makes a filter, or changes one.
public final class FilterDialog {
    private static final double MOST_HEIGHT = 400;

    private final FilterForm form;
    private final Label problem = new Label();

    private FilterDialog(RowsViewModel model) {
        form = new FilterForm(model);
        problem.setId("filter-problem");
        problem.setWrapText(true);
        problem.getStyleClass().add(Styles.DANGER);
    }

    /// Whether a filter can be changed there: others were asked by the program, such as the rows of a preview.
    public static boolean canChange(RowsViewModel model, Filter filter) {
        return FilterForm.canShow(filter, model.table().fields());
    }

    /// Opens it for a new filter.
    /// @param first the field to begin with, or null
    public static void add(RowsViewModel model, Dialogs dialogs, Field first) {
        var dialog = new FilterDialog(model);
        if (first != null) {
            dialog.form.show(first);
        }
        dialog.open(dialogs, "filter.add", first != null, model::add);
    }

    /// Opens it for a filter that is asked now.
    public static void change(RowsViewModel model, Dialogs dialogs, Filter filter) {
        var dialog = new FilterDialog(model);
        dialog.form.show(filter);
        dialog.open(dialogs, "filter.change", true, changed -> model.replace(filter, changed));
    }

    /// @param known whether the field is chosen already, so that the keyboard goes to the value
    private void open(Dialogs dialogs, String title, boolean known, Consumer<List<Filter>> onFilters) {
        var scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        // As high as what is in it, up to a height that every window has.
        scroll.prefViewportHeightProperty().bind(form.heightProperty().map(height -> Math.min(height.doubleValue(), MOST_HEIGHT)));
        scroll.getStyleClass().add("filter-scroll");
        var content = new VBox(scroll, problem);
        content.getStyleClass().add("modal-content");
        var box = new ModalBox("filter", Messages.get(title), content);
        box.cancel(Messages.get("dialog.cancel"));
        box.action("filter-ok", Messages.get("filter.ok"), () -> {
            try {
                List<Filter> made = form.filters();
                box.close();
                onFilters.accept(made);
            } catch (IllegalArgumentException e) {
                problem.setText(e.getMessage());
            }
        });
        dialogs.show(box);
        if (known) {
            form.requestFocus();
        }
    }
}
