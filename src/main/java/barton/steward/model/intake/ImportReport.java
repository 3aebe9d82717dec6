package barton.steward.model.intake;

import java.util.List;

/// How an import ended: rows taken (of these `noted` carry a note, because a value did not fit its column), rows refused.
/// `refusals` holds the first [#MOST_REFUSALS] of them; `action` takes it back, and is null where no row was taken.
public record ImportReport(String batch, long taken, long refused, long noted, List<Refusal> refusals, Long action) {
    public static final int MOST_REFUSALS = 1_000;

    /// Why a row was refused: the line where it begins (from 1), the header of the column (blank: the whole row), the reason.
    public record Refusal(long line, String column, String reason) {
    }
}
