package barton.steward.ui.matches;

import atlantafx.base.theme.Styles;
import barton.steward.model.matching.PairGroup;
import barton.steward.ui.support.Messages;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The groups, each with its records and the score of its weakest link.
final class GroupsPane extends VBox {
    private static final double ROW_HEIGHT = 52;

    private final GroupList groups;
    private final ListView<PairGroup> list = new ListView<>();

    GroupsPane(GroupList groups, ObservableValue<Boolean> blind) {
        this.groups = groups;
        list.setId("matches-groups");
        list.setAccessibleText(Messages.get("groups.list"));
        list.getStyleClass().add("pair-list");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(view -> new Cell(blind));
        list.setItems(groups.items());
        list.getSelectionModel().selectedItemProperty().addListener((o, was, now) -> groups.choose(now));
        groups.items().addListener((ListChangeListener<PairGroup>) c -> select());
        groups.chosenProperty().addListener(o -> select());
        blind.subscribe(() -> list.refresh());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().add(list);
        setMinWidth(240);
        select();
    }

    void focus() {
        list.requestFocus();
    }

    private void select() {
        int index = groups.items().indexOf(groups.chosen());
        if (index >= 0 && index != list.getSelectionModel().getSelectedIndex()) {
            list.getSelectionModel().clearAndSelect(index);
            list.scrollTo(Math.max(0, index - 2));
        }
    }

    private static final class Cell extends ListCell<PairGroup> {
        private final ObservableValue<Boolean> blind;
        private final Label names = new Label();
        private final Label weakest = new Label();
        private final VBox content = new VBox(names, weakest);

        Cell(ObservableValue<Boolean> blind) {
            this.blind = blind;
            getStyleClass().add("pair-cell");
            names.getStyleClass().add("pair-name");
            weakest.getStyleClass().add(Styles.TEXT_MUTED);
            content.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(PairGroup group, boolean empty) {
            super.updateItem(group, empty);
            if (empty || group == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            names.setText(group.records().stream().map(Called::of).distinct().collect(Collectors.joining(" · ")));
            String key = blind.getValue() ? "groups.line.blind" : "groups.line";
            weakest.setText(Messages.get(key, group.records().size(), group.weakest().score(), group.undecided().size()));
            setAccessibleText(names.getText() + ", " + weakest.getText());
            setGraphic(content);
        }
    }
}
