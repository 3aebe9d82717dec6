package barton.steward.ui;

import barton.steward.ui.support.Command;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Runs commands by their keys. Plain letters belong to text fields where one has the keyboard; while a dialog is open all keys are its.
final class ShortcutHandler implements EventHandler<KeyEvent> {
    private final Supplier<List<Command>> commands;
    private final BooleanSupplier blocked;
    private final Consumer<String> refused;

    /// @param refused told why somebody may not do what she pressed a key for
    ShortcutHandler(Supplier<List<Command>> commands, BooleanSupplier blocked, Consumer<String> refused) {
        this.commands = commands;
        this.blocked = blocked;
        this.refused = refused;
    }

    @Override
    public void handle(KeyEvent e) {
        if (blocked.getAsBoolean()) {
            return;
        }
        boolean typing = typing(e);
        for (Command command : commands.get()) {
            KeyCombination keys = command.shortcut();
            if (keys != null && matches(keys, e) && !(typing && plain(e))) {
                e.consume();
                swallowLetter(e);
                command.refusal().get().ifPresentOrElse(refused, command::run);
                return;
            }
        }
    }

    /// A character (`/`) is taken when it is typed, else it would also go into the field that gets the keyboard;
    /// keys are taken when they are pressed.
    private static boolean matches(KeyCombination keys, KeyEvent e) {
        if (e.getEventType() == KeyEvent.KEY_TYPED) {
            return keys instanceof KeyCharacterCombination character && character.getCharacter().equals(e.getCharacter());
        }
        return keys instanceof KeyCodeCombination && keys.match(e);
    }

    /// The letter that the pressed key types comes later, when a field of what the command opened may have the keyboard.
    private static void swallowLetter(KeyEvent pressed) {
        if (pressed.getEventType() != KeyEvent.KEY_PRESSED || !(pressed.getTarget() instanceof Node node)) {
            return;
        }
        Scene scene = node.getScene();
        scene.addEventFilter(KeyEvent.ANY, new EventHandler<>() {
            @Override
            public void handle(KeyEvent e) {
                if (e.getEventType() == KeyEvent.KEY_TYPED) {
                    e.consume();
                } else {
                    scene.removeEventFilter(KeyEvent.ANY, this);
                }
            }
        });
    }

    /// Whether the event would type or edit text where the keyboard is.
    private static boolean typing(KeyEvent e) {
        Scene scene = e.getTarget() instanceof Node node ? node.getScene() : null;
        return scene != null && scene.getFocusOwner() instanceof TextInputControl;
    }

    private static boolean plain(KeyEvent e) {
        boolean undo = e.isShortcutDown() && e.getCode() == KeyCode.Z;
        boolean own = e.getCode().isFunctionKey() || e.getCode() == KeyCode.ESCAPE;
        return undo || !e.isShortcutDown() && !e.isAltDown() && !own;
    }
}
