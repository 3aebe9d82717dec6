package barton.steward.ui.matches;

import atlantafx.base.theme.Styles;
import barton.steward.model.matching.MatchPair;
import barton.steward.model.matching.MatchParts;
import barton.steward.ui.controls.Bar;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The score of a pair and the parts of which it is the sum, each with what it says.
final class ScorePane extends FlowPane {
    ScorePane(MatchPair pair) {
        setId("matches-score");
        getStyleClass().add("score-pane");
        MatchParts parts = pair.parts();
        getChildren().addAll(total(pair.score(), parts.name() + parts.host() + parts.phone() + parts.state() + parts.city()),
                part("name", parts.name(), Messages.get("matches.likeness", Formats.percent(Math.round(100 * pair.likeness())))),
                part("host", parts.host()), part("phone", parts.phone()), part("state", parts.state()), part("city", parts.city()));
    }

    private static Node total(int score, int sum) {
        var number = new Label(Messages.get("matches.score", score));
        number.setId("matches-score-total");
        number.getStyleClass().add(Styles.TITLE_4);
        var bar = new Bar("bar-accent", score / 100.0);
        var how = new Label(Messages.get(sum > 100 ? "matches.sum.cut" : "matches.sum", sum));
        return box(number, bar, how);
    }

    private static Node part(String name, int points) {
        String says = points > 0 ? "matches.part.alike" : points < 0 ? "matches.part.against" : "matches.part.silent";
        return part(name, points, Messages.get(says));
    }

    private static Node part(String name, int points, String says) {
        var title = new Label(Messages.get("matches.part." + name));
        title.getStyleClass().add(Styles.TEXT_MUTED);
        var number = new Label(points > 0 ? "+" + points : points < 0 ? "−" + -points : "0");
        number.setId("matches-part-" + name);
        number.getStyleClass().add(points > 0 ? "points-for" : points < 0 ? "points-against" : "points-none");
        var head = new HBox(title, number);
        head.getStyleClass().add("score-part");
        return box(head, new Label(says));
    }

    private static VBox box(Node... lines) {
        return new VBox(lines);
    }
}
