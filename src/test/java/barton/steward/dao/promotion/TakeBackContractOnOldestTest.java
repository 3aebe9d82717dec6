package barton.steward.dao.promotion;

import barton.steward.support.TestPostgres;

class TakeBackContractOnOldestTest extends TakeBackContract {
    TakeBackContractOnOldestTest() {
        super(TestPostgres.oldest());
    }
}
