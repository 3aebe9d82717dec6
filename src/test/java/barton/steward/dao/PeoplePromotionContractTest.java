package barton.steward.dao;

import barton.steward.support.TestPostgres;

class PeoplePromotionContractTest extends PeoplePromotionContract {
    PeoplePromotionContractTest() {
        super(TestPostgres.newest());
    }
}
