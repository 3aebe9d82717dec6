package barton.steward.dao.validation;

import barton.steward.support.TestPostgres;

class ValidationContractTest extends ValidationContract {
    ValidationContractTest() {
        super(TestPostgres.newest());
    }
}
