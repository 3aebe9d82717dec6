package barton.steward.ui.table;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import barton.steward.catalog.Field;
import barton.steward.model.query.Filter;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Sentences;
import barton.steward.ui.support.WrappingScroll;
import barton.steward.ui.table.filter.FilterDialog;
import barton.steward.ui.task.Delay;
import barton.steward.ui.virtual.RowsViewModel;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What a table view asks, in words: its name, a search, menus of values, and the conditions as chips.
final class FilterBar extends VBox {
    /// Just enough to take what comes in one burst as one question; an outdated question is cancelled anyway.
    private static final Duration TYPING = Duration.millis(20);
    private static final double ONE_LINE = 34;

    private final RowsViewModel model;
    private final Dialogs dialogs;
    private final CustomTextField search = new CustomTextField();
    private final FlowPane filters = new FlowPane();
    private final HBox head;
    private final List<? extends Node> tools;
    private int fixed;
    private final Delay typing;

    /// @param views leads to the saved views
    /// @param tools stand at the end of the first line, or where they have room
    FilterBar(RowsViewModel model, List<Field> facets, Node views, Dialogs dialogs, List<? extends Node> tools) {
        this.model = model;
        this.dialogs = dialogs;
        this.typing = model.tasks().delay(TYPING, () -> model.search(search.getText()));
        getStyleClass().add("filter-bar");
        var title = new Label(Messages.table(model.table()));
        title.getStyleClass().add(Styles.TITLE_3);
        title.setMinWidth(USE_PREF_SIZE);
        this.tools = tools;
        this.head = new HBox(title, new Spacer(), search);
        head.getStyleClass().add("filter-head");
        head.getChildren().addAll(tools);
        filters.getStyleClass().add("filter-line");
        facets.forEach(field -> filters.getChildren().add(new FacetButton(model, field)));
        filters.getChildren().addAll(views, moreButton());
        fixed = filters.getChildren().size();
        var scroll = new WrappingScroll(filters);
        scroll.getStyleClass().add("filter-scroll");
        scroll.setMinHeight(ONE_LINE);
        getChildren().addAll(head, scroll);
        buildSearch();
        model.queryProperty().addListener(o -> show());
        // Not amid the laying out that tells the width: what moves then would be laid out for its old place.
        widthProperty().addListener(o -> Platform.runLater(() -> arrange(getWidth())));
        show();
    }

    /// Where the first line has no room for the tools, they stand before the filters, which wrap.
    private void arrange(double width) {
        double needed = Stream.concat(head.getChildren().stream(), tools.stream()).distinct()
                .mapToDouble(n -> n.prefWidth(-1) + head.getSpacing()).sum();
        boolean room = needed <= width - snappedLeftInset() - snappedRightInset();
        if (room != head.getChildren().containsAll(tools)) {
            Pane from = room ? filters : head;
            from.getChildren().removeAll(tools);
            if (room) {
                head.getChildren().addAll(tools);
            } else {
                filters.getChildren().addAll(0, tools);
            }
            fixed += room ? -tools.size() : tools.size();
        }
    }

    Node search() {
        return search;
    }

    private void buildSearch() {
        search.setId("search");
        search.setLeft(new FontIcon(Feather.SEARCH));
        search.setPromptText(Messages.get("search.prompt"));
        search.setAccessibleText(Messages.get("search.name", Messages.table(model.table())));
        String fields = model.searched().stream().map(f -> Messages.field(model.table(), f)).collect(Collectors.joining(", "));
        search.setTooltip(new Tooltip(Messages.get("search.hint", fields)));
        search.textProperty().addListener((o, was, now) -> {
            if (!now.strip().equals(model.query().search())) {
                typing.restart();
            }
        });
        search.setOnAction(e -> typing.now());
        search.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                typing.now();
                e.consume();
            }
        });
    }

    private void show() {
        if (!search.getText().strip().equals(model.query().search())) {
            typing.stop();
            search.setText(model.query().search());
        }
        filters.getChildren().subList(fixed, filters.getChildren().size()).clear();
        model.query().conditions().forEach(condition -> filters.getChildren().add(chip(condition)));
        if (!model.query().conditions().isEmpty()) {
            var clear = new Hyperlink(Messages.get("filter.clear"));
            clear.setId("filter-clear");
            clear.setOnAction(e -> model.clear());
            filters.getChildren().add(clear);
        }
    }

    private Node chip(Filter condition) {
        String sentence = Sentences.of(model.table(), condition);
        var text = new Button(sentence);
        text.setMnemonicParsing(false);
        text.getStyleClass().addAll("filter-chip-text", Styles.SMALL, Styles.FLAT);
        if (FilterDialog.canChange(model, condition)) {
            text.setTooltip(new Tooltip(Messages.get("filter.change")));
            text.setOnAction(e -> FilterDialog.change(model, dialogs, condition));
        }
        var remove = new Button(null, new FontIcon(Feather.X));
        remove.getStyleClass().addAll("filter-chip-remove", Styles.SMALL, Styles.FLAT, Styles.BUTTON_ICON);
        remove.setAccessibleText(Messages.get("filter.remove", sentence));
        remove.setTooltip(new Tooltip(Messages.get("filter.remove", sentence)));
        remove.setOnAction(e -> model.remove(condition));
        var chip = new HBox(text, remove);
        chip.getStyleClass().add("filter-chip");
        chip.setMaxHeight(USE_PREF_SIZE);
        return chip;
    }

    private Button moreButton() {
        var more = new Button(Messages.get("filter.more"), new FontIcon(Feather.PLUS));
        more.setId("filter-add");
        more.getStyleClass().add(Styles.FLAT);
        more.setTooltip(new Tooltip(Messages.get("filter.add")));
        more.setOnAction(e -> FilterDialog.add(model, dialogs, null));
        return more;
    }
}
