package barton.steward.ui.support;

import java.util.List;
import javafx.scene.Node;

/// A view that fills the middle of the window.
public interface Page {
    Node node();

    /// The rows changed, or F5: the view reads anew what it shows.
    void refresh();

    /// The view came into sight.
    default void shown() {
        refresh();
    }

    /// Puts the keyboard where work begins.
    void focus();

    /// Escape was pressed where the keyboard is where work begins, and nothing is open beside the view.
    default void escape() {
    }

    /// What can be done in this view, with its keys.
    default List<Command> commands() {
        return List.of();
    }
}
