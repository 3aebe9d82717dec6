package barton.steward.ui.matches;

import barton.steward.model.matching.MatchPair;
import barton.steward.model.matching.PairGroup;
import barton.steward.model.query.Row;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.ProblemLine;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.SetChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The group that is looked at: what a key would decide, its graph, and its records beside each other.
final class GroupPane extends VBox {
    private static final double BESIDE = 250;
    private static final double NARROW = 180;
    private static final double WIDE = 420;

    private final MatchesViewModel model;
    private final Consumer<Row> open;
    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);

    /// @param open told of the row whose record is to be opened
    GroupPane(MatchesViewModel model, Consumer<Row> open) {
        this.model = model;
        this.open = open;
        getStyleClass().add("pair-pane");
        content.getStyleClass().add("pair-content");
        scroll.setId("matches-group");
        scroll.setAccessibleText(Messages.get("groups.group"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(new ProblemLine("groups-problem", model.problemProperty()), scroll);
        model.groups().chosenProperty().subscribe(this::show);
        model.groups().out().addListener((SetChangeListener<Integer>) c -> show(model.groups().chosen()));
        model.blindProperty().subscribe(() -> show(model.groups().chosen()));
    }

    private void show(PairGroup group) {
        content.getChildren().clear();
        if (group != null) {
            var said = new VBox(8, line("groups-does", does(group)), line("groups-weakest", weakest(group)),
                    line("groups-decided", decided(group)), Nodes.hint(Messages.get("groups.legend")));
            // What is said stays in sight where the records are wider than the window.
            said.prefWidthProperty().bind(scroll.viewportBoundsProperty().map(b -> Math.clamp(b.getWidth() - BESIDE, NARROW, WIDE)));
            var head = new HBox(20, new GroupGraph(group, model.groups().out(), blind()), said);
            content.getChildren().addAll(head, new GroupTable(group, model.groups(), open));
        }
    }

    private boolean blind() {
        return model.blindProperty().get();
    }

    private String does(PairGroup group) {
        if (model.groups().out().isEmpty()) {
            return Messages.get("groups.does.whole", group.records().size());
        }
        String out = model.groups().out().stream().sorted().map(i -> Integer.toString(i + 1)).collect(Collectors.joining(", "));
        return Messages.get("groups.does.without", out);
    }

    private String weakest(PairGroup group) {
        MatchPair weakest = group.weakest();
        if (blind() || weakest.settled() || group.records().size() == 2) {
            return "";
        }
        List<List<Row>> parts = group.parts();
        return Messages.get("groups.weakest", group.place(weakest.intake()) + 1, group.place(weakest.other()) + 1, weakest.score(),
                GroupTable.numbers(group, parts.getFirst()), GroupTable.numbers(group, parts.getLast()));
    }

    private static String decided(PairGroup group) {
        int decided = group.pairs().size() - group.undecided().size();
        return decided == 0 ? "" : Messages.get("groups.decided", decided);
    }

    private static Label line(String id, String text) {
        var label = new Label(text);
        label.setId(id);
        label.setWrapText(true);
        label.setManaged(!text.isEmpty());
        return label;
    }
}
