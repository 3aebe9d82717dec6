package barton.steward.dao.overview;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.CompanySidecarFields;
import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.IntakeStatus;
import barton.steward.catalog.LogFields;
import barton.steward.catalog.PeopleFields;
import barton.steward.catalog.Table;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.dao.table.SampleRows;
import barton.steward.db.Database;
import barton.steward.model.Overview;
import barton.steward.model.enrichment.SourceReliability;
import barton.steward.model.history.Run;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.service.question.FigureQueries;
import barton.steward.support.TestDatabases;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
        TestDatabases.run(source, "UPDATE marketing.people_master SET seniority = (ARRAY['VP', 'C-Level', 'Senior'])"
                + "[1 + right(unique_id, 9)::numeric::int % 3]");
        TestDatabases.run(source, """
                INSERT INTO intake.people_raw_intake (id, first_name, last_name, import_batch_id, validated)
                SELECT n, 'Ann', 'Lee', 'P', n = 9005 FROM generate_series(9001, 9005) n;
                UPDATE marketing.people_master SET source_system = 'intake_promotion', source_record_id = '9001'
                WHERE unique_id = (SELECT min(unique_id) FROM marketing.people_master)""");
        Field confidence = CompanySidecarFields.CONFIDENCE_SCORE;
        assertThat(daos.overview().overview()).isEqualTo(new Overview(300,
                count(Table.INTAKE, Condition.oneOf(IntakeFields.STATUS, List.of(IntakeStatus.NEW, IntakeStatus.FAILED))),
                300, count(Query.all(Table.SLOTS)), count(Query.all(Table.PEOPLE)),
                count(Table.PEOPLE, Condition.is(PeopleFields.EMAIL_VERIFIED, true)),
                count(FigureQueries.unverifiedDecisionMakers()), 150,
                count(Table.COMPANY_SIDECARS, Condition.oneOf(CompanySidecarFields.FRESHNESS, List.of("stale", "never"))),
                count(Table.COMPANY_SIDECARS, new Condition(confidence, Condition.Op.AT_MOST, new BigDecimal("69.99"))),
                count(Table.COMPANY_SIDECARS, new Condition(confidence, Condition.Op.AT_LEAST, new BigDecimal("90"))),
                100, count(Table.LOG, new Condition(LogFields.FAILED_RECORDS, Condition.Op.AT_LEAST, 1)),
                count(Query.all(Table.PEOPLE_INTAKE)), count(FigureQueries.notValidated(Entity.PERSON))));
        assertThat(daos.overview().overview().peopleNotValidated()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void anEmptyDatabaseIsAllZero() {
        assertThat(daos.overview().overview()).isEqualTo(new Overview(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
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

    @Test
    void whatTheLogSaysOfABatchIsAddedUpWhateverClientPromoted() {
        TestDatabases.run(source, """
                INSERT INTO intake.company_raw_intake (company, import_batch_id, validated)
                SELECT 'C', 'B', n < 3 FROM generate_series(1, 3) n;
                SELECT shq.promote_company_records('B', 'ann');
                UPDATE intake.company_raw_intake SET validated = true;
                SELECT shq.promote_company_records('B', 'ann');
                INSERT INTO public.shq_validation_log (validation_run_id, source_table, target_table, passed_records)
                VALUES ('OLD', 'intake.company_raw_intake', 'marketing.company_master', 7),
                       ('OLD#2', 'intake.company_raw_intake', 'marketing.company_master', 1),
                       ('VLD-1', 'intake.company_raw_intake', 'intake.company_raw_intake', 5)""");
        assertThat(daos.log().promotedByBatch()).isEqualTo(Map.of("B", 3L, "OLD", 8L));
        assertThat(count(FigureQueries.promotions("B"))).isEqualTo(2);
        assertThat(count(FigureQueries.promotions("OLD"))).isEqualTo(2);
    }

    @Test
    void sourcesOfEnrichmentAreComparedByTheirConfidence() {
        TestDatabases.run(source, """
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                SELECT '04.04.01.00.00000.00' || n, 'C', 'x', 'crm' FROM generate_series(1, 5) n;
                INSERT INTO marketing.company_sidecar (company_unique_id, enrichment_source, confidence_score, last_enriched_at)
                SELECT '04.04.01.00.00000.00' || n, (ARRAY['clay', 'clay', 'clay', 'apollo', NULL])[n],
                       (ARRAY[95, 60, NULL, 80, NULL])[n],
                       (ARRAY['2025-10-01', '2025-10-02', NULL, '2025-10-04', NULL])[n]::timestamptz
                FROM generate_series(1, 5) n""");
        assertThat(daos.overview().reliability()).containsExactly(
                new SourceReliability("clay", 3, new BigDecimal("77.50"), 1, 1, Instant.parse("2025-10-02T00:00:00Z")),
                new SourceReliability("apollo", 1, new BigDecimal("80.00"), 0, 0, Instant.parse("2025-10-04T00:00:00Z")),
                new SourceReliability(null, 1, null, 0, 0, null));
        assertThat(count(FigureQueries.ofSource("clay"))).isEqualTo(3);
        assertThat(count(FigureQueries.ofSource(null))).isEqualTo(1);
    }

    private long count(Table table, Condition condition) {
        return count(Query.all(table).where(condition));
    }

    private long count(Query query) {
        return daos.tables().count(Selection.all(query));
    }
}
