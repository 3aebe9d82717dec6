package barton.steward.dao;

import barton.steward.support.TestPostgres;

class PromotionContractOnOldestTest extends PromotionContract {
    PromotionContractOnOldestTest() {
        super(TestPostgres.oldest());
    }
}
