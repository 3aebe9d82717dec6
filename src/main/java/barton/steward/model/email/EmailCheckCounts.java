package barton.steward.model.email;

/// What the results of a file are about: how many there are, how many are of addresses that nobody has, how many people they are
/// about, and of these how many become verified and how many are not verified any more.
public record EmailCheckCounts(long results, long ofNobody, long people, long verified, long unverified) {
    /// How many people change.
    public long changing() {
        return verified + unverified;
    }
}
