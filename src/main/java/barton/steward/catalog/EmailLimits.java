package barton.steward.catalog;

/// How long the verification of an e-mail address holds, in days (1 to 3650), and from which confidence on, in percent (50 to 100), what an
/// enrichment says of an address verifies it; 0: never.
public record EmailLimits(int recheckDays, int verifyingConfidence) {
    private static final int LEAST_CONFIDENCE = 50;

    /// @throws IllegalArgumentException with a sentence where one is out of range
    public EmailLimits {
        if (recheckDays < 1 || recheckDays > Limits.MOST_DAYS) {
            throw new IllegalArgumentException("Days are 1 to " + Limits.MOST_DAYS + ".");
        }
        if (verifyingConfidence != 0 && (verifyingConfidence < LEAST_CONFIDENCE || verifyingConfidence > 100)) {
            throw new IllegalArgumentException("A confidence that verifies is " + LEAST_CONFIDENCE + " to 100, or 0 for none.");
        }
    }
}
