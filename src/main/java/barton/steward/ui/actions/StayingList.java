package barton.steward.ui.actions;

import barton.steward.ui.support.Nodes;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Records that stay although others go, each with the reason and the way to it.
final class StayingList {
    private StayingList() {
    }

    /// @param open leads to the record
    record Line(String id, String name, String because, Runnable open) {
    }

    /// @param id   its `id-stays`; its links are `id-…` with the record's
    /// @param more what is said of those that are not named; blank where there are none
    static Node of(String id, String title, List<Line> lines, String more) {
        var box = new VBox();
        lines.forEach(line -> box.getChildren().add(node(id, line)));
        if (!more.isBlank()) {
            box.getChildren().add(Nodes.hint(more));
        }
        var scroll = new ScrollPane(box);
        scroll.setId(id + "-stays");
        scroll.setAccessibleText(title);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("staying-list");
        return scroll;
    }

    private static HBox node(String id, Line line) {
        var link = new Hyperlink(line.name());
        link.setId(id + "-" + line.id());
        link.setMinWidth(Hyperlink.USE_PREF_SIZE);
        link.setOnAction(e -> line.open().run());
        var because = new Label(line.because());
        because.setWrapText(true);
        var node = new HBox(link, because);
        node.getStyleClass().add("staying-line");
        return node;
    }
}
