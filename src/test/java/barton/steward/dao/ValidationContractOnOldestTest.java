package barton.steward.dao;

import barton.steward.support.TestPostgres;

class ValidationContractOnOldestTest extends ValidationContract {
    ValidationContractOnOldestTest() {
        super(TestPostgres.oldest());
    }
}
