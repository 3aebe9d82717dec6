package barton.steward.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keyboard in a chart: Tab goes to one of its parts and on, arrows, Home and End go from part to part.
final class PartsFocus {
    private final List<PartNode> parts = new ArrayList<>();

    void add(PartNode node) {
        if (!node.opens()) {
            return;
        }
        node.setFocusTraversable(parts.isEmpty());
        parts.add(node);
        node.focusedProperty().addListener((o, was, focused) -> {
            if (focused) {
                parts.forEach(p -> p.setFocusTraversable(p == node));
            }
        });
        node.addEventHandler(KeyEvent.KEY_PRESSED, e -> move(node, e));
    }

    private void move(PartNode from, KeyEvent e) {
        int at = parts.indexOf(from);
        int to = switch (e.getCode()) {
            case KeyCode.LEFT, KeyCode.UP -> at - 1;
            case KeyCode.RIGHT, KeyCode.DOWN -> at + 1;
            case KeyCode.HOME -> 0;
            case KeyCode.END -> parts.size() - 1;
            default -> at;
        };
        if (to != at) {
            parts.get(Math.clamp(to, 0, parts.size() - 1)).requestFocus();
            e.consume();
        }
    }
}
