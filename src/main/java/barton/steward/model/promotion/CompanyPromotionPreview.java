package barton.steward.model.promotion;

import barton.steward.catalog.Entity;
import java.time.Instant;

/// What promoting a batch would do now. The seven from `promotable` to `refused` are disjoint and add up to the batch's rows in intake;
/// where a row is refused, promotion refuses the batch. `placeholder` and `possibleDuplicates` lie within `promotable`: rows that would
/// get a placeholder name or website, and rows with an undecided pair as of the last search, which was at `possibleDuplicatesAt` (both
/// null where nobody has looked for matches).
public record CompanyPromotionPreview(String batch, long promotable, long alreadyPromoted, long heldByOtherSource, long heldByMatch,
                               long notValidated, long editedSinceValidation, long refused, long placeholder, Long possibleDuplicates,
                               Instant possibleDuplicatesAt) implements PromotionPreview {
    @Override
    public Entity entity() {
        return Entity.COMPANY;
    }

    @Override
    public long total() {
        return promotable + alreadyPromoted + heldByOtherSource + heldByMatch + notValidated + editedSinceValidation + refused;
    }
}
