package barton.steward.db;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.byHand;
import static barton.steward.support.TestDatabases.list;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.model.database.SchemaResult;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What every client of the database sees of e-mail verification.
@ParameterizedClass
@MethodSource("barton.steward.support.TestPostgres#supported")
class EmailVerificationTest {
    private static final String PEOPLE = """
            INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
            VALUES ('04.04.01.00.00000.001', 'A', 'x', 'crm');
            INSERT INTO marketing.company_slots (company_slot_unique_id, company_unique_id)
            VALUES ('04.04.05.00.00000.009', '04.04.01.00.00000.001');
            INSERT INTO marketing.people_master (unique_id, company_unique_id, company_slot_unique_id, first_name, last_name, email,
                email_verified, source_system, created_at)
            SELECT '04.04.02.00.00000.00' || n, '04.04.01.00.00000.001', '04.04.05.00.00000.009', 'Ann', 'Lee', 'a' || n || '@b.example',
                   n <= 3, 'crm', timestamptz '2026-03-01 12:00Z' + n / 4 * interval '1 day'
            FROM generate_series(1, 5) n""";

    private final TestPostgres server;
    private final DataSource database;

    EmailVerificationTest(TestPostgres server) {
        this.server = server;
        database = TestDatabases.migrated(server);
    }

    @BeforeEach
    void people() {
        run(database, PEOPLE);
    }

    /// Person 1 is verified before, person 5 is not.
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"1, email = 'new@b.example', f", "1, email = NULL, f", "1, email = 'A1@b.example', f",
        "1, email = email, t", "1, title = 'CEO', t", "1, \"email = 'new@b.example', email_verified = true\", f",
        "5, \"email = 'new@b.example', email_verified = true\", t", "5, email = 'new@b.example', f", "5, email_verified = true, t"},
            quoteCharacter = '"')
    void aVerificationIsOfOneAddress(int person, String set, String verified) {
        run(database, "UPDATE marketing.people_master SET " + set + " WHERE unique_id LIKE '%00" + person + "'");

        assertThat(ask(database, "SELECT email_verified FROM marketing.people_master WHERE unique_id LIKE '%00" + person + "'"))
                .isEqualTo(verified);
    }

    @Test
    void contactsAreCountedByTheDayOfTheirCreation() {
        assertThat(list(database, """
                SELECT s.date::date || ' ' || s.total_contacts || ' ' || s.verified || ' ' || s.verification_rate
                FROM marketing.email_verification_stats s ORDER BY s.date"""))
                .containsExactly("2026-03-01 3 3 100.00", "2026-03-02 2 0 0.00");
    }

    @Test
    void resultsAreKeptWithAScoreAndOnlyGrow() {
        run(database, """
                INSERT INTO marketing.email_verification_log (person_unique_id, email, verification_service, verification_result,
                    quality_score)
                SELECT p.unique_id, p.email, 'ZeroBounce', 'valid', 97.5 FROM marketing.people_master p WHERE p.email LIKE 'a1@%'""");

        assertThat(ask(database, "SELECT verification_id || ' ' || quality_score || ' ' || (verified_at = now() OR verified_at < now())"
                + " FROM marketing.email_verification_log")).isEqualTo("1 97.50 true");
        assertThatThrownBy(() -> run(database, "INSERT INTO marketing.email_verification_log (email, quality_score) VALUES ('x', 101)"))
                .rootCause().hasMessageContaining("quality_score");
    }

    @Test
    void whatWasSaidOfAnAddressStaysWhenThePersonGoes() {
        run(database, """
                INSERT INTO marketing.email_verification_log (person_unique_id, email) VALUES ('04.04.02.00.00000.001', 'a1@b.example');
                DELETE FROM marketing.people_master WHERE unique_id = '04.04.02.00.00000.001'""");

        assertThat(ask(database, "SELECT email || ' ' || (person_unique_id IS NULL) FROM marketing.email_verification_log"))
                .isEqualTo("a1@b.example true");
    }

    @Test
    void theOwnerCanStillChangeTheTypesOfTheColumns() {
        run(database, """
                ALTER TABLE marketing.people_master ALTER email TYPE VARCHAR(200), ALTER created_at TYPE TIMESTAMP,
                    ALTER unique_id TYPE VARCHAR(50);
                UPDATE marketing.people_master SET email = 'new@b.example' WHERE email = 'a1@b.example'""");

        assertThat(ask(database, "SELECT verified FROM marketing.email_verification_stats ORDER BY date LIMIT 1")).isEqualTo("2");
    }

    @Test
    void aLogThatAnAdoptedDatabaseHasIsKept() {
        DataSource adopted = byHand(server);
        run(adopted, PEOPLE + """
                ;
                CREATE TABLE marketing.email_verification_log (verification_id SERIAL PRIMARY KEY,
                    person_unique_id VARCHAR(50) REFERENCES marketing.people_master, email TEXT NOT NULL, verification_service TEXT,
                    verification_result TEXT, verified_at TIMESTAMPTZ DEFAULT now());
                INSERT INTO marketing.email_verification_log (person_unique_id, email) VALUES ('04.04.02.00.00000.001', 'a1@b.example')""");

        assertThat(new Schema(Database.over(adopted), false, step -> { }).adopt()).isInstanceOf(SchemaResult.Adopted.class);

        assertThat(ask(adopted, "SELECT email || ' ' || (quality_score IS NULL) FROM marketing.email_verification_log"))
                .isEqualTo("a1@b.example true");
        run(adopted, "UPDATE marketing.people_master SET email = 'new@b.example' WHERE unique_id LIKE '%001'");
        assertThat(ask(adopted, "SELECT email_verified FROM marketing.people_master WHERE unique_id LIKE '%001'")).isEqualTo("f");
    }

    @Test
    void whoeverMayWriteTheLogCannotRewriteIt() {
        run(database, """
                DO $$ BEGIN CREATE ROLE mail_clerk LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
                GRANT USAGE ON SCHEMA shq, marketing TO mail_clerk;
                GRANT ALL ON marketing.email_verification_log, shq.email_check TO mail_clerk;
                INSERT INTO marketing.email_verification_log (email) VALUES ('x@b.example')""");
        DataSource clerk = server.as(database, "mail_clerk", "");

        assertThatThrownBy(() -> run(clerk, "UPDATE marketing.email_verification_log SET email = 'y'")).rootCause()
                .hasMessageContaining("only grows");
        assertThatThrownBy(() -> run(clerk, "DELETE FROM marketing.email_verification_log")).rootCause().hasMessageContaining("only grows");
        assertThatThrownBy(() -> run(clerk, "TRUNCATE shq.email_check")).rootCause().hasMessageContaining("only grows");
    }
}
