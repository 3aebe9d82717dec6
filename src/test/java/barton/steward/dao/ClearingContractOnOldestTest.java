package barton.steward.dao;

import barton.steward.support.TestPostgres;

class ClearingContractOnOldestTest extends ClearingContract {
    ClearingContractOnOldestTest() {
        super(TestPostgres.oldest());
    }
}
