package barton.steward.ui.controls;

import barton.steward.config.Preferences;
import barton.steward.ui.support.Command;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows what is in it larger or smaller, all of it alike, and remembers how much: texts, icons, rows. Menus and tooltips are windows of
/// their own, whose letters the style sheet gives that size.
public final class Zoom extends Region {
    private static final String KEY = "zoom";
    private static final List<Integer> STEPS = List.of(80, 90, 100, 110, 125, 150, 175, 200);
    private static final int USUAL = 100;

    private final Preferences preferences;
    private final Parent content;
    private final Scale scale = new Scale(1, 1, 0, 0);
    private int percent;

    public Zoom(Preferences preferences, Parent content) {
        this.preferences = preferences;
        this.content = content;
        getChildren().add(content);
        content.getTransforms().add(scale);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
                scene.addEventFilter(ScrollEvent.SCROLL, this::onWheel);
                to(preferences.get(KEY, Integer.class).filter(STEPS::contains).orElse(USUAL));
            }
        });
    }

    public List<Command> commands() {
        return List.of(Command.of("zoom-in", "Shortcut+Plus", () -> step(1)), Command.of("zoom-out", "Shortcut+Minus", () -> step(-1)),
                Command.of("zoom-reset", "Shortcut+0", () -> to(USUAL)));
    }

    /// So many hundredths of the usual size.
    public int percent() {
        return percent;
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, Math.ceil(getWidth() / scale.getX()), Math.ceil(getHeight() / scale.getY()));
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    /// Keyboards have these signs in different places.
    private void onKey(KeyEvent e) {
        if (!e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        switch (e.getCode()) {
            case PLUS, ADD, EQUALS -> step(1);
            case MINUS, SUBTRACT -> step(-1);
            case DIGIT0, NUMPAD0 -> to(USUAL);
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void onWheel(ScrollEvent e) {
        if (e.isShortcutDown() && e.getDeltaY() != 0) {
            step(e.getDeltaY() > 0 ? 1 : -1);
            e.consume();
        }
    }

    private void step(int by) {
        to(STEPS.get(Math.clamp(STEPS.indexOf(percent) + by, 0, STEPS.size() - 1)));
    }

    private void to(int wanted) {
        percent = wanted;
        preferences.put(KEY, wanted);
        scale.setX(wanted / 100.0);
        scale.setY(wanted / 100.0);
        getStyleClass().removeIf(style -> style.startsWith(KEY));
        getStyleClass().add(KEY + "-" + wanted);
        requestLayout();
    }
}
