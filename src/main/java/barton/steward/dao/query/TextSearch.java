package barton.steward.dao.query;

import java.util.List;
import java.util.stream.Stream;

/// How a text is looked for, so that an index over trigrams finds it. One or two letters or digits are looked for at the beginnings of
/// words: inside of them every third row has them, and an index that knows three letters at a time does not.
final class TextSearch {
    /// What stands before a word, beside the beginning of the text.
    private static final String BEFORE_WORDS = " \n./-@(&'\",:_";

    private final String beginning;
    private final List<String> patterns;

    private TextSearch(String beginning, List<String> patterns) {
        this.beginning = beginning;
        this.patterns = patterns;
    }

    static TextSearch of(String text) {
        if (!text.matches("[A-Za-z0-9]{1,2}")) {
            return new TextSearch(null, List.of("%" + Predicates.escaped(SqlValues.storable(text)) + "%"));
        }
        return new TextSearch("(\\m|_)" + text, Stream.concat(Stream.of(""), BEFORE_WORDS.chars()
                .mapToObj(c -> "%" + Predicates.escaped(String.valueOf((char) c))))
                .map(before -> before + text + "%").toList());
    }

    boolean ofBeginnings() {
        return beginning != null;
    }

    /// Whether an expression contains the text.
    Sql in(String expression) {
        Sql found = Sql.joined(" OR ", patterns.stream().map(p -> Sql.of("(" + expression + ") ILIKE ?::text", p)).toList());
        // Along an order most rows are passed by, and this tells them at less cost; no index could use it in this shape.
        return beginning == null ? found
                : Sql.of("((" + expression + ") || '') ~* ?::text AND (", beginning).then(found).then(")");
    }
}
