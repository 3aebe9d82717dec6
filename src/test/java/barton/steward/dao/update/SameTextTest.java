package barton.steward.dao.update;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.support.TestDatabases;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a spreadsheet makes of a text is the same text; anything that says more, or something else, is another.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameTextTest {
    private DataSource database;

    @BeforeAll
    void connect() {
        database = TestDatabases.migrated();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "NULL", value = {
        "NULL, NULL", "NULL, ''", "'', NULL", "' x ', x", "'\u00a0x\u3000', x", "02139, 2139", "+13045550101, 13045550101",
        "0013045550101, 13045550101", "+13045550101, 1.30456E+10", "+13045550101, '1,30456E+10'", "1234567890123456789, 1.23457E+18",
        "1234567890123456789, 1234567890123450000", "1.50, 1.5", "1.00, 1", "true, TRUE", "2025-10-24, 10/24/2025",
        "2025-10-24, 24.10.2025",
        "2025-10-24, 10/24/25", "3-4, 4-Mar", "3/4, 03-Apr", "3-4, 2026-03-04", "MAR1, 1-Mar",
        "25301, 25301.0", "02139, 2139.0", "+13045550101, 13045550101.0", "10000, '10,000'", "1234567, 1\u202f234\u202f567",
        "02139, '=\"02139\"'",
        "true, WAHR", "false, faux", "2025-10-24, 45954", "2025-10-24, 2025-10-24 00:00:00", "2025-10-24, 2025-10-24T00:00:00.000Z",
        "Sept 2, 2-Sep", "DEC-12, 12-Dec"})
    void theSame(String record, String file) throws SQLException {
        assertThat(same(record, file)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "NULL", value = {
        "NULL, x", "x, NULL", "Acme, acme", "2139, 02139", "02139, 2138", "13045550101, +13045550101", "+13045550101, 1.30457E+10",
        "1.5, 1.6", "true, false", "2025-10-24, 45955", "2025-10-24, 2025-10-24 00:01:00", "10000, '10,001'",
        "12, '1,2'", "true, falsch", "25301, 25301.5", "25301, 25301.00x", "2025-10-24, 10/25/2025",
        "2025-10-24, 10/24/2024", "3-4, 4-Apr", "3-4, 5-Mar", "MAR1, 2-Mar",
        "a  b, a b", "12, 1.2E+1x", "1-2-3, 2-Jan", "Marx 1, 1-Apr"})
    void another(String record, String file) throws SQLException {
        assertThat(same(record, file)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "NULL", textBlock = """
            phone   | +13045550101     | (304) 555-0101        | US     | true
            phone   | 304-555-0101     | 1 304.555.0101        | NULL   | true
            phone   | +13045550101     | 13045550101.0         | Mexico | true
            phone   | +13045550101     | 304 555 0102          | US     | false
            phone   | 304-555-0101     | 304-555-0101 x12      | US     | false
            phone   | 55 1234          | 551234                | US     | false
            address | https://a.example/x/ | HTTPS://WWW.A.example/x | NULL | true
            address | a.example        | https://a.example/    | NULL   | true
            address | https://a.example | http://a.example     | NULL   | false
            address | a.example/x      | a.example/y           | NULL   | false
            address | a.example:8080   | a.example             | NULL   | false
            address | nothing          | https://a.example     | NULL   | false
            email   | Ann@A.example    | ann@a.EXAMPLE         | NULL   | true
            email   | ann@a.example    | anne@a.example        | NULL   | false""")
    void numbersAndAddressesAreComparedByWhatTheyMean(String kind, String record, String file, String country, boolean same) {
        String more = kind.equals("phone") ? ", '" + country + "'" : "";
        assertThat(TestDatabases.ask(database, "SELECT shq.same_%s('%s', '%s'%s)".formatted(kind, record, file, more)))
                .isEqualTo(same ? "t" : "f");
    }

    private boolean same(String record, String file) throws SQLException {
        try (var connection = database.getConnection(); var query = connection.prepareStatement("SELECT shq.same_text(?, ?)")) {
            query.setString(1, record);
            query.setString(2, file);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }
}
