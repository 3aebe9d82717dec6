package barton.steward.db;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What Grafana asks, asked as it would, by a role that may only look.
class DashboardTest {
    private static final JsonNode DASHBOARD = new JsonMapper().readTree(Path.of("assets/grafana/barton-steward.json").toFile());
    private static final Pattern TABLE = Pattern.compile("(?i)\\b(?:FROM|JOIN)\\s+([\\w.]+)");
    private static DataSource viewer;

    @BeforeAll
    static void rows() {
        DataSource database = SampleSession.worked(60);
        TestDatabases.run(database, """
                SELECT shq.grant_role('board_viewer', 'viewer');
                DO $$ BEGIN CREATE ROLE board_reader LOGIN IN ROLE board_viewer; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
                SELECT shq.validate_company_batch('20251101-WV-BATCH2', 'ann', 'standard');
                UPDATE intake.company_raw_intake SET validated = false, validation_notes = 'rejected: seen' WHERE id = 9;
                WITH a AS (INSERT INTO shq.action (kind, summary, table_name, row_count, executor)
                           VALUES ('mark', 'Marked', 'intake.company_raw_intake', 1, 'ann') RETURNING action_id)
                INSERT INTO shq.change (action_id, keys, before, after)
                SELECT action_id, ARRAY['9'], ARRAY['{}'::jsonb], ARRAY['{"validated": false}'::jsonb] FROM a;
                WITH d AS (INSERT INTO shq.import_detail (request_id, batch, row_count) VALUES (gen_random_uuid(), 'B', 1)
                           RETURNING import_no)
                INSERT INTO shq.import_file (import_no, sha256, table_name, batch, file_name, row_count, executor)
                SELECT import_no, repeat('a', 64), 'intake.company_raw_intake', 'B', 'b.csv', 1, 'ann' FROM d""");
        viewer = TestPostgres.newest().as(database, "board_reader", "");
    }

    static Stream<Arguments> queries() {
        return Stream.concat(panels().flatMap(p -> p.get("targets").valueStream()
                        .map(t -> Arguments.of(p.get("title").asString(), t.get("format").asString(), t.get("rawSql").asString()))),
                Stream.concat(DASHBOARD.at("/templating/list").valueStream().filter(v -> v.get("type").asString().equals("query"))
                        .map(v -> Arguments.of(v.get("name").asString(), "table", v.get("query").asString())),
                DASHBOARD.at("/annotations/list").valueStream().map(a -> Arguments.of(a.get("name").asString(), "table",
                        a.at("/target/rawSql").asString()))));
    }

    private static Stream<JsonNode> panels() {
        return DASHBOARD.get("panels").valueStream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void eachQueryFindsSomethingAndReadsViewsOnly(String title, String format, String sql) throws SQLException {
        assertThat(TABLE.matcher(sql).results().map(m -> m.group(1))).isNotEmpty().allMatch(t -> t.startsWith("shq.v_"));
        String asked = sql.replaceAll("\\$__timeFilter\\((\\w+)\\)", "$1 BETWEEN '2020-01-01T00:00:00Z' AND '2100-01-01T00:00:00Z'")
                .replace("$entity", "'company','person'");
        assertThat(asked).doesNotContain("$");
        try (var connection = viewer.getConnection(); var statement = connection.createStatement();
             var rows = statement.executeQuery(asked)) {
            var columns = new ArrayList<String>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                columns.add(rows.getMetaData().getColumnName(i));
            }
            assertThat(columns).doesNotHaveDuplicates();
            if (format.equals("time_series")) {
                assertThat(columns).startsWith("time");
                assertThat(rows.getMetaData().getColumnTypeName(1)).isEqualTo("timestamptz");
            }
            assertThat(rows.next()).isTrue();
        }
    }

    @Test
    void panelsLieSideBySide() {
        var taken = new ArrayList<String>();
        panels().map(p -> p.get("gridPos")).forEach(g -> {
            for (int x = g.get("x").asInt(); x < g.get("x").asInt() + g.get("w").asInt(); x++) {
                for (int y = g.get("y").asInt(); y < g.get("y").asInt() + g.get("h").asInt(); y++) {
                    taken.add(x + "," + y);
                }
            }
            assertThat(g.get("x").asInt() + g.get("w").asInt()).isLessThanOrEqualTo(24);
        });
        assertThat(taken).doesNotHaveDuplicates();
        assertThat(List.copyOf(panels().map(p -> p.get("id").asInt()).toList())).doesNotHaveDuplicates();
    }
}
