package barton.steward.dao;

import barton.steward.model.Table;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/// Takes rows into intake by COPY.
public interface ImportDao {
    /// Copies rows into intake in one transaction: all of them or, where anything fails or the work is cancelled, none.
    /// The request is stored with the import, so that after a lost reply the same request finds it instead of importing again;
    /// then nothing is asked of the producers.
    /// @param batch the batch of the rows
    Taken copy(String batch, UUID request, List<Part> parts);

    /// So many rows of the first part were taken into the batch.
    record Taken(String batch, long rows) {
    }

    /// Rows of one table of intake. The producer passes each row to the sink as values in the order of `columns` (database column
    /// names among those that an import may fill, `import_batch_id` and `validation_notes` included), null for NULL.
    record Part(Table table, List<String> columns, Producer producer) {
    }

    /// Hands rows to the sink; called again from the start where the transaction has to be repeated.
    interface Producer {
        void produce(Consumer<String[]> sink);
    }

    /// How many rows a table of intake has of this batch.
    long rowsInBatch(Table table, String batch);

    /// The most characters of a text, by the column's name; only columns that have such a limit.
    Map<String, Integer> longest(Table table);

    /// Whether the batch id stands anywhere: in intake, among the rows cleared from it, in master or in the validation log.
    boolean batchInUse(String batch);
}
