package barton.steward.db;

import static barton.steward.support.SamplePeople.id;
import static barton.steward.support.SamplePeople.verified;
import static barton.steward.support.TestDatabases.ask;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.TestCommands;
import barton.steward.support.SamplePeople;
import barton.steward.support.TestDatabases;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A sure enrichment verifies a person's e-mail address where the team allows it.
class EnrichmentVerifiesTest {
    private static DataSource database;
    private static TestCommands steward;

    @BeforeAll
    static void people() {
        database = SamplePeople.database();
        steward = new TestCommands(database);
    }

    @BeforeEach
    void nobodyIsVerified() {
        TestDatabases.run(database, "DELETE FROM marketing.people_sidecar; DELETE FROM marketing.email_verification_log;"
                + " UPDATE marketing.people_master SET email_verified = false");
        limits("--verifying-confidence", "95");
    }

    private static void limits(String... options) {
        var words = new String[options.length + 1];
        words[0] = "limits";
        System.arraycopy(options, 0, words, 1, options.length);
        assertThat(steward.run(words)).as(steward.err()).isZero();
    }

    private static void enrich(int person, String payload) {
        TestDatabases.run(database, "INSERT INTO marketing.people_sidecar (person_unique_id, enrichment_source, enrichment_payload)"
                + " VALUES ('" + id(person) + "', 'clay', '" + payload + "') ON CONFLICT (person_unique_id) DO UPDATE"
                + " SET enrichment_payload = excluded.enrichment_payload");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            {"email_confidence": 95}                                          | a2@b.example
            {"email_confidence": "97 %"}                                      | a2@b.example
            {"emailConfidence": 99.5, "email": " A2@b.example"}               | a2@b.example
            {"email": {"value": "a2@b.example", "confidence": 100}}           | a2@b.example
            {"email_confidence": 94.99}                                       | -
            {"email_confidence": 0.97}                                        | -
            {"email_confidence": 101}                                         | -
            {"email_confidence": "sure"}                                      | -
            {"email_confidence": 99, "email": "other@b.example"}              | -
            {"email_confidence": 99, "email_address": "other@b.example"}      | -
            {"email": {"address": "other@b.example", "confidence": 99}}       | -
            {"confidence": 99}                                                | -
            [99]                                                              | -
            """)
    void whatTheEnrichmentSaysOfTheAddressDecides(String payload, String now) {
        enrich(2, payload);
        assertThat(verified(database)).isEqualTo(now);
    }

    @Test
    void itIsAnActionThatCanBeTakenBackAndIsNotDoneAgainBySayingTheSame() {
        enrich(2, "{\"email_confidence\": 96}");
        enrich(5, "{\"email_confidence\": 96}");
        assertThat(ask(database, "SELECT string_agg(concat_ws('/', person_unique_id, email, verification_service, verification_result,"
                + " quality_score), ' ') FROM marketing.email_verification_log"))
                .isEqualTo(id(2) + "/a2@b.example/enrichment clay/valid/96.00");
        String action = ask(database, "SELECT max(action_id) FROM shq.action WHERE summary = 'Verified e-mail addresses by enrichment'");
        assertThat(ask(database, "SELECT row_count FROM shq.action WHERE action_id = " + action)).isEqualTo("1");
        assertThat(steward.run("undo", action)).as(steward.err()).isZero();
        assertThat(verified(database)).isNull();
        enrich(2, "{\"email_confidence\": 96, \"more\": true}");
        assertThat(verified(database)).isNull();
        enrich(2, "{\"email_confidence\": 98}");
        assertThat(verified(database)).isEqualTo("a2@b.example");
    }

    @Test
    void aCommandThatSetsSidecarsDoesItUnderTheStewardsName() {
        assertThat(steward.run("set-sidecar", "--person", id(3) + "," + id(4), "--payload", "{\"email_confidence\": 99}",
                "--executor", "eve")).as(steward.err()).isZero();
        assertThat(verified(database)).isEqualTo("a3@b.example a4@b.example");
        assertThat(ask(database, "SELECT executor || ' ' || row_count FROM shq.action WHERE kind = 'verify'"
                + " ORDER BY action_id DESC LIMIT 1"))
                .isEqualTo("eve 2");
    }

    @Test
    void nothingIsVerifiedWhereTheTeamDoesNotAllowIt() {
        assertThat(ask(TestDatabases.migrated(), "SELECT verifying_confidence FROM shq.v_limits")).isEqualTo("0");
        limits("--verifying-confidence", "0");
        enrich(2, "{\"email_confidence\": 100}");
        assertThat(verified(database)).isNull();
        limits("--verifying-confidence", "90", "--json");
        assertThat(steward.out()).contains("\"verifying_confidence\":90");
        enrich(2, "{\"email_confidence\": 91}");
        assertThat(verified(database)).isEqualTo("a2@b.example");
        assertThat(steward.run("limits", "--verifying-confidence", "5")).isEqualTo(1);
        assertThat(steward.err()).contains("A confidence that verifies is 50 to 100, or 0 for none.");
    }
}
