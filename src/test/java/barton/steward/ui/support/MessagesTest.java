package barton.steward.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {
    private static final String NOUNS = "row|record|slot|pair|batch|run|result|e-mail|sidecar|score|rejection|field|decision-maker"
            + "|company slot|promoted row|selected row|refused row|selected slot";
    private static final Pattern WRONG_OF_ONE = Pattern.compile(
            "\\b1 ((%s)e?s|companies|people)\\b".formatted(NOUNS));
    private static final Pattern WRONG_OF_MORE = Pattern.compile("\\b[02] (%s|company|person)\\b".formatted(NOUNS));

    @Test
    void everyTextHasTheFormThatFitsTheNumber() {
        var wrong = new ArrayList<String>();
        for (String key : ResourceBundle.getBundle("barton.steward.messages", Locale.ROOT).keySet()) {
            Stream.of(text(key, 1)).filter(t -> WRONG_OF_ONE.matcher(t).find()).forEach(wrong::add);
            Stream.of(text(key, 0), text(key, 2)).filter(t -> WRONG_OF_MORE.matcher(t).find()).forEach(wrong::add);
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0 rows", "1, 1 row", "2, 2 rows", "1000000, 1000000 rows"})
    void commandsCountRowsInTheFormThatFitsTheNumber(long number, String text) {
        assertThat(Counted.rows(number)).isEqualTo(text);
    }

    @Test
    void controlCharactersInWhatIsPutInAreMadeVisible() {
        assertThat(Messages.get("palette.batch.open", "A\u001b[31mB\u202e")).isEqualTo("Show batch A\\u001B[31mB\\u202E");
    }

    private static String text(String key, long number) {
        return key + ": " + Messages.get(key, List.of(number, number, number, number, number, number, number).toArray());
    }
}
