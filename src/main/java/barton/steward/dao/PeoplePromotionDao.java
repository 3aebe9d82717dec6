package barton.steward.dao;

import barton.steward.model.PeoplePromotionPreview;

/// Promotion of people.
public interface PeoplePromotionDao extends PromotingDao {
    @Override
    PeoplePromotionPreview preview(String batch);
}
