package barton.steward.model.intake;

import java.util.List;

/// How an import ended, or would end: rows taken (of these `noted` carry a note, because a value did not fit its column or looks as if
/// it had been spoilt), rows refused. `refusals` holds the first [#MOST_REFUSALS] of them; `action` takes it back, and is null where no row
/// was taken.
public record ImportReport(String batch, long taken, long refused, long noted, List<Refusal> refusals, Long action,
                           PassedOver passedOver) {
    public static final int MOST_REFUSALS = 1_000;

    /// Why a row was refused: the line where it begins (from 1), the header of the column (blank: the whole row), the reason.
    public record Refusal(long line, String column, String reason) {
    }

    /// What of the file became no row of intake and was not refused either.
    /// @param empty           records without a value in any column that is taken
    /// @param repeatedHeaders how often the header came again
    /// @param below           what stands below the table
    /// @param split           how many full names were taken apart into first and last name
    /// @param left            the columns that fill none of intake's
    public record PassedOver(long empty, long repeatedHeaders, List<String> below, long split, List<FileColumn> left) {
        public static final PassedOver NOTHING = new PassedOver(0, 0, List.of(), 0, List.of());
    }
}
