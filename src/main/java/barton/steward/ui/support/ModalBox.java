package barton.steward.ui.support;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A dialog inside the window: a title, content, which scrolls where the window is too low for it, and buttons at the end; Escape closes
/// it. Its node id is the id given. The theme's own box has a cross for the mouse, but neither title nor buttons.
public final class ModalBox extends VBox {
    private final Label heading = new Label();
    private final HBox buttons = new HBox();
    private final List<Button> doing = new ArrayList<>();
    private final List<Runnable> onClose = new ArrayList<>();
    private Runnable closer = () -> { };

    public ModalBox(String id, String title, Node content) {
        setId(id);
        getStyleClass().add("modal-box");
        setAccessibleRole(AccessibleRole.DIALOG);
        setTitle(title);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        heading.setId(id + "-title");
        heading.getStyleClass().add(Styles.TITLE_3);
        heading.setWrapText(true);
        buttons.getStyleClass().add("modal-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        var scroll = new WrappingScroll(content);
        scroll.getStyleClass().add("modal-scroll");
        scroll.setFitToHeight(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(heading, scroll, buttons);
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                close();
                e.consume();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            // A list keeps Escape for itself, although nothing is edited in it.
            if (e.getCode() == KeyCode.ESCAPE && e.getTarget() instanceof ListView<?> list && list.getEditingIndex() < 0) {
                close();
                e.consume();
            }
            if (e.getCode() == KeyCode.ENTER && e.isShortcutDown()) {
                doing.stream().filter(b -> !b.isDisabled() && b.isVisible()).findFirst().ifPresent(Button::fire);
                e.consume();
            }
        });
    }

    public void setTitle(String title) {
        heading.setText(title);
        setAccessibleText(title);
    }

    /// Adds the button that does it, on Enter too, and on Ctrl+Enter where Enter means something else. It does not close the box.
    public Button action(String id, String text, Runnable run) {
        Button button = button(id, text, run);
        button.setDefaultButton(true);
        doing.add(button);
        button.getStyleClass().add(Styles.ACCENT);
        return button;
    }

    /// Adds a button that does not close the box.
    public Button button(String id, String text, Runnable run) {
        var button = new Button(text);
        button.setId(id);
        button.setOnAction(e -> run.run());
        buttons.getChildren().add(button);
        return button;
    }

    /// Adds the button that closes the box, as Escape does.
    public Button cancel(String text) {
        Button button = button(getId() + "-cancel", text, this::close);
        button.setCancelButton(true);
        return button;
    }

    /// Puts a text before the buttons.
    public void beside(Label text) {
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        buttons.getChildren().addFirst(text);
    }

    /// Runs when the box is closed, in whatever way.
    public void onClose(Runnable run) {
        onClose.add(run);
    }

    public void close() {
        closer.run();
    }

    void openedBy(Runnable closing) {
        closer = closing;
    }

    void closed() {
        List.copyOf(onClose).forEach(Runnable::run);
    }
}
