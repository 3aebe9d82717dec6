package barton.steward.ui.support;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.input.KeyCombination;

/// Something a steward can do now, as menus, the command palette and the list of keys show it.
/// `shortcut` is null where there is none; `refusal` is why she may not do it at all, and empty where she may.
public record Command(String id, String title, KeyCombination shortcut, BooleanSupplier enabled, Supplier<Optional<String>> refusal,
                      Runnable action) {
    public Command(String id, String title, KeyCombination shortcut, BooleanSupplier enabled, Runnable action) {
        this(id, title, shortcut, enabled, Optional::empty, action);
    }

    public static Command of(String id, String shortcut, Runnable action) {
        return of(id, shortcut, () -> true, action);
    }

    /// The title is the message `command.<id>`; the shortcut is written as `Shortcut+K`, or null.
    public static Command of(String id, String shortcut, BooleanSupplier enabled, Runnable action) {
        return new Command(id, Messages.get("command." + id), shortcut == null ? null : KeyCombination.valueOf(shortcut), enabled, action);
    }

    /// The same, but refused as long as there is a reason.
    public Command unless(Supplier<Optional<String>> reason) {
        return new Command(id, title, shortcut, () -> reason.get().isEmpty() && enabled.getAsBoolean(), reason, action);
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
