package barton.steward.db;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.list;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.dao.JdbiDaos;
import barton.steward.model.intake.Countries;
import barton.steward.model.intake.UsState;
import barton.steward.service.intake.PhoneNumber;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.net.IDN;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the database takes values for, each form with hard cases, and that the program says the same where it knows the form, too.
@ParameterizedClass
@MethodSource("barton.steward.support.TestPostgres#supported")
class CleanedFormsTest {
    private static final Map<TestPostgres, DataSource> DATABASES = new HashMap<>();
    private static final Map<DataSource, Countries> COUNTRIES = new HashMap<>();

    private final DataSource database;

    CleanedFormsTest(TestPostgres server) {
        database = DATABASES.computeIfAbsent(server, TestDatabases::migrated);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "2nd, -", "1 ND, -", "'WV, 25801-1234', WV",
        "D.C., DC", "W.Va., WV", "N. Carolina, NC", "'WV, USA', WV", "US-WV, WV", "New York State, NY", "Calif., CA", "Mass., MA",
        "Penna, PA",
        "State of Ohio, OH", "Commonwealth of Virginia, VA", "Hawaiʻi, HI", "WV 25301, WV", "Armed Forces Europe, AE", "ap, AP",
        "U.S.V.I., VI",
        "'Washington, D.C.', DC", "Washington, WA", "Washington State, WA", "us-ca, CA", "Carolina del Norte, NC", "N.Y., NY", "Nebr., NE",
        "'California, United States', CA", "Palau, PW", "Micronesia, FM", "Marshall Islands, MH", "\u200bOhio\u00a0, OH", "Virgin, -",
        "Ontario, -", "Columbus, -", "USA, -", "US, -", "State, -", "東京, -", "Ohıo, -", "'', -", "N/A, -"})
    void statesAreKnownByManySpellingsAndTheProgramKnowsTheSame(String text, String abbreviation) throws SQLException {
        assertThat(asked("shq.state_abbrev(?)", text)).isEqualTo(abbreviation);
        assertThat(UsState.of(text).map(UsState::name)).isEqualTo(Optional.ofNullable(abbreviation));
    }

    @Test
    void windowAndDatabaseHaveOneListOfStates() {
        assertThat(list(database, "SELECT s.key || ' ' || s.value FROM jsonb_each_text(shq.state_spellings()) s"))
                .containsExactlyInAnyOrderElementsOf(UsState.spellings().entrySet().stream()
                        .map(s -> s.getKey() + " " + s.getValue()).toList());
        assertThat(list(database, "SELECT s.code || ' ' || s.name FROM shq.us_states() s"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(UsState.values()).map(s -> s + " " + s.fullName()).toList());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"Georgia, -, GA", "Georgia, USA, GA", "Georgia, N/A, GA", "Georgia, Georgia, -",
        "Georgia, საქართველო, -",
        "Georgia, Atlantis, -", "PR, Puerto Rico, PR", "Ontario, Canada, -", "CA, Canada, -"})
    void statesAreThoseOfTheUsOnlyThere(String state, String country, String abbreviation) throws SQLException {
        assertThat(asked("shq.state_abbrev(?, ?)", state, country)).isEqualTo(abbreviation);
        assertThat(Optional.of(countries().hasUsStates(country)).filter(has -> has).flatMap(has -> UsState.of(state)).map(UsState::name))
                .isEqualTo(Optional.ofNullable(abbreviation));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"-, US", "'', US", "N/A, US", "-—-, US", "USA, US", "U.S.A., US", "United States (US), US",
        "México, MX",
        "Turkey, TR", "Türkiye, TR", "TÜRKİYE, TR", "Deutschland, DE", "UAE, AE", "Germany (DE), DE", "'Hamburg, Germany', DE",
        "Georgia, GE",
        "Atlantis, ?", "NA, NA", "na, NA", "日本, JP", "Россия, RU", "The Netherlands, NL", "Côte d’Ivoire, CI", "'Korea, Republic of', KR",
        "UK, GB", "England, GB", "Guinea-Bissau, GW", "TIMOR-LESTE, TL", "Espana, ES", "\u200bFrance\u00a0, FR", "中国, CN", "대한민국, KR",
        "Éire, IE", "Czech Republic, CZ", "Holland, NL", "Viet Nam, VN", "Trinidad & Tobago, TT", "'USA, Mexico', ?"})
    void countriesAreKnownByTheirNamesInManyLanguages(String text, String region) throws SQLException {
        assertThat(asked("shq.region(?)", text)).isEqualTo(region);
        assertThat(countries().region(text)).isEqualTo(region);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "https://www.acme.example/x?y#z, acme.example", "HTTPS://WWW.ACME.COM, acme.com", "acme.com:8080, acme.com", "//acme.com, acme.com",
        "' acme.com ', acme.com", "\u200bacme.com, acme.com", "acme.com\u3000, acme.com", "acme.com?x=1, acme.com", "bbc.co.uk, bbc.co.uk",
        "https://u:p@acme.com, acme.com", "acme.photography, acme.photography", "www.com, www.com",
        "sub_domain.acme.com, sub_domain.acme.com",
        "münchen-bäcker.example, xn--mnchen-bcker-ncb24a.example", "xn--mnchen-bcker-ncb24a.example, xn--mnchen-bcker-ncb24a.example",
        "http://例え.テスト, xn--r8jz45g.xn--zckzah", "acme.москва, acme.xn--80adxhks", "ａcme．example, acme.example",
        "info@firm.com, -", "mailto:info@firm.com, -", "htp://acme.com, -", "http:/acme.com, -", "https://https://acme.com, -",
        "https://mailto:a@b.com, -", "ftp://acme.com, -", "acme.con, -", "co.uk, -", "com.au, -", "https://localhost, -",
        "ac.bd, -", "stay.hotel, stay.hotel",
        "http://192.168.0.1/, -",
        "acme.example foo, -", "acme, -", "https://-acme.com, -", "acme-.com, -", "acme..com, -", "https://, -", "javascript:alert(1), -"})
    void aWebsiteIsAHostOnTheWeb(String address, String host) throws SQLException {
        assertThat(asked("shq.web_host(?)", address)).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"münchen", "bücher", "straße", "ελλάδα", "例え", "пример", "دبي", "他们为什么不说中文", "ドメイン名例", "københavn",
        "žluťoučký"})
    void hostsOfOtherScriptsAreTheirPunycode(String label) throws SQLException {
        assertThat(asked("shq.host_2(?)", "https://" + label + ".example")).isEqualTo(IDN.toASCII(label) + ".example");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"a.b+c@mail.acme.example, a.b+c@mail.acme.example", "A@B.COM, a@b.com",
        "o'brien@x.com, o'brien@x.com",
        "jürgen@müller.example, jürgen@xn--mller-kva.example", "a@x.photography, a@x.photography", "a@b, -", "a@@b.example, -",
        "a b@c.example, -",
        "a@b.example;c@d.example, -", "mailto:a@b.com, -", "'\"a\"@b.com', -", "<a@b.com>, -", "Ann <a@b.com>, -", "a@b.com/, -",
        "a@b.com?x, -",
        "a@b.com\u200b, -", "\ufeffa@b.com, -", "'a@b.com ', -", "'''a@x.com', -", "a@x.con, -", "a@-x.com, -", "a..b@x.com, -",
        ".a@x.com, -",
        "a@b.com., -", "user@[1.2.3.4], -", "'a@gmail,com', -", "a@co.uk, -",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@x.com, -"})
    void anEmailIsOneAddressWithNothingAroundIt(String address, String cleaned) throws SQLException {
        assertThat(asked("shq.email(?)", address)).isEqualTo(cleaned);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"02139, -, 02139", "02139-1234, US, 02139-1234", "2139, US, -", "2139, -, -",
        "sw1a 1aa, UK, SW1A 1AA",
        "K1A 0B1, Canada, K1A 0B1", "80331, Deutschland, 80331", "8033, Germany, -", "1010, Österreich, 1010",
        "1234 AB, Netherlands, 1234 AB",
        "D-80331, Germany, D-80331", "110001, India, 110001", "x, Atlantis, X", "X, Ghana, X"})
    void aPostalCodeHasTheShapeOfItsCountry(String code, String country, String cleaned) throws SQLException {
        assertThat(asked("shq.postcode(?, ?)", code, country)).isEqualTo(cleaned);
    }

    @ParameterizedTest
    @CsvSource({"CafÃ©, t", "MÃ¼ller, t", "itâ€™s, t", "Ð¡Ð¾Ð², t", "Â© Acme, t", "AÃ‘O, t", "Caf\ufffd, t", "Café, f", "CAFÉ”, f",
        "RENÉ–PARIS, f",
        "SÃO PAULO, f", "São João, f", "ÎÏ, f", "Nestlé® “X”, f", "Ærø — Kø, f"})
    void mojibakeIsTold(String text, String is) throws SQLException {
        assertThat(asked("shq.is_mojibake(?)", text)).isEqualTo(is);
    }

    @ParameterizedTest
    @CsvSource({"Ac\u200bme, t", "Acme\u00ad, t", "Ac\u2060me, t", "\u202aAcme\u202c, t", "Acme\ufeff, t", "نمی\u200cخواهم, f",
        "👩\u200d💻 Co, f", "Acme, f",
        "Ünal, f"})
    void textThatCannotBeSeenIsToldButNotWhatJoinsLetters(String text, String is) throws SQLException {
        assertThat(asked("shq.has_invisible(?)", text)).isEqualTo(is);
    }

    /// What the database says of a phone before the program has looked at it is not another number.
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"(304) 555-0123, -", "304.555.0123 ext. 12, -", "tel:+1-304-555-0123, -",
        "011 44 20 7946 0958, -",
        "+44 (0)20 7946 0958, -", "0044 20 7946 0958, Germany", "\u202a+1 304 555 0123\u202c, -", "３０４５５５０１２３, -", "004 555 0123, -",
        "+1 104 555 0123, -", "555-0123, -", "call us, -", "(304) 555-0123, Atlantis", "'=\"3045550123\"', -", "1.23E+11, -",
        "+81 3-1234-5678, Japan",
        "304-555-0123 / 304-555-0124, -", "(999) 555-0123, -", "900 555 0123, Canada", "2125550123, USA", "+1 (416) 555-0100, Canada"})
    void theDatabaseAndTheProgramReadTheSamePhones(String text, String country) throws SQLException {
        String e164 = PhoneNumber.read(text, countries().region(country)) instanceof PhoneNumber.Value(String number, String _)
                ? number : null;

        assertThat(asked("shq.phone(?, ?)", text, country)).isEqualTo(e164);
    }

    @Test
    void everyAreaThatTheDatabaseKnowsIsOneOfTheProgram() {
        for (int area = 200; area < 1000; area++) {
            String digits = area + "2340199";
            boolean known = ask(database, "SELECT shq.north_american('" + digits + "')") != null;
            assertThat(!known || PhoneNumber.read("+1" + digits, "US") instanceof PhoneNumber.Value).as(digits).isTrue();
        }
    }

    private Countries countries() {
        return COUNTRIES.computeIfAbsent(database, d -> JdbiDaos.over(Database.over(d)).imports().countries());
    }

    private String asked(String expression, String... values) throws SQLException {
        try (var c = database.getConnection(); var asked = c.prepareStatement("SELECT " + expression.replace("?", "?::text"))) {
            for (int i = 0; i < values.length; i++) {
                asked.setString(i + 1, values[i]);
            }
            try (var rows = asked.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
