package barton.steward.dao;

import barton.steward.support.TestPostgres;

class PeoplePromotionContractOnOldestTest extends PeoplePromotionContract {
    PeoplePromotionContractOnOldestTest() {
        super(TestPostgres.oldest());
    }
}
