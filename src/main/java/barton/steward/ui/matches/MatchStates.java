package barton.steward.ui.matches;

import atlantafx.base.theme.Styles;
import barton.steward.model.matching.MatchRun;
import barton.steward.ui.matches.MatchesViewModel.Facts;
import barton.steward.ui.matches.MatchesViewModel.State;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.ErrorPane;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands in the place of the pairs where there are none, they are on their way, or could not be read.
final class MatchStates extends StackPane {
    private static final Map<State, Ikon> ICONS = Map.of(State.NO_BATCH, Feather.INBOX, State.NOT_SEARCHED, Feather.SEARCH,
            State.NOTHING_FOUND, Feather.CHECK, State.ALL_DECIDED, Feather.CHECK_CIRCLE, State.NONE_DECIDED, Feather.COPY,
            State.NO_GROUP, Feather.COPY);

    private final MatchesViewModel model;
    private final Node pairs;
    private final Map<State, List<Command>> offers;

    /// @param pairs shown where there are some
    /// @param offers what can be done in a state, the first as its main button
    MatchStates(MatchesViewModel model, Node pairs, Map<State, List<Command>> offers) {
        this.model = model;
        this.pairs = pairs;
        this.offers = offers;
        model.stateProperty().subscribe(this::show);
        model.factsProperty().addListener(o -> show(model.stateProperty().get()));
    }

    private void show(State state) {
        Node now = switch (state) {
            case READY -> pairs;
            case LOADING -> loading();
            case FAILED -> failed();
            default -> box(state);
        };
        if (!getChildren().equals(List.of(now))) {
            getChildren().setAll(now);
        }
    }

    private static Node loading() {
        var wheel = new ProgressIndicator();
        wheel.setMaxSize(32, 32);
        wheel.setAccessibleText(Messages.get("matches.reading"));
        var box = new VBox(wheel, new Label(Messages.get("matches.reading")));
        box.setId("matches-loading");
        return boxed(box);
    }

    private Node failed() {
        var retry = new Button(Messages.get("error.retry"), new FontIcon(Feather.REFRESH_CW));
        retry.setId("matches-retry");
        retry.getStyleClass().add(Styles.ACCENT);
        retry.setOnAction(e -> model.refresh());
        var box = new VBox(new ErrorPane(model.failureProperty().get()), retry);
        box.setId("matches-failed");
        box.getStyleClass().add("state-error");
        return boxed(box);
    }

    private Node box(State state) {
        Facts facts = model.factsProperty().get();
        var text = new Label(state == State.NOTHING_FOUND ? compared(facts)
                : Messages.of(model.entityProperty().get(), "matches.state.", state.name(), model.batchProperty().get()));
        text.setId("matches-state");
        text.setWrapText(true);
        text.getStyleClass().add("state-text");
        var box = new VBox(new FontIcon(ICONS.get(state)), text);
        for (Command command : offers.getOrDefault(state, List.of())) {
            var button = new Button(command.hint());
            button.setId("offer-" + command.id());
            button.setOnAction(e -> command.run());
            box.getChildren().add(button);
        }
        box.setId("matches-" + state);
        return boxed(box);
    }

    /// With what it was compared, and whether that is so still.
    private static String compared(Facts facts) {
        MatchRun run = facts.run().orElseThrow();
        String how = run.compared() == 0 ? "nothing" : run.comparedWith() == 0 ? run.withinBatch() ? "each" : "empty"
                : run.withinBatch() ? "both" : "master";
        String told = Messages.get("matches.compared." + how, run.compared(), facts.batch(), run.comparedWith(), Formats.time(run.at()),
                facts.thresholds().shown());
        long now = facts.inMaster().orElse(run.comparedWith());
        return now == run.comparedWith() || run.compared() == 0 ? told
                : told + " " + Messages.of(facts.entity(), "matches.compared.", "since", now);
    }

    private static VBox boxed(VBox box) {
        box.getStyleClass().add("state-box");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return box;
    }
}
