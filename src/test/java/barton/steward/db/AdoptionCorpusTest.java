package barton.steward.db;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.byHand;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.db.drift.DriftReader;
import barton.steward.model.database.Difference;
import barton.steward.model.database.SchemaResult;
import barton.steward.model.database.SchemaState;
import barton.steward.support.TestPostgres;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Databases that stand anywhere in the history are taken over: what they lack is named, and made where that is wanted.
class AdoptionCorpusTest {
    private static final String ROWS = """
            INSERT INTO intake.company_raw_intake (company, website) VALUES ('A', 'a.example'), ('B', 'b.example');
            INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
            VALUES ('04.04.01.11.00001.001', 'Old', 'https://old.example', 'legacy')""";
    private static final String KEPT = """
            SELECT (SELECT string_agg(i.id || i.company || i.website, ' ' ORDER BY i.id) FROM intake.company_raw_intake i)
                || (SELECT string_agg(m.xmin || m.company_unique_id || m.company_name, ' ') FROM marketing.company_master m)""";

    /// @param missing a sentence's part about what is missing; `nothing` where it is whole
    @ParameterizedTest
    @CsvFileSource(resources = "/adoption.csv", delimiter = '|')
    void aDatabaseAtAnyPointOfTheHistoryIsTakenOver(String history, String missing) {
        DataSource database = byHand(TestPostgres.newest());
        run(database, ROWS);
        run(database, history);
        String rows = ask(database, KEPT);
        var schema = new Schema(Database.over(database), false, step -> { });

        if (!missing.equals("nothing")) {
            assertThat(schema.adopt()).isInstanceOfSatisfying(SchemaResult.Refused.class, refused -> {
                assertThat(refused.reasons()).anyMatch(reason -> reason.contains(missing));
                assertThat(refused.advice()).contains("--complete");
            });
        }
        assertThat(schema.complete()).isInstanceOf(SchemaResult.Adopted.class);

        assertThat(schema.state()).isEqualTo(new SchemaState.Current());
        assertThat(ask(database, KEPT)).isEqualTo(rows);
        assertThat(Database.over(database).write(DriftReader::read)).noneMatch(Difference::fault);
        run(database, "UPDATE intake.company_raw_intake SET import_batch_id = 'B', validated = true");
        assertThat(ask(database, "SELECT shq.promote_company_records('B', 'ann')")).isEqualTo("2");
        assertThat(ask(database, "SELECT count(*) FROM marketing.company_slots WHERE slot_type = 'default'")).isEqualTo("3");
    }
}
