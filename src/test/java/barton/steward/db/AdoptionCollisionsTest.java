package barton.steward.db;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.byHand;
import static barton.steward.support.TestDatabases.list;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.model.database.SchemaResult;
import barton.steward.model.database.SchemaState;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a database that is adopted has already under the names of what migrations make.
class AdoptionCollisionsTest {
    private static final String HISTORYS_VIEW = """
            CREATE OR REPLACE VIEW marketing.email_verification_stats AS
            SELECT DATE_TRUNC('day', created_at) AS date, COUNT(*) AS total_contacts,
                   COUNT(CASE WHEN email_verified THEN 1 END) AS verified,
                   ROUND(COUNT(CASE WHEN email_verified THEN 1 END)::numeric / COUNT(*) * 100, 2) AS verification_rate
            FROM marketing.people_master GROUP BY DATE_TRUNC('day', created_at) ORDER BY date DESC""";

    /// The history's own, and others by the same name; who may read each goes on reading it.
    @ParameterizedTest
    @ValueSource(strings = {HISTORYS_VIEW,
        "ALTER TABLE marketing.people_master ALTER created_at TYPE TIMESTAMP;" + HISTORYS_VIEW,
        "CREATE VIEW marketing.email_verification_stats AS SELECT 1 AS total_contacts, now()::date AS date, 'x' AS note",
        "CREATE MATERIALIZED VIEW marketing.email_verification_stats AS SELECT now()::date AS date"})
    void aViewOfVerifiedEmailsBecomesOursAndKeepsItsGrants(String view) {
        DataSource database = byHand(TestPostgres.newest());
        run(database, view + """
                ;
                DO $$ BEGIN CREATE ROLE stats_reader LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
                GRANT USAGE ON SCHEMA marketing TO stats_reader; GRANT SELECT ON marketing.email_verification_stats TO stats_reader""");

        assertThat(schema(database).adopt()).isInstanceOf(SchemaResult.Adopted.class);

        assertThat(list(database, """
                SELECT a.attname || ' ' || a.atttypid::regtype FROM pg_attribute a
                WHERE a.attrelid = 'marketing.email_verification_stats'::regclass AND a.attnum > 0 ORDER BY a.attnum""")).containsExactly(
                        view.contains("TYPE TIMESTAMP") ? "date timestamp without time zone" : "date timestamp with time zone",
                        "total_contacts bigint", "verified bigint", "verification_rate numeric");
        DataSource reader = TestPostgres.newest().as(database, "stats_reader", "");
        assertThat(ask(reader, "SELECT count(s.date) FROM marketing.email_verification_stats s")).isEqualTo("0");
    }

    @Test
    void aViewThatOthersDependOnIsLeftAloneWhereItHasOurShapeAndRefusedWhereNot() {
        String dependant = ";CREATE VIEW public.report AS SELECT s.date FROM marketing.email_verification_stats s";
        DataSource same = byHand(TestPostgres.newest());
        run(same, HISTORYS_VIEW + dependant);
        DataSource other = byHand(TestPostgres.newest());
        run(other, "CREATE VIEW marketing.email_verification_stats AS SELECT now()::date AS date" + dependant);
        List<String> before = Catalogue.of(other);

        assertThat(schema(same).adopt()).isInstanceOf(SchemaResult.Adopted.class);
        assertThat(schema(other).adopt()).isInstanceOfSatisfying(SchemaResult.Refused.class, refused ->
                assertThat(refused.reasons()).singleElement().asString().contains("email_verification_stats", "report depends on it"));
        assertThat(Catalogue.of(other)).isEqualTo(before);
    }

    /// As an earlier version of the program, and an adoption by it that broke at the view, left it.
    @Test
    void aMigratedDatabaseWithTheViewInAnotherShapeGoesOn() {
        DataSource database = TestDatabases.migrated();
        run(database, """
                DROP VIEW marketing.email_verification_stats; DROP FUNCTION shq.day_of_creation;
                CREATE FUNCTION shq.email_verification_days() RETURNS TABLE (date DATE) LANGUAGE sql AS 'SELECT now()::date';
                CREATE VIEW marketing.email_verification_stats AS SELECT d.date FROM shq.email_verification_days() d;
                DELETE FROM shq.flyway_schema_history WHERE description = 'email verification stats'""");
        run(database, "CREATE VIEW public.report AS SELECT s.date FROM marketing.email_verification_stats s");

        assertThatThrownBy(() -> schema(database).migrate()).hasMessageContaining("report depends on view");
        run(database, "DROP VIEW public.report");

        assertThat(schema(database).migrate()).isEqualTo(new SchemaResult.Migrated(1));
        assertThat(Catalogue.of(database)).isEqualTo(Catalogue.of(TestDatabases.migrated()));
    }

    /// What the history calls its next steps; those of one database do not get in each other's way.
    @ParameterizedTest
    @ValueSource(strings = {
        "CREATE TABLE marketing.email_verification_log (verification_id SERIAL PRIMARY KEY, email TEXT NOT NULL, quality_score REAL);"
                + "ALTER TABLE marketing.people_master ADD email_quality_score INTEGER;"
                + "CREATE INDEX idx_people_company_slot ON marketing.people_master (last_name);"
                + "CREATE FUNCTION shq.validate_and_promote(p_batch TEXT, p_by TEXT, p_rules TEXT) RETURNS TEXT LANGUAGE sql"
                + " AS 'SELECT $1';"
                + "CREATE FUNCTION shq.clear_promoted_intake(a TEXT, b TEXT) RETURNS VOID LANGUAGE sql AS ''",
        "CREATE TABLE marketing.email_verification_log (verification_id SERIAL PRIMARY KEY, email TEXT NOT NULL, person_unique_id TEXT,"
                + " verified_at TIMESTAMP); INSERT INTO marketing.email_verification_log (email) VALUES ('a@b.example');"
                + "CREATE UNIQUE INDEX company_master_promoted_once ON marketing.company_master (company_unique_id);"
                + "CREATE INDEX idx_master_source_record_id ON marketing.company_master (source_record_id) WHERE source_system = 'crm';"
                + "CREATE FUNCTION shq.validate_and_promote(batch VARCHAR, executor VARCHAR) RETURNS INTEGER LANGUAGE sql AS 'SELECT 1';"
                + "CREATE FUNCTION shq.clear_promoted_people(a TEXT, b TEXT) RETURNS VOID LANGUAGE sql AS ''",
        "CREATE PROCEDURE shq.validate_and_promote(batch TEXT, executor TEXT) LANGUAGE sql AS '';"
                + "CREATE FUNCTION shq.promote_people_records(a TEXT, b TEXT) RETURNS BIGINT LANGUAGE sql AS 'SELECT 1::bigint';"
                + "DROP TRIGGER company_sidecar_updated_at ON marketing.company_sidecar;"
                + "CREATE FUNCTION public.set_updated() RETURNS trigger LANGUAGE plpgsql"
                + " AS 'BEGIN NEW.updated_at := now(); RETURN NEW; END';"
                + "CREATE TRIGGER company_sidecar_updated_at BEFORE UPDATE ON marketing.company_sidecar FOR EACH ROW"
                + " EXECUTE FUNCTION public.set_updated()"})
    void nextStepsOfTheHistoryAreTakenOver(String steps) {
        DataSource database = byHand(TestPostgres.newest());
        run(database, steps);

        assertThat(schema(database).adopt()).isInstanceOf(SchemaResult.Adopted.class);

        assertThat(schema(database).state()).isEqualTo(new SchemaState.Current());
        run(database, "INSERT INTO intake.company_raw_intake (company, website, import_batch_id) VALUES ('A', 'https://a.example', 'B')");
        assertThat(ask(database, "SELECT v.promoted FROM shq.validate_and_promote('B', 'ann') v")).isEqualTo("1");
        run(database, """
                INSERT INTO marketing.email_verification_log (person_unique_id, email, verification_service, verification_result,
                    quality_score) VALUES (NULL, 'x@b.example', 'by hand', 'valid', 100)""");
        assertThat(ask(database, "SELECT verified_at > now() - interval '1 day' FROM marketing.email_verification_log"
                + " WHERE email = 'x@b.example'")).isIn("t", null);
        String indexes = """
                SELECT indexdef FROM pg_indexes
                WHERE indexname IN ('idx_people_company_slot', 'company_master_promoted_once', 'idx_master_source_record_id') ORDER BY 1""";
        assertThat(list(database, indexes)).isEqualTo(list(TestDatabases.migrated(), indexes));
    }

    @Test
    void whoMayCallAStubMayCallWhatReplacesIt() {
        DataSource database = byHand(TestPostgres.newest());
        run(database, """
                DO $$ BEGIN CREATE ROLE stub_caller LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
                DO $$ BEGIN CREATE ROLE stub_stranger LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
                GRANT USAGE ON SCHEMA shq TO stub_caller;
                CREATE FUNCTION shq.validate_and_promote(a TEXT, b TEXT, c TEXT) RETURNS TEXT LANGUAGE sql AS 'SELECT $1'""");

        assertThat(schema(database).adopt()).isInstanceOfSatisfying(SchemaResult.Adopted.class, adopted ->
                assertThat(adopted.findings()).contains("The function shq.validate_and_promote(text,text,text) is of another kind;"
                        + " it is replaced and keeps its grants."));

        DataSource caller = TestPostgres.newest().as(database, "stub_caller", "");
        assertThat(ask(caller, "SELECT promoted FROM shq.validate_and_promote('X', 'ann')")).isEqualTo("0");
        assertThat(ask(database, "SELECT has_function_privilege('stub_stranger', 'shq.validate_and_promote(text,text,text)', 'EXECUTE')"))
                .isEqualTo("f");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE VIEW shq.run_detail AS SELECT 1 AS one | shq.run_detail
            CREATE SEQUENCE shq.run_detail_run_no_seq | shq.run_detail_run_no_seq
            CREATE TYPE shq.finding AS ENUM ('a') | shq.finding
            CREATE FUNCTION shq.host(TEXT) RETURNS TEXT LANGUAGE sql AS 'SELECT $1' | shq.host(text)
            CREATE FUNCTION shq.filled(value TEXT) RETURNS BOOLEAN LANGUAGE sql AS 'SELECT true' | shq.filled(text)
            CREATE TRIGGER tell_change AFTER INSERT ON marketing.company_slots EXECUTE FUNCTION shq.touch_updated_at() | trigger tell_change
            CREATE TABLE marketing.idx_people_company_slot (id INTEGER) | marketing.idx_people_company_slot
            CREATE INDEX idx_intake_company ON intake.people_raw_intake (company_name) | intake.idx_intake_company
            CREATE UNIQUE INDEX idx_people_company ON marketing.people_master (email) | marketing.idx_people_company
            ALTER TABLE marketing.company_slots ADD CONSTRAINT idx_slots_created_at UNIQUE (created_at) | marketing.idx_slots_created_at
            CREATE VIEW marketing.email_verification_log AS SELECT 1 AS one | marketing.email_verification_log is there and is no table
            CREATE TABLE marketing.email_verification_log (verification_id SERIAL, address TEXT) | email_verification_log.email is missing
            CREATE TABLE marketing.email_verification_log (verification_id INT PRIMARY KEY, email TEXT) | verification_id must be filled
            CREATE TABLE marketing.email_verification_log (verification_id SERIAL, email TEXT, quality_score TEXT) | quality_score is text
            CREATE TABLE marketing.email_verification_stats (date DATE) | email_verification_stats is there and is no view
            ALTER TABLE intake.people_raw_intake ADD company_slot_unique_id BIGINT | company_slot_unique_id is int8
            """)
    void whatHasTheNameOfOursAndIsSomebodysIsRefusedByName(String other, String name) {
        DataSource database = byHand(TestPostgres.newest());
        run(database, other);
        List<String> before = Catalogue.of(database);

        assertThat(schema(database).adopt()).isInstanceOfSatisfying(SchemaResult.Refused.class,
                refused -> assertThat(refused.reasons()).anyMatch(reason -> reason.contains(name)));
        assertThat(Catalogue.of(database)).isEqualTo(before);
    }

    private static Schema schema(DataSource database) {
        return new Schema(Database.over(database), false, step -> { });
    }
}
