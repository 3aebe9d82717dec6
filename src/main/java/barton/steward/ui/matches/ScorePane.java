package barton.steward.ui.matches;

import atlantafx.base.theme.Styles;
import barton.steward.model.likeness.Reason;
import barton.steward.model.matching.MatchPair;
import barton.steward.ui.controls.Bar;
import barton.steward.ui.support.Messages;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// How probable it is that a pair is one company, and what speaks for it and against it, in words.
final class ScorePane extends FlowPane {
    ScorePane(MatchPair pair) {
        setId("matches-score");
        getStyleClass().add("score-pane");
        getChildren().add(total(pair.score()));
        pair.reasons().forEach(reason -> getChildren().add(part(reason)));
    }

    private static Node total(int score) {
        var number = new Label(Messages.get("matches.score", score));
        number.setId("matches-score-total");
        number.getStyleClass().add(Styles.TITLE_4);
        return box(number, new Bar("bar-accent", score / 100.0), new Label(Messages.get("matches.probability", score)));
    }

    private static Node part(Reason reason) {
        var title = new Label(Messages.get("matches.part." + reason.trait()));
        title.getStyleClass().add(Styles.TEXT_MUTED);
        long points = Math.round(reason.bits());
        var number = new Label(points > 0 ? "+" + points : points < 0 ? "−" + -points : "0");
        number.setId("matches-part-" + reason.trait());
        number.getStyleClass().add(points > 0 ? "points-for" : points < 0 ? "points-against" : "points-none");
        var head = new HBox(title, number);
        head.getStyleClass().add("score-part");
        return box(head, new Label(reason.sentence()));
    }

    private static VBox box(Node... lines) {
        return new VBox(lines);
    }
}
