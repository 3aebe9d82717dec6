package barton.steward.dao.promotion;

import barton.steward.model.promotion.PeoplePromotionPreview;

/// Promotion of people.
public interface PeoplePromotionDao extends PromotingDao {
    @Override
    PeoplePromotionPreview preview(String batch);
}
