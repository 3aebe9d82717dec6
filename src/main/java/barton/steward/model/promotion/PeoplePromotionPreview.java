package barton.steward.model.promotion;

import barton.steward.catalog.Entity;

/// What promoting the people of a batch would do now. The nine from `promotable` to `refused` are disjoint and add up to the batch's
/// people in intake, with `heldByMatch`. `companyMissing`, `companyAmbiguous` and `slotMissing` are validated, but have no place in master.
/// `phoneLeft` lies within `promotable`: people with a phone that is no possible number and stays in intake.
public record PeoplePromotionPreview(String batch, long promotable, long alreadyPromoted, long heldByOtherSource, long companyMissing,
                            long companyAmbiguous, long slotMissing, long notValidated, long editedSinceValidation, long refused,
                            long phoneLeft, long heldByMatch) implements PromotionPreview {
    @Override
    public Entity entity() {
        return Entity.PERSON;
    }

    @Override
    public long unplaced() {
        return companyMissing + companyAmbiguous + slotMissing;
    }

    @Override
    public long total() {
        return promotable + alreadyPromoted + heldByOtherSource + heldByMatch + unplaced() + notValidated + editedSinceValidation + refused;
    }
}
