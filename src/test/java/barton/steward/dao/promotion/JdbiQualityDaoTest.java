package barton.steward.dao.promotion;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.list;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.catalog.Limits;
import barton.steward.catalog.MasterFields;
import barton.steward.catalog.QualityBand;
import barton.steward.catalog.Table;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.history.BulkResult;
import barton.steward.model.history.UndoResult;
import barton.steward.model.query.FacetValue;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.service.question.FigureQueries;
import barton.steward.support.TestDatabases;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbiQualityDaoTest {
    private static final Selection ALL = Selection.all(Query.all(Table.MASTER));

    private final DataSource source = TestDatabases.pooled(TestDatabases.migrated());
    private final Daos daos = JdbiDaos.over(Database.over(source));
    private final UUID request = UUID.randomUUID();

    /// Scores by the fields: 100, 80, 60, 0. Stored: none, 80, 55, none, and one of a company that has 0.
    @BeforeEach
    void companies() {
        run(source, """
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, linkedin_url, company_phone, industry,
                    source_system, data_quality_score, updated_at)
                VALUES ('04.04.01.00.00000.001', 'A', 'https://a.example', 'li', '1', 'Mining', 'crm', NULL, '2020-01-01'),
                       ('04.04.01.00.00000.002', 'B', 'https://b.example', 'li', '1', ' ', 'crm', 80, '2020-01-01'),
                       ('04.04.01.00.00000.003', 'C', 'https://c.example', 'li', NULL, NULL, 'crm', 55, '2020-01-01'),
                       ('04.04.01.00.00000.004', 'D', 'https://example.com', NULL, NULL, NULL, 'crm', NULL, '2020-01-01'),
                       ('04.04.01.00.00000.005', 'E', 'https://example.com/', NULL, '', NULL, 'crm', 95.5, '2020-01-01')""");
    }

    @Test
    void missingScoresAreFilledAndOthersStay() {
        assertThat(daos.quality().countToScore(ALL, true)).isEqualTo(2);
        assertThat(score(true, 2)).isInstanceOf(BulkResult.Done.class);
        assertThat(scores()).containsExactly("A 100.00", "B 80.00", "C 55.00", "D 0.00", "E 95.50");
    }

    @Test
    void allScoresAreComputedAnewWhereTheyDiffer() {
        assertThat(daos.quality().countToScore(ALL, false)).isEqualTo(4);
        assertThat(score(false, 4)).isEqualTo(new BulkResult.Done(4, daos.history().latest(1).getFirst().id()));
        assertThat(scores()).containsExactly("A 100.00", "B 80.00", "C 60.00", "D 0.00", "E 0.00");
        assertThat(daos.quality().countToScore(ALL, false)).isZero();
    }

    @Test
    void onlyTheSelectionIsScored() {
        var two = new Selection.Keys(Table.MASTER, Set.of("04.04.01.00.00000.001", "04.04.01.00.00000.002"));
        assertThat(daos.quality().countToScore(two, false)).isEqualTo(1);
        daos.quality().score(two, false, "ann", 1, request);
        assertThat(scores()).containsExactly("A 100.00", "B 80.00", "C 55.00", "D null", "E 95.50");
        Selection intake = Selection.all(Query.all(Table.INTAKE));
        assertThatThrownBy(() -> daos.quality().countToScore(intake, true)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherNumberThanAnnouncedChangesNothing() {
        assertThat(score(false, 3)).isEqualTo(new BulkResult.CountDiffers(3, 4));
        assertThat(scores()).contains("A null", "C 55.00");
    }

    @Test
    void theSameRequestIsDoneOnce() {
        BulkResult first = score(true, 2);
        assertThat(score(true, 2)).isEqualTo(first);
        assertThat(daos.history().latest(9)).hasSize(1);
    }

    @Test
    void itIsTakenBack() {
        long action = ((BulkResult.Done) score(false, 4)).actionId();
        assertThat(daos.history().undo(action, "ann")).isInstanceOf(UndoResult.Undone.class);
        assertThat(scores()).containsExactly("A null", "B 80.00", "C 55.00", "D null", "E 95.50");
    }

    @Test
    void aScoreIsNoChangeOfTheCompany() {
        score(false, 4);
        assertThat(ask(source, "SELECT count(*) FROM marketing.company_master WHERE updated_at = '2020-01-01'")).isEqualTo("5");
    }

    @Test
    void theDistributionCountsEveryBandAndEachFindsItsCompanies() {
        var distribution = daos.quality().distribution();
        assertThat(distribution.keySet()).containsExactly(QualityBand.values());
        assertThat(distribution.values()).containsExactly(1L, 1L, 1L, 0L, 2L);
        distribution.forEach((band, count) ->
                assertThat(daos.tables().count(Selection.all(FigureQueries.ofQuality(band, Limits.USUAL))))
                        .as(band.name()).isEqualTo(count));
    }

    @Test
    void bandsAreAFacetOfMaster() {
        assertThat(daos.tables().facet(Query.all(Table.MASTER), MasterFields.QUALITY_BAND, 9).values()).containsExactly(
                new FacetValue("none", 2), new FacetValue("50 to 69", 1), new FacetValue("70 to 89", 1), new FacetValue("90 and more", 1));
    }

    @Test
    void bandsMeetAtTheirBounds() {
        run(source, """
                UPDATE marketing.company_master SET data_quality_score =
                    (ARRAY[90, 89.99, 70, 69.99, 50])[right(company_unique_id, 1)::int]""");
        assertThat(daos.quality().distribution().values()).containsExactly(1L, 2L, 2L, 0L, 0L);
    }

    private BulkResult score(boolean missing, long announced) {
        return daos.quality().score(ALL, missing, "ann", announced, request);
    }

    private List<String> scores() {
        return list(source, "SELECT company_name || ' ' || coalesce(data_quality_score::text, 'null') FROM marketing.company_master"
                + " ORDER BY company_unique_id");
    }
}
