package barton.steward.ui.clusters;

import barton.steward.config.Visible;
import barton.steward.ui.clusters.ClusterChoice.MemberChoice;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One cluster: what its values become, and which of them; each of them can be chosen.
final class ClusterPane extends VBox {
    ClusterPane(ClusterChoice choice) {
        getStyleClass().add("profile-detail");
        var value = new TextField();
        value.setId("clusters-value");
        value.textProperty().bindBidirectional(choice.valueProperty());
        value.textProperty().addListener((o, was, now) -> choice.tickedProperty().set(true));
        getChildren().addAll(Nodes.labelled(Messages.get("clusters.becomes"), value), Nodes.heading(Messages.get("clusters.members")),
                Nodes.hint(Messages.get("clusters.members.hint")));
        for (int i = 0; i < choice.members().size(); i++) {
            getChildren().add(line(choice, choice.members().get(i), i));
        }
    }

    private static HBox line(ClusterChoice choice, MemberChoice member, int n) {
        var included = new CheckBox(Messages.get("clusters.member", Visible.value(member.member().value()), member.member().rows()));
        included.setId("clusters-member-" + n);
        included.selectedProperty().bindBidirectional(member.included());
        var use = new Hyperlink(Messages.get("clusters.use"));
        use.setId("clusters-use-" + n);
        use.setAccessibleText(Messages.get("clusters.use.this", Visible.value(member.member().value())));
        use.setOnAction(e -> choice.valueProperty().set(member.member().value().strip()));
        var line = new HBox(included, use);
        line.getStyleClass().add("cluster-member");
        return line;
    }
}
