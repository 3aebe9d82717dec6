package barton.steward.dao.intake;

import barton.steward.support.TestPostgres;

class ClearingContractTest extends ClearingContract {
    ClearingContractTest() {
        super(TestPostgres.newest());
    }
}
