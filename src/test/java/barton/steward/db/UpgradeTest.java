package barton.steward.db;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.list;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Table;
import barton.steward.model.database.SchemaState;
import barton.steward.model.history.UndoResult;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.service.Session;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A database that an earlier release was worked with. `used-at-070.sql.gz` was written by `pg_dump --inserts --no-owner` after that
/// release's own commands: three batches of companies and one of people imported and checked, a company rejected by hand, two batches
/// and the people promoted, the first batch cleared from intake, a field of the third fixed.
class UpgradeTest {
    private static final String CLEARED = "SELECT validation_run_id FROM public.shq_validation_log WHERE validation_run_id LIKE 'CLR-%'";
    private static final String FIXED = "SELECT max(action_id) FROM shq.action";

    private static DataSource before;
    private static DataSource upgraded;

    @BeforeAll
    static void upgrade() throws IOException {
        before = used();
        upgraded = migrated(used());
    }

    private static DataSource used() throws IOException {
        DataSource database = TestPostgres.newest().createDatabase();
        try (var in = new GZIPInputStream(UpgradeTest.class.getResourceAsStream("/used-at-070.sql.gz"))) {
            run(database, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return database;
    }

    private static DataSource migrated(DataSource database) {
        new Schema(Database.over(database), false, step -> { }).migrate();
        return database;
    }

    @Test
    void itsSchemaIsThatOfANewDatabase() {
        assertThat(new Schema(Database.over(upgraded), false, step -> { }).state()).isEqualTo(new SchemaState.Current());
        assertThat(Catalogue.of(upgraded)).isEqualTo(Catalogue.of(TestDatabases.migrated()));
    }

    @Test
    void everyRowIsThereAsItWas() {
        for (String table : list(before, """
                SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
                WHERE schemaname IN ('intake', 'marketing') AND tablename NOT LIKE '%flyway%'""")) {
            String rows = "SELECT coalesce(md5(string_agg(r::text, chr(10) ORDER BY r::text)), '') FROM " + table + " r";
            assertThat(ask(upgraded, rows)).as(table).isEqualTo(ask(before, rows));
        }
        String history = "SELECT concat_ws('|', c.action_id, k.key, %s) FROM shq.change c CROSS JOIN LATERAL %s ORDER BY 1";
        assertThat(list(upgraded, history.formatted("k.before, k.after", "unnest(c.keys, c.before, c.after) AS k (key, before, after)")))
                .isNotEmpty().isEqualTo(list(before, history.formatted("c.before, c.after", "unnest(c.keys) AS k (key)")));
    }

    @Test
    void theRejectionOfThenIsAFactNow() {
        assertThat(list(upgraded, "SELECT concat_ws('|', entity, intake_id, why, rejected_by) FROM shq.rejection"))
                .containsExactly("company|12|closed in May|ada");
    }

    @Test
    void whatWasDoneThenIsTakenBackNow() throws IOException {
        Session session = SampleSession.over(migrated(used()));
        assertThat(session.clearing().restore(ask(upgraded, CLEARED)).rows()).isEqualTo(11);
        assertThat(session.takeBacks().takeBack("20250106-WV-BATCH1").removed()).isEqualTo(6);
        assertThat(session.history().undo(Long.parseLong(ask(upgraded, FIXED)))).isInstanceOfSatisfying(UndoResult.Undone.class,
                undone -> assertThat(undone.rows()).isEqualTo(4));
        assertThat(session.tables().count(Selection.all(Query.all(Table.INTAKE))))
                .isEqualTo(22);
    }
}
