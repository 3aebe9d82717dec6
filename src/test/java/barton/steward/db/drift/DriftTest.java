package barton.steward.db.drift;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.byHand;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.TestCommands;
import barton.steward.db.Database;
import barton.steward.db.Schema;
import barton.steward.model.database.Difference;
import barton.steward.model.database.Repair;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What of a schema is other than the migrations make it is named, and put back.
class DriftTest {
    private static final List<TestPostgres> SERVERS = TestPostgres.supported();

    @ParameterizedTest
    @FieldSource("SERVERS")
    void nothingDiffersAfterMigrationsOrAnAdoption(TestPostgres server) {
        DataSource adopted = byHand(server);
        schema(adopted).adopt();

        assertThat(differences(TestDatabases.migrated(server))).isEmpty();
        assertThat(differences(adopted)).isEmpty();
    }

    @Test
    void otherTypesThatWorkAreToldAndAreNoFault() {
        DataSource database = byHand(TestPostgres.newest());
        run(database, """
                ALTER TABLE marketing.company_master ALTER company_name TYPE VARCHAR(500), ALTER updated_at TYPE TIMESTAMP;
                ALTER TABLE intake.company_raw_intake ALTER company TYPE VARCHAR(500), ALTER import_batch_id TYPE VARCHAR(100);
                ALTER TABLE marketing.people_master ALTER certifications TYPE TEXT USING array_to_string(certifications, ', '),
                    DROP CONSTRAINT people_master_email_format;
                ALTER TABLE marketing.company_sidecar ADD CONSTRAINT own CHECK (ein_number <> 'x')""");
        schema(database).adopt();

        assertThat(differences(database)).isNotEmpty().noneMatch(Difference::fault).extracting(Difference::text).contains(
                "column marketing.people_master.certifications is text instead of text[]",
                "constraint marketing.people_master.people_master_email_format is missing",
                "constraint marketing.company_sidecar.own is somebody's own");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/drift.csv", delimiter = '|')
    void whatWasChangedIsNamedAndPutBack(String damage, String told) {
        DataSource database = TestDatabases.migrated();
        run(database, damage);

        if (!told.equals("nothing")) {
            assertThat(differences(database)).filteredOn(Difference::fault).isNotEmpty().anyMatch(d -> d.text().startsWith(told))
                    .allMatch(d -> !d.breaks().isBlank());
        }
        Repair repair = schema(database).repair();

        assertThat(repair.left()).isEmpty();
        assertThat(differences(database)).isEmpty();
    }

    @Test
    void theDoctorSaysSoAndPromotionWorksAgain() {
        DataSource database = TestDatabases.migrated();
        run(database, """
                DROP FUNCTION shq.promote_company_records(text, text);
                INSERT INTO intake.company_raw_intake (company, website, import_batch_id, validated)
                VALUES ('A', 'a.example', 'B', true)""");
        var commands = new TestCommands(database);

        assertThat(commands.run("doctor")).isEqualTo(1);
        assertThat(commands.out()).contains("WRONG", "shq.promote_company_records(text,text) is missing. Nothing can be promoted",
                "migrate --repair");
        assertThat(commands.run("doctor", "--json")).isEqualTo(1);
        assertThat(commands.out()).contains("\"differences\":[{\"kind\":\"function\"");
        assertThat(commands.run("migrate", "--repair")).isZero();
        assertThat(commands.out()).contains("function shq.promote_company_records(text,text) is missing");
        assertThat(commands.run("doctor")).isZero();
        assertThat(commands.run("promote", "--batch", "B")).isZero();
        assertThat(ask(database, "SELECT count(*) FROM marketing.company_master")).isEqualTo("1");
    }

    /// As a dump without owners and grants is loaded: everything is there, and every function is everybody's.
    @Test
    void functionsThatAreOpenAfterADumpWasLoadedAreClosed() {
        DataSource database = TestDatabases.migrated();
        String open = """
                SELECT count(*) FROM pg_proc p WHERE p.pronamespace = 'shq'::regnamespace AND p.prosecdef
                  AND EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a WHERE a.grantee = 0)""";
        run(database, "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA shq TO PUBLIC");

        assertThat(schema(database).repair().left()).isEmpty();
        assertThat(ask(database, open)).isEqualTo("0");
        assertThat(differences(database)).isEmpty();
    }

    private static final String ROWS = """
            INSERT INTO intake.company_raw_intake (company, website, import_batch_id, validated)
            SELECT 'A ' || n, 'https://a' || n || '.example', 'B', true FROM generate_series(1, 5) n;
            SELECT shq.promote_company_records('B', 'ann');
            INSERT INTO marketing.people_master (unique_id, company_unique_id, company_slot_unique_id, first_name, last_name, source_system)
            SELECT '04.04.02.00.00000.00' || row_number() OVER (), s.company_unique_id, s.company_slot_unique_id, 'Ann', 'Lee', 'x'
            FROM marketing.company_slots s""";

    /// It takes the history of migrations along, so the database is taken over like one that was made by hand.
    @Test
    void aDatabaseThatLostItsSchemaOfFunctionsIsTakenOverAgain() {
        DataSource database = TestDatabases.migrated();
        run(database, ROWS);
        String people = ask(database, "SELECT string_agg(p.unique_id || p.company_slot_unique_id, ' ') FROM marketing.people_master p");
        run(database, "DROP SCHEMA shq CASCADE");
        var commands = new TestCommands(database);

        assertThat(commands.run("migrate", "--adopt", "--complete")).as(commands.err()).isZero();

        assertThat(commands.run("doctor")).as(commands.out()).isZero();
        assertThat(ask(database, "SELECT string_agg(p.unique_id || p.company_slot_unique_id, ' ') FROM marketing.people_master p"))
                .isEqualTo(people);
    }

    /// The rollbacks that the history tells of, run to their end whatever fails.
    @ParameterizedTest
    @ValueSource(strings = {
        "ALTER TABLE marketing.company_master DROP COLUMN state_abbrev, DROP COLUMN import_batch_id, DROP COLUMN validated_at,"
                + " DROP COLUMN validated_by, DROP COLUMN data_quality_score",
        "ALTER TABLE intake.company_raw_intake DROP COLUMN state_abbrev CASCADE, DROP COLUMN validated CASCADE,"
                + " DROP COLUMN validation_notes CASCADE, DROP COLUMN validated_at CASCADE, DROP COLUMN validated_by CASCADE",
        "DROP TABLE marketing.company_slots CASCADE; DROP TABLE public.shq_validation_log CASCADE",
        "DROP FUNCTION shq.promote_company_records(text, text)",
        "DROP INDEX marketing.idx_people_email_verified; ALTER TABLE marketing.people_master DROP COLUMN email_verified CASCADE",
        "DROP TABLE marketing.people_sidecar CASCADE; DROP TABLE marketing.company_sidecar CASCADE"})
    void whatTheHistorysRollbacksBreakIsPutBackAndWorks(String rollback) {
        DataSource database = TestDatabases.migrated();
        run(database, ROWS);
        String people = ask(database, "SELECT string_agg(p.unique_id || p.company_slot_unique_id, ' ') FROM marketing.people_master p");
        run(database, rollback);

        Repair repair = schema(database).repair();

        assertThat(repair.left()).isEmpty();
        assertThat(new TestCommands(database).run("doctor")).isZero();
        assertThat(ask(database, "SELECT string_agg(p.unique_id || p.company_slot_unique_id, ' ') FROM marketing.people_master p"))
                .isEqualTo(people);
        run(database, "INSERT INTO intake.company_raw_intake (company, website, import_batch_id, validated)"
                + " VALUES ('Z', 'z.example', 'C', true)");
        assertThat(ask(database, "SELECT shq.promote_company_records('C', 'ann')")).isEqualTo("1");
    }

    @Test
    void whatCannotBePutBackIsNamedWithWhatItBreaks() {
        DataSource database = TestDatabases.migrated();
        run(database, "DROP INDEX marketing.company_master_promoted_once;" + """
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system, source_record_id)
                VALUES ('04.04.01.00.00000.001', 'A', 'x', 'intake_promotion', '1'),
                       ('04.04.01.00.00000.002', 'A', 'x', 'intake_promotion', '1');
                CREATE RULE dropped AS ON INSERT TO shq.action DO INSTEAD NOTHING; DROP TRIGGER tell_change ON marketing.company_slots""");

        Repair repair = schema(database).repair();

        assertThat(repair.mended()).extracting(Difference::text).containsExactly("trigger marketing.company_slots.tell_change is missing");
        assertThat(repair.left()).extracting(Difference::name).containsExactly("marketing.company_master_promoted_once",
                "shq.action.dropped");
        assertThat(ask(database, "SELECT count(*) FROM marketing.company_master")).isEqualTo("2");
    }

    private static List<Difference> differences(DataSource database) {
        return Database.over(database).write(DriftReader::read);
    }

    private static Schema schema(DataSource database) {
        return new Schema(Database.over(database), false, step -> { });
    }
}
