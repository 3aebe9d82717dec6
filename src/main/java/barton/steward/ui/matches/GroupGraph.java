package barton.steward.ui.matches;

import barton.steward.model.matching.MatchPair;
import barton.steward.model.matching.PairGroup;
import barton.steward.ui.support.Messages;
import java.util.Set;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// A group as a small graph: its records as numbers in a ring, their pairs as lines, the weakest one dashed and with its score.
final class GroupGraph extends Pane {
    private static final double SIZE = 190;
    private static final double RING = 70;
    private static final double DOT = 13;

    /// @param out   the records that are taken out, from 0
    /// @param blind whether scores are kept back, and with them which link is the weakest
    GroupGraph(PairGroup group, Set<Integer> out, boolean blind) {
        setId("groups-graph");
        getStyleClass().add("group-graph");
        setMinSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        MatchPair weakest = group.weakest();
        for (MatchPair pair : group.pairs()) {
            line(group, pair, !blind && pair == weakest && !pair.settled());
        }
        for (int i = 0; i < group.records().size(); i++) {
            dot(group, i, out.contains(i));
        }
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(blind ? Messages.get("groups.graph.blind", group.records().size(), group.pairs().size())
                : Messages.get("groups.graph", group.records().size(), group.pairs().size(), group.place(weakest.intake()) + 1,
                        group.place(weakest.other()) + 1, weakest.score()));
    }

    private void line(PairGroup group, MatchPair pair, boolean weakest) {
        int one = group.place(pair.intake());
        int other = group.place(pair.other());
        var line = new Line(x(group, one), y(group, one), x(group, other), y(group, other));
        line.getStyleClass().add("group-link");
        if (weakest) {
            line.getStrokeDashArray().setAll(5.0, 5.0);
            var score = new Text((line.getStartX() + line.getEndX()) / 2 + 4, (line.getStartY() + line.getEndY()) / 2 - 4,
                    Integer.toString(pair.score()));
            score.getStyleClass().add("group-score");
            getChildren().addAll(line, score);
        } else {
            getChildren().addFirst(line);
        }
    }

    private void dot(PairGroup group, int record, boolean out) {
        var dot = new Circle(x(group, record), y(group, record), DOT);
        dot.getStyleClass().add(out ? "group-dot-out" : "group-dot");
        if (out) {
            dot.getStrokeDashArray().setAll(3.0, 3.0);
        }
        var number = new Text(Integer.toString(record + 1));
        number.getStyleClass().add("group-number");
        number.setStrikethrough(out);
        number.setTextOrigin(VPos.CENTER);
        number.setTextAlignment(TextAlignment.CENTER);
        number.setWrappingWidth(2 * DOT);
        number.setX(x(group, record) - DOT);
        number.setY(y(group, record));
        getChildren().addAll(dot, number);
    }

    private static double x(PairGroup group, int record) {
        return SIZE / 2 + RING * Math.sin(2 * Math.PI * record / group.records().size());
    }

    private static double y(PairGroup group, int record) {
        return SIZE / 2 - RING * Math.cos(2 * Math.PI * record / group.records().size());
    }
}
