package barton.steward.dao.promotion;

import barton.steward.catalog.Entity;
import barton.steward.model.promotion.PromotionEligibility;
import java.util.Optional;

/// Where a row of intake stands before promotion.
public interface PromotionEligibilityDao {
    /// Why a row of company intake, or of people intake, is not in master, as the functions behind the preview of a promotion say; nothing
    /// where intake never had such a row.
    Optional<PromotionEligibility> of(Entity entity, long intakeId);
}
