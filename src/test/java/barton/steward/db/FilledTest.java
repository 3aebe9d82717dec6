package barton.steward.db;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What counts as a value, and what is said to be none.
@ParameterizedClass
@MethodSource("barton.steward.support.TestPostgres#supported")
class FilledTest {
    private static final Map<TestPostgres, DataSource> DATABASES = new HashMap<>();

    private final TestPostgres server;
    private final DataSource database;

    FilledTest(TestPostgres server) {
        this.server = server;
        database = DATABASES.computeIfAbsent(server, TestDatabases::migrated);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\r\n", "\u00a0", "\u200b", "\u3000", "\u2003", "\ufeff", "\u00ad", "\u2060",
        "\u200e\u202c", "\u2800", "\u3164", "\u0001", "\u0085", " \u200b\u00a0 ", "N/A", "n/a", " N/A ", "n/a\u00a0", "\u200bNULL",
        "(none)", "[null]", "<unknown>", "\"N/A\"", "'NULL'", "“n/a”", "-", "--", "—", "–", ".", "...", "…", "?", "???", "*", "_",
        "#", "########", "' '", "\"\"", "=\"\"", "/", "- -", "。", "NaN", "None", "nil", "TBD", "t.b.d.", "tba", "Unknown",
        "UNKNOWN", "not  available", "Not\u00a0available", "#REF!", "#N/A", "#DIV/0!", "undefined", "[object Object]", "\\N",
        "(blank)", "https://", "http://www.", "http://N/A", "na@na.com", "000-000-0000", "Unbekannt", "unbekannt", "k.A.",
        "Non renseigné", "NÉANT", "não informado", "нет", "НЕТ", "Не указано", "なし", "未入力", "　なし　", "无", "없음", "غير معروف"})
    void blankTextAndPlaceholdersAreNoValues(String value) throws SQLException {
        assertThat(filledIn(value)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acme", "A", "0", "1", "X", "3M", "&", "!!!", "+1 304 555 0100", "(304) 555-0100", "acme.example/",
        "Inc.", "É", "李", "株式会社", "株", "ガス", "AG", "Nadar", "Unknown Worlds", "Null & Sons", "None Such", "N/A Networks", "No. 1",
        "Tba Music", "NC", "ND", "OR", "IN", "ME", "Test Rite", "🙂", "Ω", "Нетология", "Ünal", "-5", "#1 Plumbing", "A.", "€",
        "@home", "Nathan", "Dr. No", "Acme\u200b", "  Acme  "})
    void whatSaysSomethingIsAValueAndStaysAsItIs(String value) throws SQLException {
        assertThat(filledIn(value)).isTrue();
        assertThat(asked("shq.filled(?)", value)).isEqualTo(value);
    }

    @Test
    void nothingIsNoValue() {
        assertThat(ask(database, "SELECT shq.filled_in(NULL)")).isEqualTo("f");
    }

    @Test
    void aPlaceholderIsAValueInAFieldThatHasSuch() {
        assertThat(ask(database, "SELECT shq.filled('NA', 'company_country') || shq.filled(' Null ', 'last_name')")).isEqualTo("NA Null ");
        assertThat(ask(database, "SELECT shq.filled('NA', 'industry') IS NULL AND shq.filled('Null', 'company') IS NULL"
                + " AND shq.filled('N.D.', 'title') IS NULL AND shq.filled('N.D.', 'company_state') = 'N.D.'")).isEqualTo("t");
    }

    @Test
    void theListIsTheStewardsToChangeAlsoForStatementsThatRanBefore() throws SQLException {
        DataSource changing = TestDatabases.pooled(TestDatabases.migrated(server));
        try (var c = changing.getConnection(); var asked = c.prepareStatement("SELECT shq.filled_in(?)")) {
            for (int i = 0; i < 12; i++) {
                asked.setString(1, "Bitte wählen");
                assertThat(answer(asked)).isTrue();
            }
            run(changing, "INSERT INTO shq.placeholder (value) VALUES ('bitte wählen')");
            assertThat(answer(asked)).isFalse();
            run(changing, "DELETE FROM shq.placeholder WHERE value IN ('bitte wählen', 'tbd')");
            assertThat(answer(asked)).isTrue();
            asked.setString(1, "TBD");
            assertThat(answer(asked)).isTrue();
            run(changing, "TRUNCATE shq.placeholder");
            asked.setString(1, "N/A");
            assertThat(answer(asked)).isTrue();
        }
    }

    @Test
    void aPlaceholderDoesNotReachMasterAndEarnsNoScore() {
        DataSource promoted = TestDatabases.migrated(server);
        run(promoted, """
                INSERT INTO intake.company_raw_intake (company, company_name_for_emails, website, industry, company_phone,
                    company_linkedin_url, company_city, company_country, import_batch_id, validated)
                VALUES ('N/A', 'Acme', 'TBD', '-', 'none', 'https://', '?', 'NA', 'B', true);
                SELECT shq.promote_company_records('B', 'ann')""");

        assertThat(ask(promoted, """
                SELECT concat_ws('|', company_name, website_url, industry, company_phone, linkedin_url, address_city, address_country,
                                 data_quality_score)
                FROM marketing.company_master""")).isEqualTo("Acme|https://example.com|NA|0.00");
    }

    @Test
    void aPlaceholderIsNoReasonToRefuseABatchOfThatName() {
        DataSource named = TestDatabases.migrated(server);
        run(named, "INSERT INTO intake.company_raw_intake (company, website, import_batch_id, validated)"
                + " VALUES ('A', 'a.example', 'test', true)");

        assertThat(ask(named, "SELECT shq.promote_company_records('test', 'unknown')")).isEqualTo("1");
    }

    private boolean filledIn(String value) throws SQLException {
        return "t".equals(asked("shq.filled_in(?)", value));
    }

    private String asked(String expression, String value) throws SQLException {
        try (var c = database.getConnection(); var asked = c.prepareStatement("SELECT " + expression)) {
            asked.setString(1, value);
            try (var rows = asked.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static boolean answer(PreparedStatement asked) throws SQLException {
        try (var rows = asked.executeQuery()) {
            rows.next();
            return rows.getBoolean(1);
        }
    }
}
