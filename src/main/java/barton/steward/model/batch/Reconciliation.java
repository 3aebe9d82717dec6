package barton.steward.model.batch;

import java.util.List;

/// What was validated, what master has and what the log says of a batch, and where they drift apart.
///
/// @param validated validated records in intake, and those cleared from it
/// @param promoted  records of master that a promotion made of the batch's
/// @param logged    what the runs of promotions say they promoted, less what was taken back
public record Reconciliation(long validated, long promoted, long logged, List<Drift> drifts) {
    public Reconciliation {
        drifts = List.copyOf(drifts);
    }

    /// Whether nothing is missing that should be there: records that are still to be promoted are none of that.
    public boolean holds() {
        return drifts.stream().allMatch(d -> d.kind() == Kind.WAITING || d.kind() == Kind.HELD);
    }

    /// A number of records by which two of the figures differ.
    /// @param run the run that it is about; null where it is none
    public record Drift(Kind kind, long records, String run) {
    }

    /// Why figures differ.
    public enum Kind {
        /// Validated, and nothing keeps them from being promoted.
        WAITING,
        /// Validated, and held back.
        HELD,
        /// Promoted, and not validated any more.
        NOT_VALIDATED_ANY_MORE,
        /// The run says that it promoted more than master has of it.
        MISSING_IN_MASTER,
        /// Master has more of the run than it says.
        MORE_IN_MASTER,
        /// Master has them without a run that is known.
        WITHOUT_RUN
    }
}
