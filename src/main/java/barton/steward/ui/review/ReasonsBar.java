package barton.steward.ui.review;

import atlantafx.base.theme.Styles;
import barton.steward.ui.support.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The reasons for which the record on the screen can be rejected: a digit picks one, a letter begins one that is typed, Escape rejects
/// nothing.
final class ReasonsBar extends VBox {
    static final int MOST = 9;

    private final FlowPane offered = new FlowPane();
    private final TextField typed = new TextField();
    private final Consumer<String> picked;
    private final Runnable cancelled;
    private List<String> reasons = List.of();

    ReasonsBar(Consumer<String> picked, Runnable cancelled) {
        this.picked = picked;
        this.cancelled = cancelled;
        setId("reasons");
        getStyleClass().add("reasons-bar");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        setAccessibleText(Messages.get("review.reasons.help"));
        offered.getStyleClass().add("reasons");
        typed.setId("reason-typed");
        typed.setPromptText(Messages.get("review.reason.typed"));
        typed.setAccessibleText(Messages.get("review.reason.typed"));
        typed.setOnAction(e -> take(typed.getText()));
        HBox.setHgrow(typed, Priority.ALWAYS);
        var help = new Label(Messages.get("review.reasons.help"));
        help.getStyleClass().add(Styles.TEXT_MUTED);
        getChildren().addAll(offered, typed, help);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onPressed);
        addEventFilter(KeyEvent.KEY_TYPED, this::onTyped);
    }

    void open(List<String> now) {
        reasons = now.stream().limit(MOST).toList();
        offered.getChildren().clear();
        for (int i = 0; i < reasons.size(); i++) {
            String reason = reasons.get(i);
            var button = new Button((i + 1) + "  " + reason);
            button.setId("reason-" + (i + 1));
            button.setMnemonicParsing(false);
            button.setFocusTraversable(false);
            button.getStyleClass().add(Styles.SMALL);
            button.setOnAction(e -> take(reason));
            offered.getChildren().add(button);
        }
        typed.clear();
        requestFocus();
    }

    /// Keys are for it alone while it is open.
    private void onPressed(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE) {
            e.consume();
            cancelled.run();
        } else if (!typed.isFocused()) {
            int digit = e.isShortcutDown() || e.isAltDown() ? 0 : digit(e.getCode());
            if (digit > 0 || e.getCode().isLetterKey() && !e.isShortcutDown() && !e.isAltDown()) {
                e.consume();
            }
            if (digit > 0 && digit <= reasons.size()) {
                take(reasons.get(digit - 1));
            }
        }
    }

    private void onTyped(KeyEvent e) {
        if (!typed.isFocused() && isVisible()) {
            e.consume();
            String letter = e.getCharacter();
            if (!letter.isEmpty() && Character.isLetter(letter.charAt(0))) {
                typed.requestFocus();
                typed.setText(letter);
                typed.end();
            }
        }
    }

    private void take(String reason) {
        if (!reason.isBlank()) {
            picked.accept(reason.strip());
        }
    }

    private static int digit(KeyCode code) {
        return code.isDigitKey() && code.getChar().length() == 1 ? code.getChar().charAt(0) - '0'
                : code.isKeypadKey() && Character.isDigit(code.getName().charAt(code.getName().length() - 1))
                        ? code.getName().charAt(code.getName().length() - 1) - '0' : 0;
    }
}
