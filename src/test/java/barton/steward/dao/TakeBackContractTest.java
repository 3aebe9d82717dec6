package barton.steward.dao;

import barton.steward.support.TestPostgres;

class TakeBackContractTest extends TakeBackContract {
    TakeBackContractTest() {
        super(TestPostgres.newest());
    }
}
