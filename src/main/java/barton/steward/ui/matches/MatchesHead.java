package barton.steward.ui.matches;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import barton.steward.catalog.Entity;
import barton.steward.model.matching.MatchRun;
import barton.steward.model.matching.MatchThresholds;
import barton.steward.model.matching.PairFilter;
import barton.steward.ui.matches.MatchesViewModel.Facts;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Which pairs are shown: the batch and its last search, those to decide or those decided, and the thresholds.
final class MatchesHead extends VBox {
    private final MatchesViewModel model;
    private final ToggleButton undecided = toggle("matches-undecided", PairFilter.UNDECIDED, Styles.LEFT_PILL);
    private final ToggleButton decided = toggle("matches-decided", PairFilter.DECIDED, Styles.RIGHT_PILL);
    private final Label searched = new Label();
    private final Hyperlink thresholds = new Hyperlink();

    MatchesHead(MatchesViewModel model, Node batches, Node finding, Command setThresholds) {
        this.model = model;
        getStyleClass().add("filter-bar");
        var title = new Label(Messages.get("matches.title"));
        title.getStyleClass().add(Styles.TITLE_3);
        title.setMinWidth(USE_PREF_SIZE);
        var first = new HBox(title, kinds(), batches, new Spacer(), finding);
        first.getStyleClass().add("filter-head");
        searched.setId("matches-searched");
        searched.getStyleClass().add(Styles.TEXT_MUTED);
        thresholds.setId("matches-set-thresholds");
        thresholds.setMinWidth(USE_PREF_SIZE);
        thresholds.setTooltip(new Tooltip(setThresholds.hint()));
        thresholds.setOnAction(e -> setThresholds.run());
        var blind = new CheckBox(Messages.get("matches.blind"));
        blind.setId("matches-blind");
        blind.setMinWidth(USE_PREF_SIZE);
        blind.setTooltip(new Tooltip(Messages.get("matches.blind.hint")));
        blind.selectedProperty().bindBidirectional(model.blindProperty());
        var together = new CheckBox(Messages.get("groups.title"));
        together.setId("matches-grouped");
        together.setMinWidth(USE_PREF_SIZE);
        together.setTooltip(new Tooltip(Messages.get("groups.title.hint")));
        together.selectedProperty().bindBidirectional(model.groupedProperty());
        var second = new HBox(new HBox(undecided, decided), together, blind);
        second.getStyleClass().add("filter-head");
        var facts = new FlowPane(searched, thresholds);
        facts.getStyleClass().add("matches-facts");
        getChildren().addAll(first, second, facts);
        model.filterProperty().subscribe(now -> {
            undecided.setSelected(now == PairFilter.UNDECIDED);
            decided.setSelected(now == PairFilter.DECIDED);
        });
        model.factsProperty().subscribe(this::show);
    }

    private HBox kinds() {
        var kinds = new HBox();
        for (Entity entity : Entity.values()) {
            var button = new ToggleButton(Messages.get("matches.entity." + entity));
            button.setId("matches-" + entity.plural());
            button.getStyleClass().addAll(entity == Entity.COMPANY ? Styles.LEFT_PILL : Styles.RIGHT_PILL, Styles.SMALL);
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(e -> {
                button.setSelected(true);
                model.choose(entity);
            });
            model.entityProperty().subscribe(now -> button.setSelected(now == entity));
            kinds.getChildren().add(button);
        }
        return kinds;
    }

    private ToggleButton toggle(String id, PairFilter filter, String style) {
        var button = new ToggleButton();
        button.setId(id);
        button.getStyleClass().addAll(style, Styles.SMALL);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> {
            button.setSelected(true);
            model.show(filter);
        });
        return button;
    }

    private void show(Facts facts) {
        undecided.setText(Messages.get("matches.filter.undecided", facts == null ? 0 : facts.counts().open() + facts.counts().later()));
        decided.setText(Messages.get("matches.filter.decided", facts == null ? 0 : facts.counts().same() + facts.counts().different()));
        searched.setText(facts == null ? "" : facts.run().map(MatchesHead::searched).orElse(""));
        searched.setTooltip(searched.getText().isEmpty() ? null : new Tooltip(searched.getText()));
        thresholds.setVisible(facts != null);
        thresholds.setText(facts == null ? "" : words(facts.thresholds()));
    }

    private static String searched(MatchRun run) {
        return Messages.get(run.withinBatch() ? "matches.searched.within" : "matches.searched", run.compared(), run.comparedWith(),
                Formats.time(run.at()), run.executor());
    }

    private static String words(MatchThresholds now) {
        return now.held().isPresent() ? Messages.get("matches.thresholds.held", now.shown(), now.held().getAsInt())
                : Messages.get("matches.thresholds.unheld", now.shown());
    }
}
