package barton.steward.dao;

import barton.steward.support.TestPostgres;

class PromotionContractTest extends PromotionContract {
    PromotionContractTest() {
        super(TestPostgres.newest());
    }
}
