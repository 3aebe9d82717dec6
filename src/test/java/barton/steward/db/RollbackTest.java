package barton.steward.db;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.byHand;
import static barton.steward.support.TestDatabases.list;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.TestCommands;
import barton.steward.db.drift.CatalogueObject;
import barton.steward.db.drift.SchemaCatalogue;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database goes back to a point of its own history, and forward again.
class RollbackTest {
    private static final String KEPT = """
            SELECT (SELECT md5(string_agg(concat_ws('|', i.id, i.company, i.website, i.created_at), ' ' ORDER BY i.id))
                    FROM intake.company_raw_intake i)
                || (SELECT md5(string_agg(concat_ws('|', m.company_unique_id, m.company_name, m.updated_at), ' '
                                          ORDER BY m.company_unique_id)) FROM marketing.company_master m)
                || (SELECT md5(string_agg(concat_ws('|', p.unique_id, p.full_name, p.updated_at), ' ' ORDER BY p.unique_id))
                    FROM marketing.people_master p)""";
    private static Map<String, List<CatalogueObject>> points;

    @TempDir
    private Path folder;

    @Test
    void afterEachStepItIsWhatItsHistoryAloneMakes() throws IOException {
        DataSource database = SampleSession.worked(20);
        String rows = ask(database, KEPT);
        var commands = new TestCommands(database);

        for (String point : List.of("006", "004", "003", "002", "001", "000")) {
            assertThat(commands.run("rollback", "--to", point, "--discard")).as(commands.err()).isZero();
            assertThat(catalogue(database)).as(point).containsExactlyInAnyOrderElementsOf(expected(point));
            assertThat(ask(database, KEPT)).as(point).isEqualTo(rows);
            assertThat(list(database, "SELECT version FROM shq.flyway_schema_history WHERE type = 'SQL' ORDER BY 1").getLast())
                    .isEqualTo(point);
        }
        goesForward(database, rows);
    }

    @Test
    void whatIsLostIsCountedAndExportedBefore() throws IOException {
        DataSource database = SampleSession.worked(20);
        String rows = ask(database, KEPT);
        var commands = new TestCommands(database);

        assertThat(commands.run("rollback", "--to", "6", "--dry-run", "--json")).isZero();
        assertThat(commands.out()).contains("\"dry_run\":true", "\"what\":\"facts about runs and actions\",\"from\":\"shq.run_detail\"");
        assertThat(commands.run("rollback", "--to", "6")).isEqualTo(1);
        assertThat(commands.err()).contains("This would lose", "--export DIR");
        assertThat(commands.run("rollback", "--to", "6", "--export", folder.resolve("kept").toString(), "--executor", "eve"))
                .as(commands.err()).isZero();

        assertThat(Files.readString(folder.resolve("kept/manifest.json"))).contains("shq.run_detail.csv", "\"executor\" : \"eve\"");
        assertThat(Files.readAllLines(folder.resolve("kept/shq.run_detail.csv")).getFirst()).startsWith("run_no,validation_run_id,kind");
        assertThat(list(database, "SELECT executed_by FROM public.shq_validation_log WHERE validation_run_id LIKE 'RBK-%'"))
                .containsExactly("eve");
        assertThat(commands.run("doctor")).isEqualTo(1);
        goesForward(database, rows);
        assertThat(commands.run("log")).isZero();
        assertThat(commands.out()).contains("RBK-");
    }

    @Test
    void nothingOfOthersGoesAlong() throws SQLException, IOException {
        DataSource database = TestDatabases.migrated();
        run(database, """
                CREATE SCHEMA theirs;
                CREATE VIEW theirs.runs AS SELECT d.kind FROM shq.run_detail d;
                CREATE TABLE theirs.note (action BIGINT REFERENCES shq.action (action_id), text TEXT);
                CREATE TABLE theirs.copy (row_kept shq.recipe);
                CREATE FUNCTION theirs.count() RETURNS BIGINT LANGUAGE plpgsql AS 'BEGIN RETURN (SELECT count(*) FROM shq.change); END';
                CREATE FUNCTION theirs.fine() RETURNS BIGINT LANGUAGE sql AS 'SELECT count(*) FROM marketing.company_master';
                CREATE VIEW theirs.names AS SELECT m.company_name FROM marketing.company_master m;
                CREATE TABLE shq.theirs (id INTEGER)""");
        List<String> before = Catalogue.of(database);
        var commands = new TestCommands(database);

        assertThat(commands.run("rollback", "--to", "6", "--discard")).isEqualTo(1);
        assertThat(commands.err()).contains("view theirs.runs", "note_action_fkey", "theirs.copy", "function theirs.count()")
                .doesNotContain("theirs.fine", "theirs.names");
        assertThat(commands.run("rollback", "--to", "6", "--dry-run")).isZero();
        assertThat(commands.out()).contains("It would be refused", "view theirs.runs");
        assertThat(Catalogue.of(database)).isEqualTo(before);

        run(database, "DROP VIEW theirs.runs; DROP TABLE theirs.note; DROP TABLE theirs.copy; DROP FUNCTION theirs.count()");
        try (var other = database.getConnection(); var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT FROM marketing.company_master");
            assertThat(commands.run("rollback", "--to", "6", "--discard")).isEqualTo(1);
            assertThat(commands.err()).contains("Others work in this database just now");
        }
        Files.writeString(folder.resolve("there.txt"), "");
        run(database, "INSERT INTO shq.placeholder (value) VALUES ('own')");
        assertThat(commands.run("rollback", "--to", "6", "--export", folder.toString())).isEqualTo(1);
        assertThat(commands.err()).contains("is not empty");
        assertThat(commands.run("rollback", "--to", "6", "--export", folder.resolve("there.txt/below").toString())).isEqualTo(1);
        assertThat(commands.err()).contains("cannot be written", "Nothing in the database was changed");
        assertThat(commands.run("rollback", "--to", "97")).isEqualTo(1);
        assertThat(commands.err()).contains("The nearest point is 006");

        assertThat(commands.run("rollback", "--to", "5", "--discard")).as(commands.err()).isZero();
        assertThat(commands.out()).contains("The history has no 005");
        assertThat(list(database, "SELECT relname FROM pg_class WHERE relnamespace = 'shq'::regnamespace AND relkind = 'r' ORDER BY 1"))
                .containsExactly("flyway_schema_history", "theirs");
        assertThat(ask(database, "SELECT theirs.fine() + (SELECT count(*) FROM theirs.names)")).isEqualTo("0");
    }

    @Test
    void anAdoptedDatabaseKeepsWhatMayHaveBeenThereBefore() {
        DataSource database = byHand(TestPostgres.oldest());
        run(database, """
                CREATE TABLE marketing.email_verification_log (verification_id SERIAL PRIMARY KEY,
                    person_unique_id TEXT REFERENCES marketing.people_master (unique_id), email TEXT NOT NULL);
                INSERT INTO marketing.email_verification_log (email) VALUES ('ann@a.example');
                ALTER TABLE marketing.company_sidecar RENAME CONSTRAINT company_sidecar_confidence_0_to_100 TO chk_confidence;
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                VALUES ('04.04.01.11.00001.001', 'Old', 'https://old.example', 'legacy')""");
        var commands = new TestCommands(database);
        assertThat(commands.run("migrate", "--adopt")).as(commands.err()).isZero();

        assertThat(commands.run("rollback", "--to", "6", "--discard")).as(commands.err()).isZero();
        assertThat(commands.run("rollback", "--to", "3", "--discard")).as(commands.err()).isZero();

        assertThat(ask(database, "SELECT string_agg(email, ' ') FROM marketing.email_verification_log")).isEqualTo("ann@a.example");
        assertThat(list(database, "SELECT type || ' ' || version FROM shq.flyway_schema_history WHERE version IS NOT NULL"))
                .containsExactly("BASELINE 003");
        assertThat(commands.run("migrate")).as(commands.err()).isZero();
        assertThat(commands.run("doctor")).as(commands.out()).isZero();
        assertThat(ask(database, "SELECT string_agg(company_name, ' ') FROM marketing.company_master")).isEqualTo("Old");
    }

    private static void goesForward(DataSource database, String rows) {
        var commands = new TestCommands(database);
        assertThat(commands.run("migrate")).as(commands.err()).isZero();
        assertThat(commands.run("doctor")).as(commands.out()).isZero();
        assertThat(Catalogue.of(database)).isEqualTo(Catalogue.of(TestDatabases.migrated()));
        assertThat(ask(database, KEPT)).isEqualTo(rows);
        run(database, "INSERT INTO intake.company_raw_intake (company, website, import_batch_id, validated)"
                + " VALUES ('Z', 'z.example', 'NEW', true)");
        assertThat(ask(database, "SELECT shq.promote_company_records('NEW', 'ann')")).isEqualTo("1");
    }

    private static synchronized List<CatalogueObject> expected(String point) {
        if (points == null) {
            points = HistoryPointsTest.points();
        }
        return points.get(point).stream().filter(object -> !object.key().equals("schema shq")).toList();
    }

    private static List<CatalogueObject> catalogue(DataSource database) {
        return Database.over(database).write(SchemaCatalogue::present).stream().filter(o -> !o.key().equals("schema shq")).toList();
    }
}
