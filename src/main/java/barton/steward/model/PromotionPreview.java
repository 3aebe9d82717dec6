package barton.steward.model;

/// What promoting a batch would do now. The first four are disjoint and add up to the batch's rows in intake.
/// `placeholder`: rows among the promotable ones that would get a placeholder name or website.
public record PromotionPreview(String batch, long promotable, long alreadyPromoted, long heldByOtherSource, long notValidated,
                               long placeholder) {
    public long total() {
        return promotable + alreadyPromoted + heldByOtherSource + notValidated;
    }
}
