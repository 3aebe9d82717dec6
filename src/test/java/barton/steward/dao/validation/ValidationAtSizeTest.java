package barton.steward.dao.validation;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.validation.Rule;
import barton.steward.support.TestDatabases;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A large batch that the planner has not heard of: a join row by row would take very long.
class ValidationAtSizeTest {
    @Test
    void rowsThatThePlannerDoesNotKnowAreJudgedAndPreviewed() {
        var source = TestDatabases.migrated();
        TestDatabases.run(source, """
                ALTER TABLE intake.company_raw_intake SET (autovacuum_enabled = off);
                INSERT INTO intake.company_raw_intake (company, website, company_phone, company_state, num_employees, import_batch_id)
                SELECT 'Company ' || g, 'https://www.host' || g % 16000 || '.example',
                       CASE WHEN g % 10 = 0 THEN '555' ELSE '304-555-0123' END,
                       CASE WHEN g % 100 = 0 THEN 'Atlantis' ELSE 'Ohio' END, g, 'B'
                FROM generate_series(1, 20000) g""");
        var daos = JdbiDaos.over(Database.over(source));

        for (int run = 1; run <= 2; run++) {
            var result = daos.validation().validate(Entity.COMPANY, "B", Rule.STANDARD, "ann");
            assertThat(result.findings()).isEqualTo(Map.of("phone_possible", 2_000L, "state_known", 200L, "host_once", 8_000L));
            assertThat(result.passed()).isEqualTo(19_800);
        }
        assertThat(TestDatabases.ask(source, "SELECT count(*) FROM shq.finding")).isEqualTo("10200");
        assertThat(daos.promotion().preview(Entity.COMPANY, "B").promotable()).isEqualTo(19_800);
    }
}
