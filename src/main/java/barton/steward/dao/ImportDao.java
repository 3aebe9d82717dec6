package barton.steward.dao;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/// Takes rows into intake by COPY.
public interface ImportDao {
    /// Copies rows into company intake in one transaction: all of them or, where anything fails or the work is cancelled, none.
    /// The producer passes each row to the sink as values in the order of `columns` (database column names among those of
    /// intake that an import may fill, `import_batch_id` and `validation_notes` included), null for NULL.
    /// The request is stored with the import, so that after a lost reply the same request finds it instead of importing again;
    /// then nothing is asked of the producer.
    /// @param batch the batch of the rows
    Taken copy(List<String> columns, String batch, UUID request, Producer producer);

    /// The same with people, who are copied into people intake in the same transaction.
    Taken copy(List<String> columns, String batch, UUID request, Producer producer, People people);

    /// So many companies were taken into the batch.
    record Taken(String batch, long rows) {
    }

    /// Rows for people intake, with their columns in the database.
    record People(List<String> columns, Producer producer) {
    }

    /// Hands rows to the sink; called again from the start where the transaction has to be repeated.
    interface Producer {
        void produce(Consumer<String[]> sink);
    }

    /// How many rows intake has of this batch.
    long rowsInBatch(String batch);

    /// The most characters of a text, by the column's name; only columns that have such a limit.
    Map<String, Integer> longest();

    /// Whether the batch id stands anywhere: in intake, among the rows cleared from it, in master or in the validation log.
    boolean batchInUse(String batch);
}
