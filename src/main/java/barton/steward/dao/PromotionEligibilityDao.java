package barton.steward.dao;

import barton.steward.model.Entity;
import barton.steward.model.PromotionEligibility;
import java.util.Optional;

/// Where a row of intake stands before promotion.
public interface PromotionEligibilityDao {
    /// Why a row of company intake, or of people intake, is not in master, as the functions behind the preview of a promotion say; nothing
    /// where intake never had such a row.
    Optional<PromotionEligibility> of(Entity entity, long intakeId);
}
