package barton.steward.ui.support;

import java.util.function.Function;
import javafx.util.StringConverter;

/// What a choice shows of its items, nothing where none is chosen. Nobody types them.
public final class Shown<T> extends StringConverter<T> {
    private final Function<T, String> words;

    private Shown(Function<T, String> words) {
        this.words = words;
    }

    public static <T> Shown<T> as(Function<T, String> words) {
        return new Shown<>(words);
    }

    @Override
    public String toString(T item) {
        return item == null ? "" : words.apply(item);
    }

    @Override
    public T fromString(String typed) {
        throw new UnsupportedOperationException(typed);
    }
}
