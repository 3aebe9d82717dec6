package barton.steward.service.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/// A file that takes rows one after the other, in constant memory; whole once it is closed.
interface RowFile extends Closeable {
    /// @param values as a [barton.steward.model.query.Row] carries them, in the order of the plan's fields
    void write(List<Object> values) throws IOException;

    /// Of how many cells the end did not fit.
    default long cut() {
        return 0;
    }
}
