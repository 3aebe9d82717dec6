package barton.steward.service.database;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.list;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.cli.TestCommands;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What somebody who edits cannot do in SQL: leave no trace, leave another's, or write of what did not happen.
@ParameterizedClass
@MethodSource("barton.steward.support.TestPostgres#supported")
class ForgingTest {
    private static final Map<TestPostgres, DataSource> DATABASES = new HashMap<>();

    private final DataSource database;
    private final DataSource editor;
    private final DataSource admin;

    ForgingTest(TestPostgres server) {
        database = DATABASES.computeIfAbsent(server, ForgingTest::withEditors);
        editor = server.as(database, "forging_editor", "");
        admin = server.as(database, "forging_admin", "");
    }

    private static DataSource withEditors(TestPostgres server) {
        DataSource made = TestDatabases.migrated(server);
        run(made, """
                CREATE ROLE forging_editor LOGIN; CREATE ROLE forging_admin LOGIN;
                SELECT shq.grant_role('forging_editor', 'editor'), shq.grant_role('forging_admin', 'admin');
                INSERT INTO intake.company_raw_intake (id, company, website, import_batch_id, validated)
                SELECT g, 'Company ' || g, 'https://c' || g || '.example', 'B', g < 10 FROM generate_series(1, 12) g;
                SELECT setval(pg_get_serial_sequence('intake.company_raw_intake', 'id'), 1000);
                SELECT shq.promote_company_records('B', 'ann')""");
        return made;
    }

    @ParameterizedTest
    @ValueSource(strings = {"shq.action", "shq.change", "public.shq_validation_log", "shq.run_detail", "shq.cleared_intake",
            "shq.taken_back", "shq.replaced_finding",
            "shq.finding", "shq.merge", "shq.merged", "shq.merge_step", "shq.role_kind", "shq.arrival"})
    void nobodyButTheOwnerWritesHistoryRunsOrLog(String table) {
        for (String role : new String[] {"forging_editor", "forging_admin"}) {
            assertThat(ask(database, "SELECT has_any_column_privilege('%s', '%s', 'INSERT, UPDATE') OR has_table_privilege('%1$s', '%2$s',"
                    .formatted(role, table) + " 'DELETE, TRUNCATE')")).isEqualTo("f");
        }
    }

    @Test
    void nobodySaysWhoWasConnectedOrWhen() {
        assertThat(list(database, """
                SELECT r.role || ' ' || c.oid::regclass || '.' || a.attname
                FROM (VALUES ('forging_editor'), ('forging_admin')) AS r (role), pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                WHERE c.relnamespace = 'shq'::regnamespace AND c.relkind = 'r' AND a.attname IN ('session_user_name', 'happened_at')
                  AND has_column_privilege(r.role, c.oid, a.attnum, 'INSERT, UPDATE')""")).isEmpty();
        assertThatThrownBy(() -> run(editor, "INSERT INTO shq.action (kind, summary, table_name, row_count, executor, session_user_name)"
                + " VALUES ('mark', 'x', 'intake.company_raw_intake', 1, 'boss', 'postgres')"))
                .rootCause().hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            UPDATE intake.company_raw_intake SET website = 'https://other.example' WHERE id = 1\
             | intake.company_raw_intake | {website,validated,validation_notes}
            UPDATE intake.company_raw_intake SET company = upper(company) WHERE id IN (2, 3)\
             | intake.company_raw_intake | {company,validated,validation_notes}
            DELETE FROM intake.company_raw_intake WHERE id = 11 | intake.company_raw_intake | removed
            INSERT INTO intake.company_raw_intake (company) VALUES ('By hand') | intake.company_raw_intake | added
            UPDATE marketing.company_master SET industry = 'X' | marketing.company_master | {industry}
            UPDATE marketing.company_slots SET slot_label = 'Y' | marketing.company_slots | {slot_label}
            DELETE FROM marketing.company_slots WHERE slot_type = 'default' | marketing.company_slots | removed
            INSERT INTO marketing.company_sidecar (company_unique_id) SELECT min(company_unique_id) FROM marketing.company_master\
             | marketing.company_sidecar | added
            INSERT INTO marketing.company_sidecar (company_unique_id, ein_number) SELECT min(company_unique_id), '1'\
             FROM marketing.company_master ON CONFLICT (company_unique_id) DO UPDATE SET ein_number = '2'\
             | marketing.company_sidecar | {ein_number}
            SELECT set_config('steward.actions', (SELECT max(action_id)::text FROM shq.action), true); UPDATE intake.company_raw_intake\
             SET industry = 'Z' WHERE id = 4 | intake.company_raw_intake | {industry,validated,validation_notes}
            CREATE TEMP TABLE pg_class (relowner oid, oid oid); UPDATE intake.company_raw_intake SET industry = 'W' WHERE id = 5\
             | intake.company_raw_intake | {industry,validated,validation_notes}
            UPDATE intake.company_raw_intake SET id = 5000 WHERE id = 12 | intake.company_raw_intake | removed""")
    void whatIsDoneInSqlStandsInTheHistoryUnderWhoWasConnected(String statement, String table, String changed) {
        long before = Long.parseLong(ask(database, "SELECT coalesce(max(action_id), 0) FROM shq.action"));

        run(editor, statement);

        assertThat(list(database, """
                SELECT a.kind || ' ' || a.table_name || ' ' || a.executor || ' ' || a.session_user_name
                FROM shq.action a WHERE a.action_id > %d""".formatted(before)))
                .contains("sql " + table + " forging_editor forging_editor");
        assertThat(list(database, """
                SELECT CASE WHEN jsonb_typeof(c.before[1]) = 'null' THEN 'added' WHEN jsonb_typeof(c.after[1]) = 'null' THEN 'removed'
                            ELSE ARRAY(SELECT jsonb_object_keys(c.after[1]))::text END
                FROM shq.change c WHERE c.action_id > %d""".formatted(before))).contains(changed);
    }

    @Test
    void aRuleThatIsChangedInSqlStandsInTheHistory() {
        run(admin, "UPDATE shq.validation_rule SET enabled = NOT enabled WHERE code = (SELECT min(code) FROM shq.validation_rule)");

        assertThat(ask(database, "SELECT a.table_name || ' ' || a.executor FROM shq.action a ORDER BY a.action_id DESC LIMIT 1"))
                .isEqualTo("shq.validation_rule forging_admin");
    }

    @Test
    void whatIsToldOfRowsThatDidNotChangeIsNotKept() {
        run(editor, """
                WITH act AS (INSERT INTO shq.told_action (kind, summary, table_name, row_count, executor)
                             VALUES ('mark', 'x', 'intake.company_raw_intake', 1, 'boss') RETURNING action_id)
                INSERT INTO shq.told_change (action_id, keys, before, after)
                SELECT a.action_id, ARRAY['6'], ARRAY['{"company": "A"}'::jsonb], ARRAY['{"company": "B"}'::jsonb] FROM act a""");

        assertThat(ask(database, "SELECT count(*) FROM shq.change c JOIN shq.action a USING (action_id) WHERE a.executor = 'boss'"))
                .isEqualTo("0");
        assertThat(ask(database, "SELECT session_user_name FROM shq.action WHERE executor = 'boss'")).isEqualTo("forging_editor");
    }

    @Test
    void whatIsDoneByCommandIsOneActionThatIsTakenBack() {
        run(database, "INSERT INTO intake.company_raw_intake (id, company, import_batch_id) VALUES (101, 'A', 'C'), (102, 'B', 'C')");
        var commands = new TestCommands(editor);
        String before = ask(database, "SELECT coalesce(max(action_id), 0) FROM shq.action");

        assertThat(commands.run("mark", "--batch", "C", "--note", "seen")).as(commands.err()).isZero();

        assertThat(ask(database, "SELECT string_agg(kind || ' ' || row_count, ', ') FROM shq.action WHERE action_id > " + before))
                .isEqualTo("mark 2");
        assertThat(ask(database, "SELECT sum(cardinality(keys)) FROM shq.change WHERE action_id > " + before)).isEqualTo("2");
        assertThat(commands.run("undo", ask(database, "SELECT max(action_id) FROM shq.action"))).as(commands.err()).isZero();
        assertThat(list(database, "SELECT DISTINCT validated || coalesce(validation_notes, '') FROM intake.company_raw_intake"
                + " WHERE import_batch_id = 'C'")).containsExactly("false");
        assertThat(ask(database, "SELECT sum(cardinality(keys)) FROM shq.change WHERE action_id > " + before)).isEqualTo("4");
    }

    @Test
    void aSlotIsAddedTakenBackAndAddedAgainByCommand() {
        var commands = new TestCommands(editor);
        String company = ask(database, "SELECT max(company_unique_id) FROM marketing.company_master");

        assertThat(commands.run("add-slot", "--company", company, "--label", "Second")).as(commands.err()).isZero();
        for (int i = 0; i < 2; i++) {
            assertThat(commands.run("undo", ask(database, "SELECT max(action_id) FROM shq.action"))).as(commands.err()).isZero();
        }

        assertThat(ask(database, "SELECT count(*) FROM marketing.company_slots WHERE slot_label = 'Second'")).isEqualTo("1");
        assertThat(list(database, "SELECT kind FROM shq.action ORDER BY action_id DESC LIMIT 3")).containsExactly("redo", "undo", "slot");
        assertThat(list(database, "SELECT cardinality(keys)::text FROM shq.change ORDER BY change_id DESC LIMIT 3"))
                .containsExactly("1", "1", "1");
    }

    @Test
    void aColleagueIsLetInAsOneOfThreeAndAsNoOther() {
        var owner = new TestCommands(database);
        run(database, "DROP ROLE IF EXISTS forging_ann; CREATE ROLE forging_ann LOGIN");

        assertThat(owner.run("roles", "grant", "forging_ann", "editor", "--prefix", "forging_")).isEqualTo(1);
        assertThat(owner.err()).contains("forging_steward_editor", "steward roles create");
        assertThat(owner.run("roles", "create", "--prefix", "forging_")).as(owner.err()).isZero();
        assertThat(owner.run("roles", "grant", "forging_ann", "viewer", "--prefix", "forging_")).as(owner.err()).isZero();
        assertThat(owner.run("roles", "grant", "forging_ann", "editor", "--prefix", "forging_", "--json")).as(owner.err()).isZero();

        assertThat(owner.out()).contains("\"role\":\"forging_steward_viewer\",\"login\":false,\"may\":[]");
        assertThat(list(database, "SELECT m.roleid::regrole::text FROM pg_auth_members m WHERE m.member = 'forging_ann'::regrole"))
                .containsExactly("forging_steward_editor");
        assertThat(owner.run("roles", "grant", "forging_ann", "boss")).isEqualTo(1);
        run(database, "REVOKE forging_steward_editor FROM forging_ann; SELECT shq.renew_roles();"
                + " DROP OWNED BY forging_steward_viewer, forging_steward_editor, forging_steward_admin;"
                + " DROP ROLE forging_ann, forging_steward_viewer, forging_steward_editor, forging_steward_admin");
    }

    @Test
    void whoMayMakeRolesIsGivenAScript(@TempDir Path folder) throws IOException {
        Path script = folder.resolve("roles.sql");

        assertThat(new TestCommands(database).run("roles", "create", "--prefix", "p \"", "--script", script.toString())).isZero();

        assertThat(Files.readAllLines(script)).containsExactly("CREATE ROLE \"p \"\"steward_admin\" NOLOGIN;",
                "CREATE ROLE \"p \"\"steward_editor\" NOLOGIN;", "CREATE ROLE \"p \"\"steward_viewer\" NOLOGIN;");
    }

    @Test
    void everyFunctionWithItsOwnersRightsIsClosedToViewersAndToEverybody() {
        assertThat(list(database, """
                SELECT p.oid::regprocedure::text FROM pg_proc p
                WHERE p.pronamespace = 'shq'::regnamespace AND p.prosecdef
                  AND EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a WHERE a.grantee = 0)""")).isEmpty();
    }
}
