package barton.steward.dao.validation;

import barton.steward.support.TestPostgres;

class ValidationContractOnOldestTest extends ValidationContract {
    ValidationContractOnOldestTest() {
        super(TestPostgres.oldest());
    }
}
