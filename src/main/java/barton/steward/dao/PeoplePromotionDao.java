package barton.steward.dao;

import barton.steward.model.PeoplePreview;

/// Promotion of people.
public interface PeoplePromotionDao extends PromotingDao {
    @Override
    PeoplePreview preview(String batch);
}
