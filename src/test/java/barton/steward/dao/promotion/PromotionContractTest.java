package barton.steward.dao.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.support.TestPostgres;
import org.junit.jupiter.api.Test;

class PromotionContractTest extends PromotionContract {
    PromotionContractTest() {
        super(TestPostgres.newest());
    }

    @Test
    void manyMoreRowsThanNumbersOfASequenceGoInOneBatch() {
        rows("B", 5_000);

        assertThat(promote("B", "ann")).isEqualTo(5_000);
        assertThat(ask("""
                SELECT count(DISTINCT m.company_unique_id) || ' ' || count(DISTINCT s.company_unique_id) || ' '
                       || bool_and(m.company_unique_id ~ '^04\\.04\\.01\\.[0-9]{2}\\.[0-9]{5}\\.[0-9]{3}$'
                                   AND right(m.company_unique_id, 3) = right('00' || m.source_record_id, 3))
                FROM marketing.company_master m JOIN marketing.company_slots s USING (company_unique_id)"""))
                .isEqualTo("5000 5000 true");
    }
}
