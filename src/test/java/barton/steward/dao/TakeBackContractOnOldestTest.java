package barton.steward.dao;

import barton.steward.support.TestPostgres;

class TakeBackContractOnOldestTest extends TakeBackContract {
    TakeBackContractOnOldestTest() {
        super(TestPostgres.oldest());
    }
}
