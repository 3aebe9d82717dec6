package barton.steward.model.promotion;

import barton.steward.catalog.Entity;

/// What promoting a batch would do now: of its `total` rows `promotable` would arrive. Where a row is refused, promotion refuses the
/// batch.
public sealed interface PromotionPreview permits CompanyPromotionPreview, PeoplePromotionPreview {
    /// Of which records it is.
    Entity entity();

    String batch();

    long promotable();

    long refused();

    /// Validated rows that have no place in master.
    default long unplaced() {
        return 0;
    }

    long total();
}
