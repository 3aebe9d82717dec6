package barton.steward.dao;

import barton.steward.support.TestPostgres;

class ValidationContractTest extends ValidationContract {
    ValidationContractTest() {
        super(TestPostgres.newest());
    }
}
