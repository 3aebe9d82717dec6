package barton.steward.dao;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.db.Database;
import barton.steward.model.CompanySidecarFields;
import barton.steward.model.Condition;
import barton.steward.model.Field;
import barton.steward.model.IntakeFields;
import barton.steward.model.LogFields;
import barton.steward.model.Overview;
import barton.steward.model.PeopleFields;
import barton.steward.model.Query;
import barton.steward.model.Run;
import barton.steward.model.Selection;
import barton.steward.model.Table;
import barton.steward.support.TestDatabases;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbiFiguresTest {
    private DataSource source;
    private Daos daos;

    @BeforeEach
    void make() {
        source = TestDatabases.migrated();
        daos = JdbiDaos.over(Database.over(TestDatabases.pooled(source)));
    }

    @Test
    void theOverviewCountsTheRowsThatFiltersFind() {
        SampleRows.fill(source, 300);
        Field confidence = CompanySidecarFields.CONFIDENCE_SCORE;
        assertThat(daos.overview().overview()).isEqualTo(new Overview(300,
                count(Table.INTAKE, Condition.oneOf(IntakeFields.STATUS, List.of("new", "failed"))),
                300, count(Query.all(Table.SLOTS)), count(Query.all(Table.PEOPLE)),
                count(Table.PEOPLE, Condition.is(PeopleFields.EMAIL_VERIFIED, true)), 150,
                count(Table.COMPANY_SIDECARS, Condition.oneOf(CompanySidecarFields.FRESHNESS, List.of("stale", "never"))),
                count(Table.COMPANY_SIDECARS, new Condition(confidence, Condition.Op.AT_MOST, new BigDecimal("69.99"))),
                count(Table.COMPANY_SIDECARS, new Condition(confidence, Condition.Op.AT_LEAST, new BigDecimal("90"))),
                100, count(Table.LOG, new Condition(LogFields.FAILED_RECORDS, Condition.Op.AT_LEAST, 1))));
    }

    @Test
    void anEmptyDatabaseIsAllZero() {
        assertThat(daos.overview().overview()).isEqualTo(new Overview(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void theLatestRunsComeFirstAndThoseWithoutATimeLast() {
        TestDatabases.run(source, """
                INSERT INTO public.shq_validation_log (validation_run_id, source_table, target_table, total_records, passed_records,
                                                       failed_records, executed_by, executed_at, notes)
                VALUES ('old', 'a', 'b', 3, 2, 1, 'ann', '2025-01-01 00:00Z', 'n'),
                       ('never', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
                       ('young', 'a', 'b', 1, 1, 0, 'ann', '2025-01-02 00:00Z', NULL)""");
        assertThat(daos.log().latest(10)).containsExactly(
                new Run("young", "a", "b", 1, 1, 0, "ann", Instant.parse("2025-01-02T00:00:00Z"), null),
                new Run("old", "a", "b", 3, 2, 1, "ann", Instant.parse("2025-01-01T00:00:00Z"), "n"),
                new Run("never", null, null, null, null, null, null, null, null));
        assertThat(daos.log().latest(1)).extracting(Run::run).containsExactly("young");
    }

    private long count(Table table, Condition condition) {
        return count(Query.all(table).where(condition));
    }

    private long count(Query query) {
        return daos.tables().count(Selection.all(query));
    }
}
