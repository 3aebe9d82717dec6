package barton.steward.db;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.list;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What roles other than the owner may do, and what they cannot do even where somebody granted it.
@ParameterizedClass
@MethodSource("barton.steward.support.TestPostgres#supported")
class PrivilegesTest {
    private static final Map<TestPostgres, DataSource> DATABASES = new HashMap<>();

    private final TestPostgres server;
    private final DataSource database;
    private final DataSource clerk;

    PrivilegesTest(TestPostgres server) {
        this.server = server;
        database = DATABASES.computeIfAbsent(server, PrivilegesTest::withAClerkWhoMayAlmostEverything);
        clerk = server.as(database, "clerk", "");
    }

    private static DataSource withAClerkWhoMayAlmostEverything(TestPostgres server) {
        DataSource database = TestDatabases.migrated(server);
        run(database, """
                CREATE ROLE clerk LOGIN;
                GRANT USAGE ON SCHEMA shq, marketing, intake, public TO clerk;
                GRANT ALL ON ALL TABLES IN SCHEMA shq, public TO clerk;
                GRANT ALL ON ALL SEQUENCES IN SCHEMA shq TO clerk;
                GRANT EXECUTE ON FUNCTION shq.promote_company_records TO clerk;
                INSERT INTO shq.action (kind, summary, table_name, row_count, executor) VALUES ('mark', 'x', 'x', 0, 'ann');
                INSERT INTO intake.company_raw_intake (id, import_batch_id, validated) VALUES (1, 'B', true)""");
        return database;
    }

    @ParameterizedTest
    @ValueSource(strings = {"public.shq_validation_log", "shq.run_detail", "shq.action", "shq.change", "shq.cleared_intake",
            "shq.import_detail", "shq.import_file", "shq.taken_back", "shq.replaced_finding", "shq.intake_enrichment", "shq.match_run",
            "shq.match_decision", "shq.rejection", "shq.review", "shq.audit", "shq.audit_sample", "shq.audit_judgement", "shq.audit_end",
            "shq.merge", "shq.merge_step", "shq.merged", "shq.suppression", "shq.suppression_lifted"})
    void theLogAndTheHistoryOnlyGrow(String table) {
        String column = ask(database, "SELECT attname FROM pg_attribute WHERE attrelid = '" + table + "'::regclass AND attnum = 1");
        for (String attempt : new String[] {"DELETE FROM " + table, "TRUNCATE " + table + " CASCADE",
            "UPDATE " + table + " SET " + column + " = DEFAULT"}) {
            assertThatThrownBy(() -> run(clerk, attempt)).rootCause().hasMessageContaining("only grows");
        }
    }

    @Test
    void historyCanBeAddedTo() {
        run(clerk, "INSERT INTO shq.action (kind, summary, table_name, row_count, executor) VALUES ('note', 'x', 'x', 0, 'the president')");

        assertThat(ask(database, "SELECT session_user_name FROM shq.action WHERE kind = 'note'")).isEqualTo("clerk");
    }

    @Test
    void shadowTablesOfTheCallerAreNotLookedAt() {
        DataSource fresh = TestDatabases.migrated(server);
        run(fresh, """
                GRANT USAGE ON SCHEMA shq TO PUBLIC; GRANT EXECUTE ON FUNCTION shq.promote_company_records TO PUBLIC;
                INSERT INTO intake.company_raw_intake (id, import_batch_id, validated) VALUES (1, 'B', true)""");
        DataSource guest = server.as(fresh, "clerk", "");

        run(guest, """
                CREATE TEMP TABLE company_master (stolen TEXT);
                CREATE TEMP TABLE company_raw_intake (stolen TEXT);
                CREATE TEMP TABLE shq_validation_log (stolen TEXT);
                CREATE FUNCTION pg_temp.now() RETURNS timestamptz LANGUAGE plpgsql AS 'BEGIN RAISE ''hijacked''; END';
                CREATE FUNCTION pg_temp.filled(TEXT) RETURNS TEXT LANGUAGE plpgsql AS 'BEGIN RAISE ''hijacked''; END';
                CREATE FUNCTION pg_temp.btrim(TEXT, TEXT) RETURNS TEXT LANGUAGE plpgsql AS 'BEGIN RAISE ''hijacked''; END';
                SET search_path = pg_temp, pg_catalog;
                SELECT shq.promote_company_records('B', 'ann')""");

        assertThat(ask(fresh, "SELECT count(*) FROM marketing.company_master")).isEqualTo("1");
    }

    @Test
    void theOneWhoCalledIsNamedWhateverExecutorWasClaimed() {
        run(clerk, "SELECT shq.promote_company_records('B', 'the president')");

        assertThat(ask(database, """
                SELECT l.executed_by || ' ' || d.session_user_name
                FROM public.shq_validation_log l JOIN shq.run_detail d USING (validation_run_id)""")).isEqualTo("the president clerk");
    }

    @Test
    void everyFunctionWithItsOwnersRightsIsPinnedAndClosedToPublic() {
        assertThat(list(database, "SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace = 'shq'::regnamespace"))
                .contains("promote_company_records", "promote_batch", "clear_promoted_intake",
                        "restore_cleared_intake", "take_back_promotion", "give_default_slots");
        assertThat(list(TestDatabases.migrated(server), """
                SELECT p.oid::regprocedure::text FROM pg_proc p
                WHERE p.prosecdef AND p.pronamespace <> 'pg_catalog'::regnamespace
                  AND (NOT coalesce('search_path=pg_catalog, pg_temp' = ANY (p.proconfig), false)
                       OR EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a WHERE a.grantee = 0))"""))
                .isEmpty();
    }

    @Test
    void aRoleWithoutAGrantCannotPromote() {
        run(database, "CREATE ROLE passer_by LOGIN; GRANT USAGE ON SCHEMA shq TO passer_by");

        assertThatThrownBy(() -> ask(server.as(database, "passer_by", ""), "SELECT shq.promote_company_records('B', 'x')"))
                .rootCause().hasMessageContaining("permission denied");
    }
}
