package barton.steward.model.promotion;

/// Why a row of intake is not in master, or that it is. `about` is what the reason names, each as [Reason] says; null where it names
/// nothing.
public record PromotionEligibility(long id, String batch, Reason reason, String about) {
    /// What keeps a row from being promoted.
    public enum Reason {
        /// Nothing: it was promoted; the company or person that it became.
        PROMOTED,
        /// Nothing: it was promoted, and cleared from intake; the run that did.
        CLEARED,
        /// It is in no batch, and only batches are promoted.
        NO_BATCH,
        /// It is not validated; its error notes.
        NOT_VALIDATED,
        /// It was edited since it was validated; the note of that.
        EDITED,
        /// Another source system has its number in master; the record there and the source.
        OTHER_SOURCE,
        /// It was decided to be the same as another record; which one.
        SAME_AS,
        /// It looks like another record, and nobody has decided; which one.
        UNDECIDED,
        /// The company of this person is not in master; the field that names it and what is wrong, here and in the next two.
        COMPANY_MISSING,
        /// Several companies of master have the name that this person gives.
        COMPANY_AMBIGUOUS,
        /// The company has not the slot that this person gives, or no default slot.
        SLOT_MISSING,
        /// An audit has not accepted its batch; which and why, in a sentence.
        HELD_BY_AUDIT,
        /// Master would refuse it; why.
        REFUSED,
        /// Master would refuse other rows of the batch, which is promoted whole or not at all; the first of them and why.
        BATCH_REFUSED,
        /// Nothing is known to keep it; what master would refuse takes too long to find out here.
        UNCHECKED,
        /// Nothing keeps it: its batch was not promoted yet.
        PROMOTABLE
    }
}
