package barton.steward.db;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.byHand;
import static barton.steward.support.TestDatabases.list;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import barton.steward.model.StewardException;
import barton.steward.model.database.SchemaResult;
import barton.steward.model.database.SchemaState;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdoptionTest {
    /// Other types, other columns, fewer indexes and checks, rows of many kinds.
    private static final String PRODUCTION = """
            ALTER TABLE marketing.company_master ALTER company_name TYPE VARCHAR(500), ALTER source_record_id TYPE VARCHAR(100),
                ALTER updated_at TYPE TIMESTAMP, ALTER validated_at TYPE TIMESTAMP, ADD tier INTEGER NOT NULL DEFAULT 3;
            ALTER TABLE intake.company_raw_intake ALTER company TYPE VARCHAR(500), ALTER import_batch_id TYPE VARCHAR(100),
                ALTER validated_at TYPE TIMESTAMP, ADD apollo_id TEXT;
            ALTER TABLE public.shq_validation_log ALTER validation_run_id TYPE VARCHAR(100), ALTER executed_at TYPE TIMESTAMP;
            ALTER TABLE marketing.people_master ALTER certifications TYPE TEXT USING array_to_string(certifications, ', '),
                DROP CONSTRAINT people_master_email_format, DROP CONSTRAINT people_master_company_slot_fkey;
            DROP INDEX intake.idx_intake_batch_id;
            DROP INDEX public.idx_validation_log_executed;
            INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system, source_record_id, updated_at)
            SELECT '04.04.01.11.' || lpad(n::text, 5, '0') || '.001', 'Old ' || n, 'https://old.example', 'legacy',
                   CASE WHEN n > 5 THEN 'L' || n END, '2020-01-01' FROM generate_series(1, 20) n;
            INSERT INTO marketing.company_slots (company_slot_unique_id, company_unique_id, slot_label)
            SELECT '04.04.05.77.' || right(company_unique_id, 9), company_unique_id, 'Kept' FROM marketing.company_master LIMIT 7;
            INSERT INTO intake.company_raw_intake (company, website, import_batch_id, validated, validated_at, apollo_id)
            SELECT 'New ' || n, 'https://new.example', 'P1', true, '2021-01-01', 'A' || n FROM generate_series(1, 30) n;
            INSERT INTO public.shq_validation_log (validation_run_id, notes) VALUES ('OLD', 'as it was')""";
    private static final String ROWS = """
            SELECT md5(string_agg(line, '|' ORDER BY line)) FROM (
                SELECT m.xmin || m.ctid::text || m::text AS line FROM marketing.company_master m
                UNION ALL SELECT i.xmin || i.ctid::text || i::text FROM intake.company_raw_intake i
                UNION ALL SELECT l.xmin || l.ctid::text || l::text FROM public.shq_validation_log l
                UNION ALL SELECT s.xmin || s.ctid::text || s::text FROM marketing.company_slots s WHERE s.slot_label = 'Kept') t""";

    static List<TestPostgres> servers() {
        return List.of(TestPostgres.newest(), TestPostgres.oldest());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void bothRoadsEndInTheSamePlace(TestPostgres server) {
        DataSource database = byHand(server);
        assertThat(schema(database).state()).isEqualTo(new SchemaState.Adoptable(List.of()));

        assertThat(schema(database).adopt()).isInstanceOf(SchemaResult.Adopted.class);

        assertThat(Catalogue.of(database)).isEqualTo(Catalogue.of(TestDatabases.migrated(server)));
        assertThat(schema(database).state()).isEqualTo(new SchemaState.Current());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void noRowOfProductionIsLostOrRewritten(TestPostgres server) {
        DataSource database = byHand(server);
        run(database, PRODUCTION);
        String before = ask(database, ROWS);

        assertThat(schema(database).adopt()).isInstanceOf(SchemaResult.Adopted.class);

        assertThat(ask(database, ROWS)).isEqualTo(before);
    }

    @Test
    void whatDiffersIsReportedAndDoesNotStopIt() {
        DataSource database = byHand(TestPostgres.newest());
        run(database, PRODUCTION);

        assertThat(schema(database).adopt()).isInstanceOfSatisfying(SchemaResult.Adopted.class, adopted ->
                assertThat(adopted.findings()).contains(
                        "The column marketing.company_master.company_name is varchar instead of text, which works too.",
                        "The column marketing.company_master.updated_at is timestamp instead of timestamptz, which works too.",
                        "The column marketing.people_master.certifications is text instead of text[], which works too.",
                        "The index intake.idx_intake_batch_id is missing; it is made.",
                        "The index public.idx_validation_log_executed is missing; it is made.",
                        "No foreign key leads from marketing.people_master.company_slot_unique_id to marketing.company_slots;"
                                + " none is made.",
                        "The values of marketing.people_master.email are not checked; no check is made.",
                        "13 companies have no default slot; each gets one."));
        assertThat(ask(database, "SELECT count(*) FROM pg_indexes WHERE indexname ~ '^idx_(intake_batch_id|validation_log_executed)$'"))
                .isEqualTo("2");
    }

    /// Random letters, so that no compression makes them fit into an index.
    @ParameterizedTest
    @MethodSource("servers")
    void namesOfAnyLengthStayAndCanBeWrittenAsBefore(TestPostgres server) {
        DataSource database = byHand(server);
        String name = "(SELECT string_agg(md5(g::text), '') FROM generate_series(1, 400) g)";
        String write = """
                INSERT INTO intake.company_raw_intake (company, import_batch_id, validated) VALUES (%1$s, 'L', true);
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                VALUES ('04.04.01.11.%2$s.001', %1$s, 'https://long.example', 'legacy');
                INSERT INTO marketing.company_slots (company_slot_unique_id, company_unique_id, slot_type)
                VALUES ('04.04.05.11.%2$s.009', '04.04.01.11.%2$s.001', 'other');
                INSERT INTO marketing.people_master (unique_id, company_unique_id, company_slot_unique_id, first_name, last_name,
                                                     source_system)
                VALUES ('04.04.02.11.%2$s.001', '04.04.01.11.%2$s.001', '04.04.05.11.%2$s.009', 'Ann', %1$s, 'legacy')""";
        run(database, write.formatted(name, "00001"));

        assertThat(schema(database).adopt()).isInstanceOf(SchemaResult.Adopted.class);

        run(database, write.formatted(name, "00002"));
        assertThat(schema(database).state()).isEqualTo(new SchemaState.Current());
        assertThat(ask(database, "SELECT shq.promote_company_records('L', 'ann')")).isEqualTo("2");
    }

    @Test
    void anAdoptionThatALongNameStoppedGoesOn() {
        DataSource database = byHand(TestPostgres.newest());
        Flyway before = Flyway.configure().dataSource(database).locations(new String[0]).javaMigrationClassProvider(List::of).schemas("shq")
                .resourceProvider(new ScriptResources(Scripts.all().stream()
                        .filter(script -> script.version() != null && script.version().compareTo("012") <= 0).toList()))
                .baselineVersion("006").placeholderReplacement(false).load();
        before.baseline();
        before.migrate();
        run(database, """
                INSERT INTO shq.flyway_schema_history
                    (installed_rank, version, description, type, script, installed_by, execution_time, success)
                VALUES (99, '013', 'intake by company', 'SQL', 'V013__intake_by_company.sql', current_user, 0, false);
                INSERT INTO intake.company_raw_intake (company) SELECT string_agg(md5(g::text), '') FROM generate_series(1, 400) g""");

        assertThat(schema(database).migrate()).isInstanceOf(SchemaResult.Migrated.class);
        assertThat(schema(database).state()).isEqualTo(new SchemaState.Current());
    }

    @Test
    void everyCompanyHasOneDefaultSlotAfterwards() {
        DataSource database = byHand(TestPostgres.newest());
        run(database, PRODUCTION);

        schema(database).adopt();

        assertThat(ask(database, """
                SELECT count(DISTINCT s.company_unique_id) || ' ' || count(*) FROM marketing.company_slots s
                WHERE s.slot_type = 'default'""")).isEqualTo("20 20");
    }

    @Test
    void aTakenSlotIdLeavesNoCompanyWithoutSlot() {
        DataSource database = byHand(TestPostgres.newest());
        run(database, PRODUCTION);
        run(database, """
                INSERT INTO marketing.company_slots (company_slot_unique_id, company_unique_id, slot_type)
                SELECT '04.04.05.' || substr(m.company_unique_id, 10), '04.04.01.11.00001.001', 'other'
                FROM marketing.company_master m WHERE m.company_unique_id LIKE '%.0002_.001'""");

        schema(database).adopt();

        assertThat(list(database, """
                SELECT m.company_unique_id FROM marketing.company_master m
                WHERE NOT EXISTS (SELECT FROM marketing.company_slots s
                                  WHERE s.company_unique_id = m.company_unique_id AND s.slot_type = 'default')""")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void promotionWorksInAnAdoptedDatabase(TestPostgres server) {
        DataSource database = byHand(server);
        run(database, PRODUCTION);
        schema(database).adopt();

        assertThat(ask(database, "SELECT shq.promote_company_records('P1', 'ann')")).isEqualTo("30");
        assertThat(ask(database, """
                SELECT count(*) FROM marketing.company_master m JOIN marketing.company_slots s USING (company_unique_id)
                WHERE m.import_batch_id = 'P1' AND m.tier = 3 AND m.validated_at = '2021-01-01' AND s.slot_type = 'default'"""))
                .isEqualTo("30");
    }

    @Test
    void rowsPromotedTwiceStayAndAreReported() {
        DataSource database = byHand(TestPostgres.newest());
        run(database, """
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system, source_record_id)
                VALUES ('04.04.01.00.00000.001', 'A', 'x', 'intake_promotion', '1'),
                       ('04.04.01.00.00000.002', 'A', 'x', 'intake_promotion', '1')""");

        assertThat(schema(database).adopt()).isInstanceOfSatisfying(SchemaResult.Adopted.class, adopted ->
                assertThat(adopted.findings()).anyMatch(f -> f.startsWith("1 intake rows were promoted more than once")));
        assertThat(ask(database, "SELECT count(*) FROM marketing.company_master")).isEqualTo("2");
        assertThat(ask(database, "SELECT to_regclass('marketing.company_master_promoted_once')")).isNull();
    }

    @Test
    void numbersOfRunsDoNotMeetThoseThatMasterRowsCarryAlready() {
        DataSource database = byHand(TestPostgres.newest());
        run(database, PRODUCTION + "; UPDATE marketing.company_master SET promotion_audit_log_id = 41");
        schema(database).adopt();
        ask(database, "SELECT shq.promote_company_records('P1', 'ann')");

        assertThat(ask(database, "SELECT run_no FROM shq.run_detail")).isEqualTo("42");
    }

    @Test
    void aByHandDatabaseIsNotMigratedUnasked() {
        DataSource database = byHand(TestPostgres.newest());
        List<String> before = Catalogue.of(database);

        assertThat(schema(database).migrate()).isInstanceOfSatisfying(SchemaResult.Refused.class,
                refused -> assertThat(refused.advice()).contains("--adopt"));
        assertThat(Catalogue.of(database)).isEqualTo(before);
    }

    @Test
    void otherTablesBesideOursDoNotMatter() {
        DataSource database = byHand(TestPostgres.newest());
        run(database, "CREATE TABLE public.customers (id INTEGER); CREATE TABLE marketing.campaigns (id INTEGER)");

        assertThat(schema(database).state()).isEqualTo(new SchemaState.Adoptable(List.of()));
    }

    @Test
    void whatIsMissingIsNamedAndNothingIsDone() {
        DataSource database = byHand(TestPostgres.newest());
        run(database, """
                DROP TABLE marketing.people_sidecar;
                ALTER TABLE intake.company_raw_intake DROP COLUMN validated_by;
                DROP FUNCTION shq.promote_company_records(TEXT, TEXT)""");
        List<String> before = Catalogue.of(database);

        assertThat(schema(database).adopt()).isInstanceOfSatisfying(SchemaResult.Refused.class, refused ->
                assertThat(refused.reasons()).containsExactly(
                        "The column intake.company_raw_intake.validated_by is missing.",
                        "The table marketing.people_sidecar is missing.",
                        "The function shq.promote_company_records(text, text) that returns integer is missing."));
        assertThat(Catalogue.of(database)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "ALTER TABLE marketing.company_master ALTER source_record_id TYPE BIGINT USING NULL",
        "ALTER TABLE intake.company_raw_intake ALTER validated DROP DEFAULT, ALTER validated TYPE TEXT",
        "ALTER TABLE public.shq_validation_log DROP CONSTRAINT shq_validation_log_pkey",
        "DROP FUNCTION shq.promote_company_records(TEXT, TEXT);"
                + "CREATE FUNCTION shq.promote_company_records(TEXT, TEXT) RETURNS TEXT LANGUAGE sql AS 'SELECT $1'"})
    void whatCannotServeIsRefused(String change) {
        DataSource database = byHand(TestPostgres.newest());
        run(database, change);

        assertThat(schema(database).adopt()).isInstanceOfSatisfying(SchemaResult.Refused.class,
                refused -> assertThat(refused.reasons()).hasSize(1));
    }

    @Test
    void anObjectOfAnotherOwnerIsRefusedByNameAndOwner() {
        DataSource database = byHand(TestPostgres.newest());
        run(database, """
                CREATE ROLE adopter LOGIN; CREATE ROLE holder;
                GRANT ALL ON SCHEMA intake, marketing, public, shq TO adopter;
                ALTER FUNCTION shq.touch_updated_at OWNER TO adopter;
                ALTER TABLE marketing.company_slots OWNER TO holder""");
        run(database, list(database, """
                SELECT 'ALTER TABLE ' || c.oid::regclass || ' OWNER TO adopter'
                FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace::regnamespace::text IN ('intake', 'marketing', 'public')
                  AND c.relname <> 'company_slots'""").stream().reduce("SELECT 1", (a, b) -> a + ";" + b));
        DataSource adopter = TestPostgres.newest().as(database, "adopter", "");

        assertThat(schema(adopter).adopt()).isInstanceOfSatisfying(SchemaResult.Refused.class, refused ->
                assertThat(refused.reasons()).containsExactly(
                        "The function shq.promote_company_records(text,text) belongs to postgres, and adopter is neither that role nor a"
                                + " member of it.",
                        "The table marketing.company_slots belongs to holder, and adopter is neither that role nor a member of it."));

        run(database, """
                GRANT holder TO adopter;
                GRANT ALL ON SCHEMA shq TO holder;
                ALTER FUNCTION shq.promote_company_records OWNER TO holder""");
        assertThat(schema(adopter).adopt()).isInstanceOf(SchemaResult.Adopted.class);
        run(database, "INSERT INTO intake.company_raw_intake (import_batch_id, validated) VALUES ('B', true)");
        assertThat(ask(adopter, "SELECT shq.promote_company_records('B', 'ann')")).isEqualTo("1");
    }

    @Test
    void clientsThatPromotedThroughPublicGoOnByName() {
        DataSource database = byHand(TestPostgres.newest());
        run(database, """
                CREATE ROLE old_client LOGIN; CREATE ROLE stranger LOGIN; CREATE ROLE named_client LOGIN;
                GRANT USAGE ON SCHEMA shq TO old_client, named_client;
                GRANT EXECUTE ON FUNCTION shq.promote_company_records TO named_client""");

        assertThat(schema(database).adopt()).isInstanceOfSatisfying(SchemaResult.Adopted.class, adopted ->
                assertThat(adopted.findings()).singleElement().asString().contains("everybody may: old_client;"));

        assertThat(ask(TestPostgres.newest().as(database, "old_client", ""), "SELECT shq.promote_company_records('X', 'ann')"))
                .isEqualTo("0");
        assertThat(ask(TestPostgres.newest().as(database, "named_client", ""), "SELECT shq.promote_company_records('X', 'ann')"))
                .isEqualTo("0");
        assertThat(ask(database, "SELECT has_function_privilege('stranger', 'shq.promote_company_records(text,text)', 'EXECUTE')"))
                .isEqualTo("f");
    }

    @Test
    void argumentNamesAndDefaultsOfTheOldFunctionStay() {
        DataSource database = byHand(TestPostgres.newest());
        run(database, """
                DROP FUNCTION shq.promote_company_records(TEXT, TEXT);
                CREATE FUNCTION shq.promote_company_records(p_batch_id VARCHAR, p_user VARCHAR DEFAULT 'system') RETURNS INTEGER
                LANGUAGE sql AS 'SELECT 1'""");
        schema(database).adopt();
        run(database, "INSERT INTO intake.company_raw_intake (import_batch_id, validated) VALUES ('B', true)");

        assertThat(ask(database, "SELECT shq.promote_company_records(p_batch_id => 'B')")).isEqualTo("1");
        assertThat(ask(database, "SELECT executed_by FROM public.shq_validation_log")).isEqualTo("system");
    }

    private static final String NO_TABLES = """
            CREATE FUNCTION public.no_tables() RETURNS event_trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF EXISTS (SELECT FROM pg_event_trigger_ddl_commands() d WHERE d.object_identity = 'shq.run_detail') THEN
                    RAISE EXCEPTION 'No tables today';
                END IF;
            END $$;
            CREATE EVENT TRIGGER no_tables ON ddl_command_end EXECUTE FUNCTION public.no_tables()""";
    private static final String TABLES_AGAIN = "DROP EVENT TRIGGER no_tables; DROP FUNCTION public.no_tables()";

    @Test
    void anAdoptionThatFailedHalfwaySaysWhatWasDoneAndGoesOn() {
        DataSource database = byHand(TestPostgres.newest());
        run(database, PRODUCTION + ";" + NO_TABLES);

        StewardException failure = catchThrowableOfType(StewardException.class, () -> schema(database).adopt());

        assertThat(failure.kind()).isEqualTo(StewardException.Kind.REFUSED);
        assertThat(failure).hasMessage("The migration failed in “009 runs and history”: No tables today. The database was adopted, and 2"
                + " migrations were done before, the last of them “008 updated at kept by triggers”. What was begun after that is undone."
                + " No row that was there before was changed.");
        assertThat(failure.advice()).contains("steward migrate");
        assertThat(schema(database).state()).isInstanceOf(SchemaState.Pending.class);

        run(database, TABLES_AGAIN);
        assertThat(schema(database).adopt()).isInstanceOf(SchemaResult.Migrated.class);
        assertThat(schema(database).state()).isEqualTo(new SchemaState.Current());
    }

    @Test
    void aMigrationThatFailedHalfwaySaysWhatWasDone() {
        DataSource database = TestPostgres.newest().createDatabase();
        run(database, NO_TABLES);

        assertThatThrownBy(() -> schema(database).migrate()).isInstanceOf(StewardException.class)
                .hasMessageContaining("in “009 runs and history”: No tables today. 8 migrations were done before,")
                .hasMessageNotContaining("nothing was changed");

        run(database, TABLES_AGAIN);
        assertThat(schema(database).migrate()).isInstanceOf(SchemaResult.Migrated.class);
        assertThat(Catalogue.of(database)).isEqualTo(Catalogue.of(TestDatabases.migrated()));
    }

    private static Schema schema(DataSource database) {
        return new Schema(Database.over(database), false, step -> { });
    }
}
