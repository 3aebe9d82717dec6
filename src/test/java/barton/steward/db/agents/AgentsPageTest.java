package barton.steward.db.agents;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import barton.steward.cli.TestCommands;
import barton.steward.db.agents.PageBlocks.Block;
import barton.steward.support.Proxy;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/// The examples of docs/agents.md, run as they stand by the role that the page gives least to.
class AgentsPageTest {
    private static final TestPostgres SERVER = TestPostgres.newest();
    private static final PageBlocks PAGE = PageBlocks.read();
    private static final String DONE = """
            SELECT concat_ws(' ', (SELECT count(*) FROM shq.action), (SELECT count(*) FROM shq.run_detail),
                             (SELECT count(*) FROM marketing.company_master), (SELECT count(*) FROM marketing.people_master),
                             (SELECT count(*) FROM shq.intake_enrichment))""";
    private static DataSource database;

    @TempDir
    private Path folder;

    @BeforeAll
    static void theRolesOfThePage() {
        database = TestDatabases.migrated();
        for (String batch : List.of("20251024-WV-BATCH1", "20251024-WV-BATCH2", "PY-BATCH")) {
            run(database, """
                    INSERT INTO intake.company_raw_intake (company, website, company_phone, company_state, num_employees, import_batch_id)
                    VALUES ('%1$s Alpha', 'https://alpha-%1$s.example', '+13045550100', 'West Virginia', 10, '%1$s'),
                           ('%1$s Beta', 'https://beta-%1$s.example', '+13045550101', 'West Virginia', 20, '%1$s'),
                           ('Merrick %1$s', NULL, '+13045550102', 'West Virginia', 30, '%1$s')""".formatted(batch));
        }
        for (String batch : List.of("20251024-WV-PEOPLE 20251024-WV-BATCH1", "PY-PEOPLE PY-BATCH")) {
            String[] names = batch.split(" ");
            run(database, """
                    INSERT INTO intake.people_raw_intake (first_name, last_name, email, title, company_name, import_batch_id)
                    VALUES ('Ann', 'Lee', 'ann.%1$s@example.com', 'CEO', '%2$s Alpha', '%1$s')""".formatted(names[0], names[1]));
        }
        run(database, """
                DO $$ BEGIN
                    CREATE ROLE enricher LOGIN; CREATE ROLE curator LOGIN;
                EXCEPTION WHEN duplicate_object THEN NULL; END $$""");
        var commands = new TestCommands(database);
        PAGE.in("sh").stream().flatMap(b -> b.text().lines()).forEach(line -> {
            String[] words = line.split(" ");
            assertThat(words[0]).isEqualTo("steward");
            assertThat(commands.run(Stream.of(words).skip(1).toArray(String[]::new))).as(line + commands.err()).isZero();
        });
        PAGE.in("sql").stream().filter(b -> b.about().equals("owner")).forEach(b -> run(database, b.text()));
    }

    @Test
    void eachSqlExampleDoesItsWorkOnceHoweverOftenItIsRun() throws SQLException {
        var answers = new ArrayList<String>();
        try (Connection agent = SERVER.as(database, "enricher", "").getConnection();
                Connection editor = SERVER.as(database, "curator", "").getConnection();
                Statement least = agent.createStatement(); Statement editors = editor.createStatement()) {
            for (Block block : PAGE.in("sql")) {
                if (block.about().equals("owner")) {
                    continue;
                }
                Statement statement = block.about().equals("curator") ? editors : least;
                String answer = answer(statement, block.text());
                if (block.text().contains("'a4f1f6e2-")) {
                    String done = ask(database, DONE);
                    assertThat(answer(statement, block.text())).as("the same call again").isEqualTo(answer);
                    assertThat(ask(database, DONE)).as("what was done before and after the call was repeated").isEqualTo(done);
                    answers.add(answer);
                }
            }
        }
        assertThat(answers).hasSize(5);
        assertThat(answers.get(0)).startsWith("2|2|1|20251024-WV-BATCH1");
        assertThat(answers.get(1)).startsWith("1|1|0|PPL-");
        assertThat(answers.get(2)).startsWith("1|0|0|{}|{}|").contains("|VLD-").endsWith("|1|0");
        assertThat(answers.get(3)).startsWith("2|0|0|{}|{}|");
        assertThat(answers.get(4)).isEqualTo("2|2|1");
        assertThat(ask(database, "SELECT DISTINCT session_user_name || ' ' || executor FROM shq.action WHERE kind = 'sidecar'"))
                .isEqualTo("enricher enricher");
    }

    /// What the last query of some statements answers.
    private static String answer(Statement statement, String sql) throws SQLException {
        var answer = new StringBuilder();
        for (boolean isRows = statement.execute(sql); isRows || statement.getUpdateCount() != -1; isRows = statement.getMoreResults()) {
            if (isRows) {
                append(statement.getResultSet(), answer);
            }
        }
        return answer.toString();
    }

    private static void append(ResultSet rows, StringBuilder answer) throws SQLException {
        answer.setLength(0);
        while (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                answer.append(i == 1 ? "" : "|").append(rows.getString(i));
            }
        }
    }

    @Test
    void theStatementsInPythonAreSuchThatTheDatabaseUnderstands() throws SQLException {
        List<String> statements = PAGE.in("python").stream().flatMap(b -> PageBlocks.statements(b).stream()).toList();
        assertThat(statements).hasSize(5);
        try (Connection agent = SERVER.as(database, "enricher", "").getConnection(); Statement statement = agent.createStatement()) {
            for (String sql : statements) {
                statement.execute("EXPLAIN " + sql.replace("%s", "NULL"));
            }
        }
    }

    /// On a machine without Python the examples cannot be run; the test is reported as skipped there, not as passed.
    @Test
    void eachPythonExampleDoesItsWorkOnceThoughTheReplyToItsCommitIsLost() throws IOException, InterruptedException, SQLException {
        assumeTrue(python("--version") == 0, "python3 is not there, so the examples in Python are not run");
        for (Block block : PAGE.in("python")) {
            Files.writeString(folder.resolve(block.about()), block.text());
        }
        if (python("-c", "import psycopg") != 0) {
            try (InputStream standIn = getClass().getResourceAsStream("/python/psycopg.py")) {
                Files.copy(standIn, folder.resolve("psycopg.py"));
            }
        }
        assertThat(losingReplies("validate_and_promote_companies.py", "PY-BATCH", "1"))
                .isEqualTo("PY-BATCH: 2 passed, 1 failed, 2 promoted in PY-BATCH\n");
        assertThat(losingReplies("validate_and_promote_people.py", "PY-PEOPLE", "1"))
                .startsWith("PY-PEOPLE: 1 passed, 0 failed, 1 promoted in PPL-");
        assertThat(losingReplies("enrich.py", "PY-BATCH", "1")).isEqualTo("PY-BATCH: 1 filled in, 0 in conflict, 1 passed, 0 failed\n");
        assertThat(losingReplies("validate_and_promote_companies.py", "PY-BATCH", "2"))
                .isEqualTo("PY-BATCH: 1 passed, 0 failed, 1 promoted in PY-BATCH#2\n");
        String key = ask(database, "SELECT company_unique_id FROM marketing.company_master WHERE company_name = 'Merrick PY-BATCH'");
        Files.writeString(folder.resolve("found.json"), """
                [{"company_unique_id": "%s", "enrichment_source": "clay", "confidence_score": 91.5, "clay_tags": ["b2b", "growing"]},
                 {"company_unique_id": "04.04.01.00.00000.000", "ein_number": "55-1"}]""".formatted(key));
        assertThat(losingReplies("sidecars.py", "found.json"))
                .isEqualTo("1 made, 0 changed, 0 as they were, 0 in conflict, 1 not in master\n");
        assertThat(ask(database, """
                SELECT concat_ws(' ', (SELECT count(*) FROM marketing.company_master WHERE import_batch_id = 'PY-BATCH'),
                    (SELECT count(*) FROM shq.action WHERE kind = 'sidecar' AND executor = 'sidecars.py'),
                    (SELECT count(*) FROM shq.action WHERE kind = 'enrich' AND executor = 'enrich.py'),
                    (SELECT string_agg(validation_run_id, ' ' ORDER BY validation_run_id) FROM public.shq_validation_log
                     WHERE validation_run_id LIKE 'PY-BATCH%'))""")).isEqualTo("3 1 1 PY-BATCH PY-BATCH#2");
    }

    /// Runs an example whose first connection is cut when it has committed; returns what it prints.
    private String losingReplies(String script, String... arguments) throws IOException, InterruptedException {
        try (Proxy proxy = Proxy.to(SERVER)) {
            proxy.cutAfter("COMMIT");
            var builder = new ProcessBuilder(Stream.concat(Stream.of("python3", script), Stream.of(arguments)).toList())
                    .directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().putAll(Map.of("PGHOST", "127.0.0.1", "PGPORT", Integer.toString(proxy.port()), "PGUSER", "enricher",
                    "PGDATABASE", ((PGSimpleDataSource) database).getDatabaseName(), "PYTHONDONTWRITEBYTECODE", "1"));
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            assertThat(proxy.received().split("COMMIT", -1)).as("commits that were sent").hasSizeGreaterThan(2);
            return said;
        }
    }

    private static int python(String... arguments) throws InterruptedException {
        try {
            return new ProcessBuilder(Stream.concat(Stream.of("python3"), Stream.of(arguments)).toList())
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        } catch (IOException e) {
            return -1;
        }
    }
}
