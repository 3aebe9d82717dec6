package barton.steward.tour;

/// Facts that can be counted in the database without the filters of the window, to check what that shows.
/// The comments name what each is counted of.
enum IndependentCount {
    /// Rows of a batch in intake.
    IN_BATCH,
    /// Rows of a batch with a website that no row of another batch has.
    OF_OWN_WEBSITE,
    /// Rows of a batch that are validated.
    VALIDATED,
    /// Rows of a batch that are not validated.
    NOT_VALIDATED,
    /// Rows of a batch that are not validated and have an error note.
    FAILED,
    /// Rows of a batch that were promoted.
    PROMOTED,
    /// Validated rows of a batch that were not promoted, because master has their number from another source system.
    HELD,
    /// Rows of a batch that are validated, not in master, and not decided to be the same as another.
    PROMOTABLE,
    /// Those of them that an enrichment found something for.
    ENRICHED,
    /// Rows of a batch with a name of a state, of more than two letters, and no abbreviation.
    /// Rows of a batch that have a text anywhere: batch, text.
    CONTAINING,
    /// People of a batch who are validated and not in master, and whose company master has once by its name.
    PEOPLE_PROMOTABLE,
    /// People of a batch who are not validated.
    PEOPLE_NOT_VALIDATED,
    /// Companies, or people, that a run made.
    MADE_BY_RUN,
    /// What the log says that a run passed.
    PASSED_BY_RUN,
    /// Rows of intake that are not validated and not promoted.
    TO_VALIDATE,
    /// Lines in the notes of a row: its id.
    NOTES_OF,
    /// Rows of a batch with a phone of another number of digits than North America has.
    ODD_PHONES,
    /// Validated rows of a batch that are decided to be the same as another.
    HELD_BY_MATCH,
    /// Companies that a run made, without people, sidecar and further slots.
    FREE_OF_RUN,
    /// Pairs of a batch with a score that is shown at first.
    PAIRS,
    /// Such pairs that nobody decided about, or somebody did.
    PAIRS_UNDECIDED, PAIRS_DECIDED,
    /// People who are not verified and have one of these addresses: the addresses, between blanks.
    TO_VERIFY_AT,
    /// People with a verified address.
    EMAILS_VERIFIED,
    /// Kept results of verifications.
    EMAIL_RESULTS,
    /// Sidecars of companies with a tag.
    TAGGED,
    /// Rows of a table, by its qualified name.
    ROWS
}
