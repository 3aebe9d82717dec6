package barton.steward.dao.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.dao.update.UpdateDao.Given;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.update.UpdateKind;
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
        assertThat(seen.lines()).hasSize(UpdateReport.MOST_NAMED).first().isEqualTo(
                new UpdateReport.Line(1, UpdateKind.CHANGED, "1", "1", "c1", "industry", "old", "new", true, null));
        UUID request = UUID.randomUUID();

        UpdateReport done = dao.perform(TARGET, rows, Optional.empty(), seen.seen(), "Updated from a file", "ann", request);
        UpdateReport again = dao.perform(TARGET, rows, Optional.empty(), seen.seen(), "Updated from a file", "ann", request);

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

        assertThatThrownBy(() -> dao.perform(TARGET, rows, Optional.empty(), seen, "x", "ann", UUID.randomUUID()))
                .isInstanceOf(StewardException.class)
                .hasMessageContaining("Records were changed meanwhile");
        assertThat(ask("SELECT string_agg(industry, ' ' ORDER BY id) FROM intake.company_raw_intake WHERE id < 4"))
                .isEqualTo("old theirs old");
    }

    @Test
    void ofEachKindTheFirstRowsAreNamedByWhatTheirRecordIsCalled() {
        UpdateDao.Rows rows = sink -> {
            sink.accept(given(1));
            sink.accept(new Given(3, "2", "vold", "{\"industry\":\"new\"}"));
            sink.accept(new Given(4, "3", null, "{\"industry\":\"old\"}"));
            sink.accept(new Given(5, "70000", null, "{\"industry\":\"new\"}"));
            sink.accept(new Given(6, "4", null, "{\"industry\":\"new\"}"));
            sink.accept(new Given(7, "4", null, "{\"industry\":\"new\"}"));
        };
        assertThat(dao.preview(TARGET, rows).lines()).extracting(l -> l.line() + " " + l.kind() + " " + l.name() + " " + l.record() + " "
                + l.file() + " " + l.reason()).containsExactly("1 CHANGED c1 old new null",
                "3 CONFLICT c2 old new the record was changed since the file was made", "5 NEW null null null null",
                "4 SAME c3 null null null", "6 LEFT c4 null null several rows of the file name this record",
                "7 LEFT c4 null null several rows of the file name this record");
    }

    private static Given given(long id) {
        return new Given(id, Long.toString(id), null, "{\"industry\":\"new\"}");
    }

    private String ask(String sql) {
        return TestDatabases.ask(database, sql);
    }
}
