package barton.steward.db;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The small functions that the schema shares with everybody.
@ParameterizedClass
@MethodSource("barton.steward.support.TestPostgres#supported")
class FunctionsTest {
    private static final Map<TestPostgres, DataSource> DATABASES = new HashMap<>();

    private final DataSource database;

    FunctionsTest(TestPostgres server) {
        database = DATABASES.computeIfAbsent(server, TestDatabases::migrated);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"West Virginia, WV", "west  virginia, WV", "wv, WV", "W. Va., WV", "W.V., WV", "Washington, WA",
        "'Washington, D.C.', DC", "District of Columbia, DC", "PUERTO RICO, PR", "U.S. Virgin Islands, VI", "guam, GU", "Ontario, -",
        "'', -", "-, -", "Virgin, -"})
    void statesAreKnownByNameAndAbbreviation(String text, String abbreviation) {
        assertThat(ask(database, "SELECT shq.state_abbrev(" + (text == null ? "NULL" : "'" + text + "'") + ")")).isEqualTo(abbreviation);
    }

    @Test
    void allThatTheUsPostAbbreviatesIsKnown() {
        assertThat(ask(database, """
                SELECT count(*) FROM (SELECT chr(a) || chr(b) AS two FROM generate_series(65, 90) a, generate_series(65, 90) b) c
                WHERE shq.state_abbrev(two) = two""")).isEqualTo("63");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"'note: fine', f", "'NOTE: fine', f", "'warning: odd', f", "'website: is missing', t", "'', f",
        "-, f", "'note: a|website: is missing', t", "'note: a| |warning: b', f", "'rejected: no company', t", "'  note: indented', f"})
    void aNoteIsAnErrorUnlessItSaysOtherwise(String notes, String error) {
        String text = notes == null ? "NULL" : "E'" + notes.replace("|", "\\r\\n") + "'";

        assertThat(ask(database, "SELECT shq.has_error_note(" + text + ")")).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"true, x: y, promoted, promoted", "true, x: y, matched, matched",
        "true, x: y, -, validated", "true, x: y, held, held",
        "false, x: y, -, failed", "false, x: y, held, failed", "false, x: y, promoted, promoted", "-, -, -, new",
        "false, note: y, -, new",
        "false, note: edited since validation: x, -, edited", "true, note: edited since validation: x, -, validated",
        "false, note: edited since validation: x|rejected: y, -, failed"})
    void aRowStandsWhereItsFieldsSay(String validated, String notes, String place, String status) {
        assertThat(ask(database, "SELECT shq.intake_status(%s, %s, %s)".formatted(validated == null ? "NULL" : validated,
                notes == null ? "NULL" : "E'" + notes.replace("|", "\\n") + "'", place == null ? "NULL" : "'" + place + "'")))
                        .isEqualTo(status);
    }

    @Test
    void anUpdateMovesUpdatedAtAndNothingElseDoes() {
        run(database, """
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system, updated_at)
                VALUES ('04.04.01.00.00000.001', 'A', 'x', 'crm', '2020-01-01'), ('04.04.01.00.00000.002', 'B', 'x', 'crm', '2020-01-01');
                UPDATE marketing.company_master SET company_name = 'C' WHERE company_unique_id LIKE '%.002'""");

        assertThat(ask(database, "SELECT string_agg(company_name, ' ') FROM marketing.company_master WHERE updated_at > '2021-01-01'"))
                .isEqualTo("C");
    }
}
