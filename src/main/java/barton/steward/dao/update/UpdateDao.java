package barton.steward.dao.update;

import barton.steward.catalog.Table;
import barton.steward.dao.intake.ImportDao;
import barton.steward.model.intake.BatchUse;
import barton.steward.model.update.UpdateReport;
import barton.steward.model.update.UpdateTarget;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/// Updates records from the rows of a file, all in one action.
public interface UpdateDao {
    /// A row of a file: its line, the key by which it names its record (null: it names none), the version that the record had when the file
    /// was made (null: not known), and what it gives, a JSON object by the names of fields.
    record Given(long line, String key, String version, String values) {
    }

    /// Hands the rows to the sink; called again from the start where the transaction has to be repeated.
    interface Rows {
        void each(Consumer<Given> sink);
    }

    /// Into which batch the rows go that name no record; `part` gives those at the lines that are set, and is asked anew where the
    /// transaction has to be repeated.
    record NewRows(String batch, BatchUse use, Function<BitSet, ImportDao.Part> part) {
    }

    /// What updating would do now.
    UpdateReport preview(UpdateTarget target, Rows rows);

    /// @param seen    of the preview
    /// @param fresh   empty: rows that name no record are left
    /// @param what    what the history says of it
    /// @param request the same one where the reply was lost: it finds what it did
    /// @throws barton.steward.model.StewardException of kind REFUSED where it would write something else than was seen
    UpdateReport perform(UpdateTarget target, Rows rows, Optional<NewRows> fresh, String seen, String what, String executor, UUID request);

    /// The most characters of a text, by the column's name; only columns that have such a limit.
    Map<String, Integer> longest(Table table);
}
