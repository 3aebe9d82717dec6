package barton.steward.ui.matches;

import barton.steward.model.matching.MatchPair;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The pairs, the highest score first.
final class PairsPane extends VBox {
    private static final double ROW_HEIGHT = 52;

    private final PairList pairs;
    private final ListView<MatchPair> list = new ListView<>();

    PairsPane(PairList pairs, ObservableValue<Boolean> blind) {
        this.pairs = pairs;
        list.setId("matches-pairs");
        list.setAccessibleText(Messages.get("matches.pairs"));
        list.getStyleClass().add("pair-list");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(view -> new PairCell(blind));
        list.setItems(pairs.items());
        list.getSelectionModel().selectedItemProperty().addListener((o, was, now) -> pairs.choose(now));
        pairs.items().addListener((ListChangeListener<MatchPair>) c -> select());
        pairs.chosenProperty().addListener(o -> select());
        var more = new Hyperlink(Messages.get("matches.more"));
        more.setId("matches-more");
        more.setOnAction(e -> pairs.readMore());
        Nodes.shownWhile(pairs.moreProperty(), more);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(list, more);
        setMinWidth(240);
        blind.subscribe(() -> list.refresh());
        select();
    }

    void focus() {
        list.requestFocus();
    }

    /// The list goes along with the pair that is looked at, and lets it be seen.
    private void select() {
        int index = pairs.items().indexOf(pairs.chosen());
        if (index >= 0 && index != list.getSelectionModel().getSelectedIndex()) {
            list.getSelectionModel().clearAndSelect(index);
            list.scrollTo(Math.max(0, index - 2));
        }
    }
}
