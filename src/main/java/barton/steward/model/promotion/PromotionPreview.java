package barton.steward.model.promotion;

/// What promoting a batch would do now: of its `total` rows `promotable` would arrive. Where a row is refused, promotion refuses the
/// batch.
public sealed interface PromotionPreview permits CompanyPromotionPreview, PeoplePromotionPreview {
    String batch();

    long promotable();

    long refused();

    /// Validated rows that have no place in master.
    default long unplaced() {
        return 0;
    }

    long total();
}
