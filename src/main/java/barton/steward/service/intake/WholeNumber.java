package barton.steward.service.intake;

import java.math.BigInteger;
import java.util.regex.Pattern;

/// What the text of a cell says as a whole number: none, a value, or why it is no such number.
sealed interface WholeNumber {
    record None() implements WholeNumber {
    }

    record Value(int number) implements WholeNumber {
    }

    record NotWhole(String why) implements WholeNumber {
    }

    /// Digits, plain or in groups of three between commas, with a sign or without.
    Pattern WRITTEN = Pattern.compile("[+-]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)");
    int LONGEST = 100;

    static WholeNumber read(String cell) {
        String text = cell.strip();
        if (text.isEmpty()) {
            return new None();
        }
        if (text.length() > LONGEST || !WRITTEN.matcher(text).matches()) {
            return new NotWhole(Quote.of(text) + " is not a whole number");
        }
        var number = new BigInteger(text.replace(",", ""));
        return number.bitLength() < Integer.SIZE ? new Value(number.intValue()) : new NotWhole(Quote.of(text) + " is too large a number");
    }
}
