package barton.steward.dao;

import barton.steward.model.CompanyPromotionPreview;

/// Promotion of companies.
public interface PromotionDao extends PromotingDao {
    @Override
    CompanyPromotionPreview preview(String batch);
}
