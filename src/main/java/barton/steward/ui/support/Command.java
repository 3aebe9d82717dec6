package barton.steward.ui.support;

import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCombination;

/// Something a steward can do now, as menus, the command palette and the list of keys show it.
/// `shortcut` is null where there is none.
public record Command(String id, String title, KeyCombination shortcut, BooleanSupplier enabled, Runnable action) {
    public static Command of(String id, String shortcut, Runnable action) {
        return of(id, shortcut, () -> true, action);
    }

    /// The title is the message `command.<id>`; the shortcut is written as `Shortcut+K`, or null.
    public static Command of(String id, String shortcut, BooleanSupplier enabled, Runnable action) {
        return new Command(id, Messages.get("command." + id), shortcut == null ? null : KeyCombination.valueOf(shortcut), enabled, action);
    }

    public void run() {
        if (enabled.getAsBoolean()) {
            action.run();
        }
    }

    /// The title with its keys, for a tooltip.
    public String hint() {
        return shortcut == null ? title : title + " (" + shortcut.getDisplayText() + ")";
    }
}
