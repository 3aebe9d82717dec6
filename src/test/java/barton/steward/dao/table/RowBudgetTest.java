package barton.steward.dao.table;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Table;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.support.Proxy;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// No answer brings more rows in one round trip than a page has: seen in what the client asks the server for.
class RowBudgetTest {
    private static DataSource source;

    @BeforeAll
    static void rows() {
        source = TestDatabases.migrated();
        TestDatabases.run(source, """
                INSERT INTO intake.company_raw_intake (company) SELECT 'Company ' || g FROM generate_series(1, 1300) g;
                INSERT INTO public.shq_validation_log (validation_run_id) SELECT 'RUN-' || g FROM generate_series(1, 1300) g;
                INSERT INTO shq.action (kind, summary, table_name, row_count, executor)
                SELECT 'note', 'x', 'x', 0, 'ann' FROM generate_series(1, 1300) g""");
    }

    @Test
    void theDirectoryOfATable() throws IOException {
        assertThat(portions(daos -> assertThat(daos.tables().pageIndex(Query.all(Table.INTAKE), 1, Set.of()).pageEnds()).hasSize(1300)))
                .containsExactly(500, 500, 500);
    }

    @Test
    void theEstimateOfATable() throws IOException {
        assertThat(portions(daos -> assertThat(daos.tables().estimate(Query.all(Table.INTAKE), 1).pageEnds()).hasSize(1300)))
                .endsWith(500, 500, 500);
    }

    @Test
    void theValidationLog() throws IOException {
        assertThat(portions(daos -> assertThat(daos.log().latest(999_999)).hasSize(1300))).containsExactly(500, 500, 500);
    }

    @Test
    void theHistory() throws IOException {
        assertThat(portions(daos -> assertThat(daos.history().latest(999_999)).hasSize(1300))).containsExactly(500, 500, 500);
    }

    /// For how many rows the client asked at most, each time it asked for rows of a statement.
    private static List<Integer> portions(Consumer<Daos> work) throws IOException {
        String name = TestDatabases.ask(source, "SELECT current_database()");
        try (var proxy = Proxy.to(TestPostgres.newest());
                var through = Database.connect(TestPostgres.settings(proxy.port(), name))) {
            var daos = JdbiDaos.over(through);
            daos.tables().count(Selection.all(Query.all(Table.INTAKE)));
            int before = proxy.received().length();
            work.accept(daos);
            return executed(proxy.received().substring(before));
        }
    }

    /// The row counts of the protocol's Execute messages; those of BEGIN and COMMIT, and of what answers with one row, are left out.
    private static List<Integer> executed(String sent) {
        var counts = new ArrayList<Integer>();
        var messages = ByteBuffer.wrap(sent.getBytes(StandardCharsets.ISO_8859_1));
        String statement = "";
        while (messages.hasRemaining()) {
            char type = (char) messages.get();
            var body = new byte[messages.getInt() - 4];
            messages.get(body);
            if (type == 'P') {
                statement = new String(body, StandardCharsets.ISO_8859_1);
            } else if (type == 'E' && !statement.contains("BEGIN") && !statement.contains("COMMIT")) {
                counts.add(ByteBuffer.wrap(body, body.length - 4, 4).getInt());
            }
        }
        return counts;
    }
}
