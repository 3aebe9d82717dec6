package barton.steward.model;

/// What promoting a batch would do now. The seven from `promotable` to `refused` are disjoint and add up to the batch's rows in intake;
/// where a row is refused, promotion refuses the batch. `placeholder` and `possibleDuplicates` lie within `promotable`: rows that would
/// get a placeholder name or website, and rows that look like a company of master (null where nobody has looked for matches).
public record PromotionPreview(String batch, long promotable, long alreadyPromoted, long heldByOtherSource, long heldByMatch,
                               long notValidated, long editedSinceValidation, long refused, long placeholder, Long possibleDuplicates) {
    public long total() {
        return promotable + alreadyPromoted + heldByOtherSource + heldByMatch + notValidated + editedSinceValidation + refused;
    }
}
