package barton.steward.ui.matches;

import atlantafx.base.theme.Styles;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Starts the search for pairs; while one runs, how far it is and a stop that really stops it.
final class FindingBar extends HBox {
    FindingBar(MatchSearchViewModel model, Command find, ObservableValue<Boolean> possible) {
        getStyleClass().add("finding-bar");
        ObservableValue<Boolean> running = model.runningProperty().map(batch -> true).orElse(false);
        var within = new CheckBox(Messages.get("matches.within"));
        within.setId("matches-within");
        within.setMinWidth(USE_PREF_SIZE);
        within.setTooltip(new Tooltip(Messages.get("matches.within.hint")));
        within.selectedProperty().bindBidirectional(model.withinProperty());
        var button = new Button(find.title(), new FontIcon(Feather.SEARCH));
        button.setId("matches-find");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(find.hint()));
        button.setOnAction(e -> find.run());
        var idle = new HBox(within, button);
        idle.getStyleClass().add("finding-bar");
        idle.disableProperty().bind(possible.map(b -> !b));
        getChildren().addAll(Nodes.shownWhile(running.map(b -> !b), idle), Nodes.shownWhile(running, progress(model)));
    }

    private static HBox progress(MatchSearchViewModel model) {
        var text = new Label();
        text.setId("matches-running");
        text.textProperty().bind(Bindings.createStringBinding(() -> model.runningProperty().get() == null ? ""
                : Messages.get("matches.running", model.runningProperty().get(), model.rowsProperty().get()),
                model.runningProperty(), model.rowsProperty()));
        var bar = new ProgressBar();
        bar.getStyleClass().add(Styles.SMALL);
        bar.setAccessibleText(Messages.get("matches.running.name"));
        var stop = new Button(Messages.get("running.cancel"));
        stop.setId("matches-stop");
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(e -> {
            stop.setDisable(true);
            model.cancel();
        });
        model.runningProperty().addListener(o -> stop.setDisable(false));
        var box = new HBox(text, bar, stop);
        box.getStyleClass().add("finding-bar");
        return box;
    }
}
