package barton.steward.dao.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.dao.update.UpdateDao.Given;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.update.UpdateReport;
import barton.steward.model.update.UpdateTarget;
import barton.steward.model.update.Winner;
import barton.steward.support.TestDatabases;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbiUpdateDaoTest {
    private static final UpdateTarget TARGET = new UpdateTarget(Table.INTAKE, Optional.empty(), IntakeFields.ID,
            Map.of(IntakeFields.INDUSTRY, Winner.FILE));

    private DataSource database;
    private UpdateDao dao;

    @BeforeEach
    void rows() {
        database = TestDatabases.migrated();
        dao = new JdbiUpdateDao(Database.over(TestDatabases.pooled(database)));
        TestDatabases.run(database, """
                INSERT INTO intake.company_raw_intake (company, industry, import_batch_id)
                SELECT 'c' || n, 'old', 'B' FROM generate_series(1, 20000) n""");
    }

    @Test
    void manyRowsAreOneActionThatIsDoneOnceForARequest() {
        UpdateDao.Rows rows = sink -> LongStream.rangeClosed(1, 20_000).forEach(n -> sink.accept(given(n)));
        UpdateReport seen = dao.preview(TARGET, rows);
        assertThat(seen.writes()).isEqualTo(20_000);
        assertThat(seen.diffs()).hasSize(UpdateReport.MOST_NAMED);
        UUID request = UUID.randomUUID();

        UpdateReport done = dao.perform(TARGET, rows, seen.seen(), "Updated from a file", "ann", request);
        UpdateReport again = dao.perform(TARGET, rows, seen.seen(), "Updated from a file", "ann", request);

        assertThat(done.action()).isEqualTo(again.action()).isPositive();
        assertThat(again.same()).isEqualTo(20_000);
        assertThat(ask("SELECT count(*) FROM intake.company_raw_intake WHERE industry = 'new'")).isEqualTo("20000");
        assertThat(ask("SELECT string_agg(kind || ' ' || row_count || ' ' || summary, '; ') FROM shq.action"))
                .isEqualTo("update 20000 Updated from a file");
    }

    @Test
    void whatWasChangedSinceItWasSeenKeepsAllOfItFromBeingWritten() {
        UpdateDao.Rows rows = sink -> LongStream.rangeClosed(1, 3).forEach(n -> sink.accept(given(n)));
        String seen = dao.preview(TARGET, rows).seen();
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET industry = 'theirs' WHERE id = 2");

        assertThatThrownBy(() -> dao.perform(TARGET, rows, seen, "x", "ann", UUID.randomUUID())).isInstanceOf(StewardException.class)
                .hasMessageContaining("Records were changed meanwhile");
        assertThat(ask("SELECT string_agg(industry, ' ' ORDER BY id) FROM intake.company_raw_intake WHERE id < 4"))
                .isEqualTo("old theirs old");
    }

    private static Given given(long id) {
        return new Given(id, Long.toString(id), null, "{\"industry\":\"new\"}");
    }

    private String ask(String sql) {
        return TestDatabases.ask(database, sql);
    }
}
