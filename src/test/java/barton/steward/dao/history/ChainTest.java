package barton.steward.dao.history;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.cli.TestCommands;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.database.Check;
import barton.steward.model.history.EditResult;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who owns the history can change it, and is found out.
class ChainTest {
    private static final String ACT = "INSERT INTO shq.action (kind, summary, table_name, row_count, executor)"
            + " VALUES ('edit', '%s', 'x', 1, 'ann')";
    private static final DataSource SOURCE = SampleSession.worked(40);
    private static final DataSource DATABASE = TestDatabases.pooled(SOURCE);
    private static final Daos DAOS = JdbiDaos.over(Database.over(DATABASE));

    @BeforeAll
    static void work() {
        var steward = new TestCommands(DATABASE);
        steward.run("validate", "--batch", "20251101-WV-BATCH2");
        IntStream.rangeClosed(1, 3).forEach(i -> assertThat(DAOS.tables().edit(DAOS.tables().row(Table.INTAKE, 8L).orElseThrow(),
                Map.of(IntakeFields.WEBSITE, "https://site" + i + ".example"), "beth")).isInstanceOf(EditResult.Saved.class));
        steward.run("undo", ask(SOURCE, "SELECT max(action_id) FROM shq.action"));
        steward.run("clear", "--batch", "20251024-WV-BATCH1");
        steward.run("restore", ask(SOURCE, "SELECT max(validation_run_id) FROM shq.run_detail WHERE kind = 'clearing'"));
        steward.run("doctor");
    }

    private static Check history() {
        return DAOS.doctor().examine().checks().stream().filter(c -> c.name().equals("history")).findFirst().orElseThrow();
    }

    /// What is found in a transaction in which something was done that no trigger noticed, and that is rolled back.
    private static List<String> after(String... statements) throws SQLException {
        var found = new ArrayList<String>();
        try (Connection connection = SOURCE.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL session_replication_role = replica");
            for (String done : statements) {
                assertThat(statement.executeUpdate(done)).as(done).isPositive();
            }
            try (ResultSet broken = statement.executeQuery("SELECT b.what FROM shq.broken_chain() b")) {
                while (broken.next()) {
                    found.add(broken.getString(1));
                }
            }
            connection.rollback();
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource({"shq.action,action_id", "shq.change,change_id", "shq.run_detail,validation_run_id",
        "public.shq_validation_log,validation_run_id", "shq.chain,entry_no"})
    void oneByteChangedInAnyColumnIsFound(String table, String key) throws SQLException {
        var random = new Random(18);
        String[] columns = ask(SOURCE, "SELECT string_agg(a.attname, ' ' ORDER BY a.attnum) FROM pg_attribute a WHERE a.attnum > 0"
                + " AND a.attrelid = '%s'::regclass AND a.attidentity <> 'a' AND NOT a.attisdropped".formatted(table)).split(" ");
        assertThat(columns).hasSizeGreaterThan(4);
        for (String column : columns) {
            String row = ask(SOURCE, "SELECT (SELECT %s FROM %s WHERE %s IS NOT NULL ORDER BY md5(%s::text || %d) LIMIT 1)"
                    .formatted(key, table, column, key, random.nextInt(1000)));
            if (row != null) {
                assertThat(after("UPDATE %s SET %s = %s WHERE %s = '%s'".formatted(table, column, other(table, column), key, row)))
                        .as("%s of %s %s", column, table, row).isNotEmpty();
            }
        }
    }

    private static String other(String table, String column) {
        return switch (ask(SOURCE, "SELECT format_type(a.atttypid, NULL) FROM pg_attribute a WHERE a.attrelid = '%s'::regclass"
                .formatted(table) + " AND a.attname = '" + column + "'")) {
            case "bigint", "integer" -> column + " + 1000";
            case "boolean" -> "NOT " + column;
            case "uuid" -> "gen_random_uuid()";
            case "timestamp with time zone" -> column + " + interval '1 microsecond'";
            case "bytea" -> "set_byte(%1$s, 3, get_byte(%1$s, 3) # 1)".formatted(column);
            case "jsonb" -> column + " || '{\"x\": 1}'";
            case "jsonb[]" -> "%1$s[:cardinality(%1$s) - 1] || '{\"x\": 1}'::jsonb".formatted(column);
            case "text[]" -> "ARRAY['x' || keys[1]] || keys[2:]";
            default -> table.equals("shq.chain") ? "CASE kind WHEN 'run' THEN 'action' ELSE 'run' END".replace("kind",
                    column.equals("kind") ? "kind" : "''") : column.equals("kind") && table.equals("shq.run_detail")
                    ? "CASE kind WHEN 'audit' THEN 'merge' ELSE 'audit' END"
                    : "left(%1$s, -1) || chr(ascii(right(%1$s, 1)) # 1)".formatted(column);
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DELETE FROM shq.action WHERE action_id = 2 | action 2, which was removed
            DELETE FROM shq.change WHERE action_id = 3 | action 3, which was changed
            DELETE FROM public.shq_validation_log WHERE validation_run_id = 'VLD-4711' | run VLD-4711, which was removed
            DELETE FROM shq.chain WHERE entry_no = 2 | entry 2 of the chain, which is missing
            DELETE FROM shq.chain WHERE entry_no IN (2, 3) | entry 2–3 of the chain, which is missing
            INSERT INTO shq.action (kind, summary, table_name, row_count, executor) VALUES ('edit', 'x', 'x', 1, 'boss') | slipped in
            UPDATE shq.change SET action_id = 4 WHERE action_id = 3 | action 3, which was changed
            INSERT INTO shq.change (action_id, keys, before, after) VALUES (3, '{1}', '{1}', '{1}') | the page of 1 was changed""")
    void whatWasRemovedMovedOrSlippedInIsNamed(String statement, String told) throws SQLException {
        assertThat(after(statement)).anySatisfy(what -> assertThat(what).contains(told));
        assertThat(after("INSERT INTO shq.unsealed (kind, key) VALUES ('action', '999')"))
                .containsExactly("action 999, which was removed before it was sealed");
    }

    /// The one that began first ends last, and what is rolled back leaves nothing.
    @Test
    void transactionsThatEndInAnotherOrderThanTheyBeganAreChained() throws SQLException {
        try (Connection first = SOURCE.getConnection(); Connection second = SOURCE.getConnection();
                Connection third = SOURCE.getConnection()) {
            for (Connection connection : List.of(first, second, third)) {
                connection.setAutoCommit(false);
                connection.createStatement().execute(ACT.formatted("one"));
            }
            second.commit();
            third.rollback();
            run(SOURCE, ACT.formatted("alone"));
            first.commit();
        }
        chained();
    }

    @Test
    void manyAtOnceMakeOneChain() throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(6)) {
            List<Callable<Void>> edits = IntStream.range(0, 6).<Callable<Void>>mapToObj(i -> () -> {
                for (int n = 0; n < 5; n++) {
                    run(SOURCE, ACT.formatted("many"));
                }
                return null;
            }).toList();
            for (Future<Void> edit : threads.invokeAll(edits)) {
                edit.get();
            }
        }
        chained();
    }

    private static void chained() {
        assertThat(history().ok()).as(history().detail()).isTrue();
        assertThat(ask(SOURCE, "SELECT count(*) FROM shq.unsealed")).isEqualTo("0");
        assertThat(ask(SOURCE, "SELECT count(*) = max(entry_no) FROM shq.chain")).isEqualTo("t");
        assertThat(ask(SOURCE, "SELECT count(*) FROM shq.action a WHERE NOT EXISTS (SELECT FROM shq.chain c WHERE c.kind = 'action'"
                + " AND c.key = a.action_id::text)")).isEqualTo("0");
    }
}
