package barton.steward.ui.overview;

import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.util.converter.DefaultStringConverter;

/// A whole number of the limits with its label; ids and texts are `limits-` and `limits.` with its name.
final class LimitField {
    private final String text;
    private final int least;
    private final int most;
    private final Spinner<String> spinner;

    LimitField(String name, int value, int least, int most) {
        this.text = Messages.get("limits." + name);
        this.least = least;
        this.most = most;
        this.spinner = new Spinner<>(new Steps(value));
        spinner.setId("limits-" + name);
        spinner.setEditable(true);
    }

    Node node() {
        return Nodes.labelled(text, spinner);
    }

    /// As it stands there, also where it was not left yet.
    /// @throws IllegalArgumentException with a sentence where that is no number within the range; the keyboard is there then
    int value() {
        return number().orElseThrow(() -> {
            spinner.requestFocus();
            return new IllegalArgumentException(Messages.get("limits.range", text, least, most));
        });
    }

    private OptionalInt number() {
        String typed = spinner.getEditor().getText().strip();
        int number = typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : -1;
        return number < least || number > most ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /// Keeps what was typed, as it was typed: one of numbers quietly takes the nearest that it may.
    private final class Steps extends SpinnerValueFactory<String> {
        Steps(int value) {
            setConverter(new DefaultStringConverter());
            setValue(String.valueOf(value));
        }

        @Override
        public void increment(int steps) {
            number().ifPresent(n -> setValue(String.valueOf(Math.min(most, n + steps))));
        }

        @Override
        public void decrement(int steps) {
            number().ifPresent(n -> setValue(String.valueOf(Math.max(least, n - steps))));
        }
    }
}
