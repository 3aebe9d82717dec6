package barton.steward.dao.intake;

import barton.steward.support.TestPostgres;

class ClearingContractOnOldestTest extends ClearingContract {
    ClearingContractOnOldestTest() {
        super(TestPostgres.oldest());
    }
}
