package barton.steward.ui.record;

import atlantafx.base.theme.Styles;
import barton.steward.model.review.Lookalike;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The records that the one on the screen looks like, each a link to it.
public final class LookalikesPane extends VBox {
    private final Consumer<RecordId> open;

    /// @param open shows one of them
    public LookalikesPane(Consumer<RecordId> open) {
        this.open = open;
        setId("lookalikes");
        getStyleClass().add("review-side-part");
    }

    public void show(List<Lookalike> alike) {
        getChildren().setAll(Nodes.heading(Messages.get("review.alike", alike.size())));
        if (alike.isEmpty()) {
            getChildren().add(Nodes.hint(Messages.get("review.alike.none")));
        }
        alike.stream().map(this::link).forEach(getChildren()::add);
    }

    private Node link(Lookalike other) {
        var link = new Hyperlink(other.name() == null ? Messages.get("record.unnamed") : other.name());
        link.setMnemonicParsing(false);
        link.setWrapText(true);
        link.setFocusTraversable(false);
        link.setOnAction(e -> open.accept(new RecordId(other.table(), key(other))));
        var why = new Label(Messages.get("review.alike." + other.by(), Messages.table(other.table()), other.score()));
        why.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        return new VBox(link, why);
    }

    private static Object key(Lookalike other) {
        return other.table().isIntake() ? Long.valueOf(other.key()) : other.key();
    }
}
