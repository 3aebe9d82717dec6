package barton.steward.dao;

import barton.steward.support.TestPostgres;

class ClearingContractTest extends ClearingContract {
    ClearingContractTest() {
        super(TestPostgres.newest());
    }
}
