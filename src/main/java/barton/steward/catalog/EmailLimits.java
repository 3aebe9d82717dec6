package barton.steward.catalog;

/// How long the verification of an e-mail address holds, in days (1 to 3650).
public record EmailLimits(int recheckDays) {
    /// @throws IllegalArgumentException with a sentence where one is out of range
    public EmailLimits {
        if (recheckDays < 1 || recheckDays > Limits.MOST_DAYS) {
            throw new IllegalArgumentException("Days are 1 to " + Limits.MOST_DAYS + ".");
        }
    }
}
