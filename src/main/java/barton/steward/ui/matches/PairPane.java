package barton.steward.ui.matches;

import barton.steward.model.matching.MatchDecision;
import barton.steward.model.matching.MatchPair;
import barton.steward.model.query.Row;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.ProblemLine;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The pair that is looked at: why it has its score, both sides side by side, and how it was decided.
final class PairPane extends VBox {
    private final MatchesViewModel model;
    private final Consumer<Row> open;
    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);

    /// @param open told of the row whose record is to be opened
    PairPane(MatchesViewModel model, Consumer<Row> open) {
        this.model = model;
        this.open = open;
        getStyleClass().add("pair-pane");
        content.getStyleClass().add("pair-content");
        scroll.setId("matches-pair");
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(Messages.get("matches.pair"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(new ProblemLine("matches-problem", model.problemProperty()), scroll);
        model.pairs().chosenProperty().subscribe(this::show);
        model.blindProperty().subscribe(() -> show(model.pairs().chosen()));
    }

    private void show(MatchPair pair) {
        content.getChildren().clear();
        if (pair != null) {
            boolean blind = model.blindProperty().get() && !pair.settled();
            content.getChildren().add(blind ? hidden() : new ScorePane(pair));
            pair.decision().ifPresent(decision -> content.getChildren().add(decided(decision, pair.changedSince())));
            content.getChildren().addAll(new FieldsGrid(pair, blind, model.copied(), open), Nodes.hint(Messages.get("matches.legend")),
                    Nodes.hint(Messages.get("matches.legend.take")));
            scroll.setVvalue(0);
        }
    }

    private static Node hidden() {
        Label label = Nodes.hint(Messages.get("matches.blind.hidden"));
        label.setId("matches-hidden");
        label.setGraphic(new FontIcon(Feather.EYE_OFF));
        return label;
    }

    private static Node decided(MatchDecision decision, boolean changedSince) {
        var label = new Label(Messages.get(changedSince ? "matches.decided.before" : "matches.decided",
                Messages.get("matches.verdict." + decision.verdict().word()), decision.executor(), Formats.time(decision.at())));
        label.setId("matches-decision");
        label.setGraphic(new FontIcon(PairCell.icon(decision.verdict())));
        label.setWrapText(true);
        return label;
    }
}
