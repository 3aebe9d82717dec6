package barton.steward.dao.promotion;

import barton.steward.model.promotion.CompanyPromotionPreview;

/// Promotion of companies.
public interface PromotionDao extends PromotingDao {
    @Override
    CompanyPromotionPreview preview(String batch);
}
