package barton.steward.db.rollback;

import barton.steward.db.drift.CatalogueObject;
import barton.steward.db.drift.SchemaCatalogue;
import barton.steward.model.database.Rollback.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Counts what there is of the tables and columns that go. What migrations fill again by themselves is no loss.
final class Losses {
    private static final List<Line> WORDS = SchemaCatalogue.text("/db/losses.tsv").lines().map(line -> line.split("\t", -1))
            .map(part -> new Line(Pattern.compile(part[0]), part[1])).toList();

    private record Line(Pattern from, String words) {
    }

    /// Something that holds rows, with the question that counts them.
    /// @param what in a steward's words; absent where it comes back by itself
    record Holder(CatalogueObject object, Optional<String> what) {
        String table() {
            return object.kind().equals("table") ? object.name() : object.of();
        }

        boolean isTable() {
            return object.kind().equals("table");
        }

        /// The rows that have something there: of a column that says yes or no, those with a yes.
        String condition() {
            String column = isTable() ? "" : Leaving.column(object);
            return isTable() ? "true" : object.sign().equals("boolean") ? column : column + " IS NOT NULL";
        }
    }

    private Losses() {
    }

    static List<Holder> holders(Leaving leaving) {
        return Stream.concat(leaving.whole("table").stream(), leaving.whole("column").stream())
                .map(object -> new Holder(object, words(object.name()))).filter(holder -> holder.what().isPresent()).toList();
    }

    static List<Loss> count(Handle handle, List<Holder> holders) {
        var lost = new ArrayList<Loss>();
        for (Holder holder : holders) {
            long rows = handle.createQuery("SELECT count(*) FROM " + holder.table() + " WHERE " + holder.condition())
                    .mapTo(Long.class).one();
            if (rows > 0) {
                lost.add(new Loss(holder.what().orElseThrow(), holder.object().name(), rows));
            }
        }
        return lost;
    }

    private static Optional<String> words(String name) {
        String words = WORDS.stream().filter(line -> line.from().matcher(name).matches()).findFirst().map(Line::words)
                .orElseGet(() -> "rows of " + name);
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }
}
