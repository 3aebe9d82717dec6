package barton.steward.dao.intake;

import barton.steward.catalog.Table;
import barton.steward.model.intake.BatchContent;
import barton.steward.model.intake.BatchUse;
import barton.steward.model.intake.Countries;
import barton.steward.model.intake.EarlierImport;
import barton.steward.model.intake.Repeats;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Takes rows into intake by COPY.
public interface ImportDao {
    /// Copies rows into intake in one transaction: all of them or, where anything fails or the work is cancelled, none.
    /// The request is stored with the import, so that after a lost reply the same request finds it instead of importing again;
    /// then nothing is asked of the producers.
    /// Which file each part is of is kept with it, so that the same file is not taken into a batch twice by mistake; of two imports
    /// into one batch at once the second waits for the first.
    /// @param batch the batch of the rows
    /// @param use   what the batch may hold already
    /// @throws barton.steward.model.StewardException of kind REFUSED where it holds something else
    Imported copy(String batch, BatchUse use, String executor, UUID request, List<Part> parts);

    /// So many rows of the first part were taken into the batch, in the action that takes all parts back; null where no row was.
    record Imported(String batch, long rows, Long action) {
    }

    /// Rows of one table of intake. The producer passes each row to the sink as values in the order of `columns` (database column
    /// names among those that an import may fill, `import_batch_id` and `validation_notes` included), null for NULL.
    /// @param besides whether each row has one value more: what the file has besides, as JSON by headers, or null
    /// @param tally how the file was taken, asked when its rows were produced
    record Part(Table table, List<String> columns, SourceFile file, Producer producer, boolean besides, Supplier<FileTally> tally) {
    }

    /// Hands rows to the sink; called again from the start where the transaction has to be repeated.
    interface Producer {
        void produce(Consumer<String[]> sink);
    }

    /// How many of the rows of a file are in intake already: those that say the same there in all of the columns, but for case and blanks
    /// around.
    /// @param columns those by which a row is known, as far as the file fills them
    /// @param rows    their values, in that order
    Repeats repeats(Table table, List<String> columns, Producer rows);

    /// What the file of a row of intake has besides, by its headers; empty where nothing is known.
    Map<String, String> besides(Table table, long id);

    /// Where the rows of a batch of companies, or of people, are.
    BatchContent content(Table table, String batch);

    /// Which imports took this file into a table of intake, the latest first; what was imported before files were kept is not among them.
    List<EarlierImport> earlier(Table table, String sha256);

    /// The countries that the database knows.
    Countries countries();

    /// The most characters of a text, by the column's name; only columns that have such a limit.
    Map<String, Integer> longest(Table table);

    /// Whether the batch id stands anywhere: in intake, among the rows cleared from it, in master, in the validation log or with an
    /// import of a file.
    boolean batchInUse(String batch);
}
