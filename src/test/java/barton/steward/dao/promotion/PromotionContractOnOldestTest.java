package barton.steward.dao.promotion;

import barton.steward.support.TestPostgres;

class PromotionContractOnOldestTest extends PromotionContract {
    PromotionContractOnOldestTest() {
        super(TestPostgres.oldest());
    }
}
