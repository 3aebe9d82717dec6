package barton.steward.dao.promotion;

import barton.steward.support.TestPostgres;

class PeoplePromotionContractOnOldestTest extends PeoplePromotionContract {
    PeoplePromotionContractOnOldestTest() {
        super(TestPostgres.oldest());
    }
}
