package barton.steward.model.intake;

import java.util.List;

/// Which rows of a file are in intake already.
/// @param rows    how many the file has
/// @param there   how many of them are there, in whatever batch
/// @param within  how many stand in the file a second time
/// @param batches where they are, the batch with most of them first, at most [#MOST_BATCHES]
public record Repeats(long rows, long there, long within, List<InBatch> batches) {
    public static final int MOST_BATCHES = 5;
    public static final Repeats NONE = new Repeats(0, 0, 0, List.of());

    /// @param batch null for rows without one
    public record InBatch(String batch, long rows) {
    }

    /// Whether most of the file is there already.
    public boolean most() {
        return there * 2 > rows;
    }
}
