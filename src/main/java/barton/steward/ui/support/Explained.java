package barton.steward.ui.support;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/// A button that says why it cannot be used now: what is disabled gets no pointer, so what is around it has the tooltip.
public final class Explained extends StackPane {
    private final ButtonBase button;
    private final Supplier<String> why;
    private final Tooltip tooltip = new Tooltip();

    /// @param why asked where the button is disabled
    public Explained(ButtonBase button, Supplier<String> why) {
        super(button);
        this.button = button;
        this.why = why;
        // In a line it stands where the button would.
        setMaxHeight(USE_PREF_SIZE);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        tooltip.setOnShowing(e -> tooltip.setText(why.get()));
        button.disabledProperty().subscribe(this::say);
        say();
    }

    /// Disables the button, where it stands, as long as there is a reason, and says it. One that stands nowhere yet is in what is returned.
    /// @param reason null or empty where there is none
    public static Explained unless(ObservableValue<String> reason, ButtonBase button) {
        button.disableProperty().bind(reason.map(text -> !text.isEmpty()).orElse(false));
        Explained around = inPlace(button, () -> Objects.requireNonNullElse(reason.getValue(), ""));
        reason.subscribe(around::say);
        return around;
    }

    /// Lets the button be used only while that is possible, and says else what is missing.
    public static Explained when(ObservableValue<Boolean> possible, String missing, ButtonBase button) {
        return unless(possible.map(yes -> yes ? "" : missing), button);
    }

    /// Stands where the button stood, and is seen as long as that is.
    private static Explained inPlace(ButtonBase button, Supplier<String> why) {
        Pane parent = (Pane) button.getParent();
        int place = parent == null ? 0 : parent.getChildren().indexOf(button);
        var around = new Explained(button, why);
        HBox.setHgrow(around, HBox.getHgrow(button));
        around.visibleProperty().bind(button.visibleProperty());
        around.managedProperty().bind(button.managedProperty());
        if (parent != null) {
            parent.getChildren().addAll(place, List.of(around));
        }
        return around;
    }

    private void say() {
        if (button.isDisabled()) {
            button.setAccessibleHelp(why.get());
            Tooltip.install(this, tooltip);
        } else {
            button.setAccessibleHelp(null);
            Tooltip.uninstall(this, tooltip);
        }
    }

    /// What is said while the button is disabled.
    public Tooltip reason() {
        return tooltip;
    }
}
