package barton.steward.ui.matches;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import barton.steward.model.matching.MatchDecision;
import barton.steward.model.matching.MatchPair;
import barton.steward.model.matching.MatchVerdict;
import barton.steward.ui.controls.Bar;
import barton.steward.ui.support.Messages;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A pair in the list: its score as a number and a bar, and the names of both sides.
final class PairCell extends ListCell<MatchPair> {
    private final ObservableValue<Boolean> blind;
    private final Label score = new Label();
    private final Bar bar = new Bar("bar-accent", 0);
    private final Label one = new Label();
    private final Label two = new Label();
    private final Label decision = new Label();
    private final HBox content;

    /// @param blind whether the score is kept back until the pair is decided
    PairCell(ObservableValue<Boolean> blind) {
        this.blind = blind;
        getStyleClass().add("pair-cell");
        score.getStyleClass().add("pair-score");
        one.getStyleClass().add("pair-name");
        two.getStyleClass().add(Styles.TEXT_MUTED);
        decision.setMinWidth(USE_PREF_SIZE);
        var measure = new VBox(score, bar);
        measure.getStyleClass().add("pair-measure");
        var second = new HBox(two, new Spacer(), decision);
        second.setAlignment(Pos.CENTER_LEFT);
        var names = new VBox(one, second);
        names.setMinWidth(0);
        names.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(names, Priority.ALWAYS);
        content = new HBox(measure, names);
        content.getStyleClass().add("pair-line");
        // A cell is as wide as the list, whatever its names are.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(MatchPair pair, boolean empty) {
        super.updateItem(pair, empty);
        if (empty || pair == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        boolean hidden = blind.getValue() && !pair.settled();
        score.setText(hidden ? Messages.get("matches.blind.score") : Integer.toString(pair.score()));
        bar.setShare(hidden ? 0 : pair.score() / 100.0);
        one.setText(Called.of(pair.intake()));
        two.setText(Called.of(pair.other()));
        show(pair);
        setAccessibleText(Messages.get("matches.pair.name", score.getText(), one.getText(), two.getText(), decision.getText()));
        setGraphic(content);
    }

    private void show(MatchPair pair) {
        Optional<MatchVerdict> verdict = pair.decision().map(MatchDecision::verdict);
        decision.setText(pair.changedSince() ? Messages.get("matches.anew")
                : verdict.map(v -> Messages.get("matches.verdict." + v.word())).orElse(""));
        decision.setGraphic(verdict.map(v -> new FontIcon(pair.changedSince() ? Feather.ALERT_TRIANGLE : icon(v))).orElse(null));
    }

    static Ikon icon(MatchVerdict verdict) {
        return switch (verdict) {
            case SAME -> Feather.COPY;
            case DIFFERENT -> Feather.X;
            case LATER -> Feather.CLOCK;
        };
    }
}
