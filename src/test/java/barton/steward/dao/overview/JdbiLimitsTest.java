package barton.steward.dao.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import barton.steward.catalog.CompanySidecarFields;
import barton.steward.catalog.Entity;
import barton.steward.catalog.Limits;
import barton.steward.catalog.MasterFields;
import barton.steward.catalog.QualityBand;
import barton.steward.catalog.Table;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.dao.table.SampleRows;
import barton.steward.db.Database;
import barton.steward.model.enrichment.EnrichmentCounts;
import barton.steward.model.history.BulkResult;
import barton.steward.model.history.Decisions;
import barton.steward.model.history.RunPeriod;
import barton.steward.model.query.FacetValue;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.service.question.FigureQueries;
import barton.steward.support.TestDatabases;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Figures in time, and the limits by which they are counted.
class JdbiLimitsTest {
    private static final Limits STRICTER = new Limits(80, 60, 40, 20);

    private DataSource source;
    private Daos daos;

    @BeforeEach
    void make() {
        source = TestDatabases.migrated();
        daos = JdbiDaos.over(Database.over(TestDatabases.pooled(source)));
    }

    @Test
    void aNewDatabaseHasTheUsualLimits() {
        assertThat(daos.overview().limits()).isEqualTo(Limits.USUAL);
    }

    @Test
    void otherLimitsChangeWhatIsCountedAndWhatIsFoundInTheSameWay() {
        SampleRows.fill(source, 300);
        EnrichmentCounts before = daos.overview().enrichment();
        Map<QualityBand, Long> bandsBefore = daos.quality().distribution();
        daos.overview().set(STRICTER, "ann");
        EnrichmentCounts counts = daos.overview().enrichment();
        assertThat(daos.overview().limits()).isEqualTo(STRICTER);
        assertThat(counts).isNotEqualTo(before).isEqualTo(new EnrichmentCounts(count(FigureQueries.withoutSidecar()),
                count(FigureQueries.ofFreshness("fresh")), count(FigureQueries.notEnriched()), count(FigureQueries.ofFreshness("never")),
                count(FigureQueries.highConfidence()), count(FigureQueries.ofConfidence("middle")), count(FigureQueries.lowConfidence()),
                count(FigureQueries.ofConfidence("none"))));
        assertThat(daos.overview().overview().highConfidence()).isEqualTo(counts.high()).isPositive();
        assertThat(daos.overview().overview().lowConfidence()).isEqualTo(counts.low());
        assertThat(daos.overview().overview().staleSidecars()).isEqualTo(counts.stale() + counts.never());
        assertThat(daos.overview().reliability().stream().mapToLong(s -> s.high()).sum()).isEqualTo(counts.high());
        Map<QualityBand, Long> bands = daos.quality().distribution();
        assertThat(bands).isNotEqualTo(bandsBefore);
        bands.forEach((band, companies) -> assertThat(count(FigureQueries.ofQuality(band, STRICTER))).as(band.name()).isEqualTo(companies));
        assertThat(facet(Query.all(Table.MASTER))).isEqualTo(bands.entrySet().stream().filter(b -> b.getValue() > 0)
                .collect(Collectors.toMap(b -> b.getKey().word(STRICTER), Map.Entry::getValue)));
    }

    @Test
    void whoAskedForScoresKeepsThemWhenTheLimitsChange() {
        SampleRows.fill(source, 300);
        Map<QualityBand, Long> before = daos.quality().distribution();
        daos.overview().set(STRICTER, "ann");
        before.forEach((band, found) -> assertThat(count(FigureQueries.ofQuality(band, Limits.USUAL))).as(band.name()).isEqualTo(found));
    }

    @Test
    void confidenceIsAFacetOfSidecars() {
        SampleRows.fill(source, 300);
        EnrichmentCounts counts = daos.overview().enrichment();
        assertThat(daos.tables().facet(Query.all(Table.COMPANY_SIDECARS), CompanySidecarFields.CONFIDENCE_BAND, 9).values())
                .contains(new FacetValue("high", counts.high()), new FacetValue("low", counts.low()));
    }

    @Test
    void runsAreAddedUpByHourByDayAndByMonth() {
        TestDatabases.run(source, """
                INSERT INTO public.shq_validation_log (validation_run_id, source_table, target_table, total_records, passed_records,
                                                       failed_records, executed_at)
                VALUES ('a', 'x.a', 'x.b', 10, 9, 1, '2025-10-01 10:05Z'), ('b', 'x.a', 'x.b', 30, 30, 0, '2025-10-01 10:55Z'),
                       ('c', 'x.a', 'x.b', 5, 0, 5, '2025-10-03 09:00Z'), ('d', 'x.a', 'x.b', 4, 4, 0, '2025-12-01 12:00Z'),
                       ('e', 'x.a', 'x.b', NULL, NULL, NULL, NULL)""");
        List<RunPeriod> days = daos.log().periods(Query.all(Table.LOG), ChronoUnit.DAYS, 2);
        assertThat(days).extracting(RunPeriod::runs, RunPeriod::failedRuns, RunPeriod::records, RunPeriod::passed)
                .containsExactly(tuple(1L, 1L, 5L, 0L), tuple(1L, 0L, 4L, 4L));
        List<RunPeriod> hours = daos.log().periods(Query.all(Table.LOG), ChronoUnit.HOURS, 9);
        assertThat(hours.getFirst()).isEqualTo(new RunPeriod(Instant.parse("2025-10-01T10:00:00Z"), Instant.parse("2025-10-01T11:00:00Z"),
                2, 1, 40, 39));
        assertThat(hours.getFirst().rate()).isEqualTo(new BigDecimal("97.50"));
        List<RunPeriod> months = daos.log().periods(FigureQueries.failedRuns(), ChronoUnit.MONTHS, 9);
        assertThat(months).extracting(RunPeriod::runs).containsExactly(2L);
        assertThat(months.getFirst().rate()).isEqualTo(new BigDecimal("60.00"));
        for (RunPeriod period : hours) {
            assertThat(count(FigureQueries.runsOf(period, Query.all(Table.LOG)))).isEqualTo(period.runs());
        }
        assertThat(count(FigureQueries.runsOf(months.getFirst(), FigureQueries.failedRuns()))).isEqualTo(2);
    }

    @Test
    void decisionsByHandAreCountedByDayAndStewardUntilTheyAreTakenBack() {
        TestDatabases.run(source, """
                INSERT INTO intake.company_raw_intake (id, company, import_batch_id)
                SELECT n, 'C' || n, 'B' || n % 2 FROM generate_series(1, 9) n""");
        mark("B0", true, "ann", 4);
        mark("B1", false, "ben", 5);
        long taken = mark("B0", false, "ben", 4);
        daos.history().undo(taken, "ben");
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        List<Decisions> pace = daos.overview().pace(Entity.COMPANY, 9);
        assertThat(pace).containsExactly(new Decisions(today, "ann", 4, 0), new Decisions(today, "ben", 0, 5));
        for (Decisions decisions : pace) {
            assertThat(count(FigureQueries.decided(Entity.COMPANY, decisions))).isEqualTo(decisions.all());
        }
        assertThat(daos.overview().pace(Entity.PERSON, 9)).isEmpty();
        assertThat(daos.overview().pace(Entity.COMPANY, 0)).isEmpty();
    }

    private long mark(String batch, boolean validated, String steward, long rows) {
        BulkResult result = daos.intake().mark(Selection.all(FigureQueries.imported(batch)), validated, Optional.of("seen"), steward, rows,
                UUID.randomUUID());
        assertThat(result).isInstanceOf(BulkResult.Done.class);
        return ((BulkResult.Done) result).actionId();
    }

    private Map<String, Long> facet(Query query) {
        return daos.tables().facet(query, MasterFields.QUALITY_BAND, 9).values().stream()
                .collect(Collectors.toMap(v -> v.value().toString(), FacetValue::count));
    }

    private long count(Query query) {
        return daos.tables().count(Selection.all(query));
    }
}
