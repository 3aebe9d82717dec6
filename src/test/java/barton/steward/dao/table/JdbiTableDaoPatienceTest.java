package barton.steward.dao.table;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.dao.JdbiDaos;
import barton.steward.dao.query.TimeLimit;
import barton.steward.db.Database;
import barton.steward.model.query.FacetCounts;
import barton.steward.model.query.FacetValue;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Sort;
import barton.steward.support.TestDatabases;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JdbiTableDaoPatienceTest {
    private static final int ROWS = 150_000;
    private static TableDao patient;
    private static TableDao hasty;
    private static Database database;

    @BeforeAll
    static void fill() {
        DataSource source = TestDatabases.migrated();
        TestDatabases.run(source, """
                INSERT INTO intake.company_raw_intake (company, industry, website)
                SELECT 'Company ' || g, 'Industry ' || least(g %% 20, 4), repeat('x', 50) FROM generate_series(1, %d) g;
                ANALYZE""".formatted(ROWS));
        database = Database.over(source);
        patient = JdbiDaos.over(database).tables();
        Duration haste = Duration.ofMillis(1);
        hasty = new JdbiTableDao(database, new SearchWays(haste, haste, haste, haste), new TimeLimit(haste));
    }

    @Test
    void aSearchThatTakesTooLongIsAskedInAnotherWay() {
        Query query = Query.all(Table.INTAKE).searching("y 1499").sortedBy(Sort.descending(IntakeFields.INDUSTRY));
        List<Row> rows = patient.page(query, Optional.empty(), 100);
        assertThat(rows).hasSize(100);
        assertThat(hasty.page(query, Optional.empty(), 100)).isEqualTo(rows);
    }

    @Test
    void twoLettersThatAreNotSoonFoundAlongTheOrderAreLookedUp() {
        Query query = Query.all(Table.INTAKE).searching("co").sortedBy(Sort.descending(IntakeFields.INDUSTRY));
        List<Row> rows = patient.page(query, Optional.empty(), 100);
        assertThat(rows).hasSize(100);
        assertThat(hasty.page(query, Optional.empty(), 100)).isEqualTo(rows);
    }

    @Test
    void whoTypesOnFindsTheSameRowsAsWhoTypesAtOnce() {
        for (String text : List.of("c", "co", "com", "company 14", "company 149", "company 14", "ny 1", "NY 14", "x")) {
            Query query = Query.all(Table.INTAKE).searching(text).sortedBy(Sort.descending(IntakeFields.INDUSTRY));
            List<Row> rows = new JdbiTableDao(database).page(query, Optional.empty(), 100);
            assertThat(hasty.page(query, Optional.empty(), 100)).as(text).isEqualTo(rows);
            assertThat(patient.page(query, Optional.empty(), 100)).as(text).isEqualTo(rows);
        }
    }

    @Test
    void countsThatTakeTooLongAreEstimatedAndSaySo() {
        FacetCounts exact = patient.facet(Query.all(Table.INTAKE), IntakeFields.INDUSTRY, 10);
        FacetCounts partial = hasty.facet(Query.all(Table.INTAKE), IntakeFields.INDUSTRY, 10);
        assertThat(exact.partial()).isFalse();
        assertThat(partial.partial()).isTrue();
        assertThat(partial.values().getFirst().value()).isEqualTo("Industry 4");
        assertThat(partial.values()).extracting(FacetValue::value)
                .containsExactlyInAnyOrderElementsOf(exact.values().stream().map(FacetValue::value).toList());
        assertThat((double) partial.values().getFirst().count()).isBetween(0.6 * ROWS, 1.0 * ROWS);
    }

    @Test
    void countsOfFewRowsAreExactHoweverLongTheyTake() {
        assertThat(hasty.facet(Query.all(Table.SLOTS), Table.SLOTS.fields().get(2), 10)).isEqualTo(new FacetCounts(List.of(), false));
    }
}
