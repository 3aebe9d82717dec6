package barton.steward.dao;

import barton.steward.model.PromotionPreview;

/// Promotion of companies.
public interface PromotionDao extends PromotingDao {
    @Override
    PromotionPreview preview(String batch);
}
