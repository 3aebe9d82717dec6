package barton.steward.dao.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.support.TestPostgres;
import org.junit.jupiter.api.Test;

class TakeBackContractTest extends TakeBackContract {
    TakeBackContractTest() {
        super(TestPostgres.newest());
    }

    @Test
    void manyRowsAreTakenBack() {
        run("""
                INSERT INTO intake.company_raw_intake (company, import_batch_id, validated)
                SELECT 'C ' || n, 'BIG', true FROM generate_series(1, 20000) n""");
        promote("BIG");
        run("INSERT INTO marketing.company_sidecar (company_unique_id) SELECT company_unique_id FROM marketing.company_master"
                + " WHERE import_batch_id = 'BIG' LIMIT 10");

        assertThat(takeBack("BIG")).isEqualTo(19_990);
        assertThat(ask("SELECT count(*) FROM shq.taken_back")).isEqualTo("39980");
    }
}
