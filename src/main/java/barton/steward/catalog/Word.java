package barton.steward.catalog;

import java.util.Arrays;
import java.util.Optional;

/// One of a few values of a column, as the database writes it.
public interface Word {
    String word();

    /// The one of these values that the database writes so, if there is one.
    static <E extends Enum<E> & Word> Optional<E> of(Class<E> values, String word) {
        return Arrays.stream(values.getEnumConstants()).filter(v -> v.word().equals(word)).findFirst();
    }
}
