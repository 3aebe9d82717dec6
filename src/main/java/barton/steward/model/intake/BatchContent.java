package barton.steward.model.intake;

/// Where the rows of a batch are: in intake, cleared from it, or in master, also where master alone still has them.
public record BatchContent(long intake, long cleared, long master) {
    /// How many rows the batch has at least, wherever they are.
    public long rows() {
        return Math.max(intake + cleared, master);
    }
}
