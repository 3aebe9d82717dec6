package barton.steward.ui.support;

import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/// A button that says why it cannot be used now: what is disabled gets no pointer, so what is around it has the tooltip.
public final class Explained extends StackPane {
    private final Tooltip tooltip = new Tooltip();

    /// @param why asked where the button is disabled
    public Explained(Button button, Supplier<String> why) {
        super(button);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        tooltip.setOnShowing(e -> tooltip.setText(why.get()));
        button.disabledProperty().subscribe(disabled -> {
            if (disabled) {
                button.setAccessibleHelp(why.get());
                Tooltip.install(this, tooltip);
            } else {
                button.setAccessibleHelp(null);
                Tooltip.uninstall(this, tooltip);
            }
        });
    }

    /// What is said while the button is disabled.
    public Tooltip reason() {
        return tooltip;
    }
}
