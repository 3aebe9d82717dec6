package barton.steward.model;

/// The figures of the overview. Percentages are 0 to 100, and 0 where there is nothing to count.
/// Stale: enriched too long ago or never; low and high: the confidence; all by the team's [barton.steward.catalog.Limits].
/// Not validated: rows of intake that are not promoted either.
public record Overview(long intake, long notValidated, long master, long slots, long people, long emailsVerified,
                       long unverifiedDecisionMakers, long companySidecars, long staleSidecars, long lowConfidence, long highConfidence,
                       long runs, long failedRuns, long peopleIntake, long peopleNotValidated) {
    /// Share of companies that have a sidecar.
    public double enrichmentCoverage() {
        return master == 0 ? 0 : 100.0 * companySidecars / master;
    }

    /// Share of people whose e-mail is verified.
    public double emailVerificationRate() {
        return people == 0 ? 0 : 100.0 * emailsVerified / people;
    }
}
