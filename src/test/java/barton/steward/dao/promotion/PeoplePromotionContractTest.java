package barton.steward.dao.promotion;

import barton.steward.support.TestPostgres;

class PeoplePromotionContractTest extends PeoplePromotionContract {
    PeoplePromotionContractTest() {
        super(TestPostgres.newest());
    }
}
