package barton.steward.dao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What clients of the database may rely on when they clear promoted rows from intake and restore them.
abstract class ClearingContract {
    private final DataSource database;

    ClearingContract(TestPostgres server) {
        database = TestDatabases.pooled(TestDatabases.migrated(server));
    }

    @BeforeEach
    void promote() {
        run("""
                ALTER TABLE intake.company_raw_intake ADD "Odd ""Column\" NUMERIC(9, 4), ADD lead JSONB, ADD seen TIMESTAMP, ADD raw BYTEA,
                    ADD tags TEXT[], ADD since INTERVAL, ADD twice INTEGER GENERATED ALWAYS AS (num_employees * 2) STORED;
                INSERT INTO intake.company_raw_intake (id, company, founded_year, num_employees, validated_at, created_at, import_batch_id,
                    validated, validation_notes, "Odd ""Column\", lead, seen, raw, tags, since)
                VALUES (7, 'Ä "quoted" \\ name', 1903, 4, '2024-01-02 03:04:05.678901Z', '1999-12-31 23:59:59.999999+14', 'B', true,
                        E'note: a\nnote: b', 1.5000, '{"a": 1.50, "b": [null, "é"]}', '2025-03-30 02:30:00.000001', '\\x00ff',
                        ARRAY['a,b', NULL, '"'], '1 mon 2 days 00:00:00.5'),
                       (8, NULL, NULL, NULL, NULL, NULL, 'B', true, '', NULL, '{}', NULL, NULL, '{}', NULL),
                       (9, 'stays', 1, NULL, NULL, now(), 'B', false, '', NULL, NULL, NULL, NULL, NULL, NULL);
                SELECT shq.promote_company_records('B', 'ann')""");
    }

    @Test
    void whatWasClearedComesBackByteForByte() {
        List<String> before = rows();

        String run = clear();
        assertThat(list("SELECT id FROM intake.company_raw_intake")).containsExactly("9");
        assertThat(restore(run)).isEqualTo(2);

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void bothAreRunsInTheLog() {
        String run = clear();
        restore(run);

        assertThat(list("""
                SELECT concat_ws('|', regexp_replace(l.validation_run_id, '[0-9]{8}-[0-9]{6}-[0-9a-f]{8}', 'X'), l.source_table,
                                 l.target_table, l.total_records, l.passed_records, l.failed_records, l.executed_by, d.kind, d.batch,
                                 d.of_run IS NOT DISTINCT FROM '%s', replace(l.notes, '%1$s', 'CLR-X'))
                FROM public.shq_validation_log l JOIN shq.run_detail d USING (validation_run_id)
                WHERE d.kind <> 'promotion' ORDER BY d.run_no""".formatted(run))).containsExactly(
                "CLR-X|intake.company_raw_intake|shq.cleared_intake|2|2|0|ann|clearing|B|f|"
                        + "2 promoted rows of batch B cleared from intake; 1 row stays.",
                "RST-X|shq.cleared_intake|intake.company_raw_intake|2|2|0|ann|restoring|B|t|"
                        + "2 rows of batch B restored to intake, which run CLR-X had cleared.");
    }

    @Test
    void restoredRowsArePromotedStillAndCanBeClearedAgain() {
        restore(clear());

        assertThat(ask("SELECT shq.promote_company_records('B', 'ann')")).isEqualTo("0");
        String again = clear();
        assertThat(restore(again)).isEqualTo(2);
        assertThat(ask("SELECT count(*) FROM shq.cleared_intake")).isEqualTo("4");
    }

    @Test
    void whatWasRestoredIsNotRestoredAgain() {
        String run = clear();
        restore(run);
        String restoring = ask("SELECT validation_run_id FROM shq.run_detail WHERE kind = 'restoring'");

        assertThatThrownBy(() -> restore(run)).rootCause()
                .hasMessageContaining("What run " + run + " cleared was restored already, in run " + restoring);
        assertThat(ask("SELECT count(*) FROM intake.company_raw_intake")).isEqualTo("3");
    }

    @Test
    void idsThatIntakeHasAgainAreNamedAndNothingIsRestored() {
        String run = clear();
        run("INSERT INTO intake.company_raw_intake (id, company) OVERRIDING SYSTEM VALUE VALUES (8, 'somebody else')");

        assertThatThrownBy(() -> restore(run)).rootCause().hasMessageContaining("other rows with these ids (at most 20 are named): 8.");
        assertThat(list("SELECT id FROM intake.company_raw_intake ORDER BY 1")).containsExactly("8", "9");
        assertThat(ask("SELECT count(*) FROM shq.run_detail WHERE kind = 'restoring'")).isEqualTo("0");
    }

    @Test
    void aColumnThatIsGoneIsNamedWhereItHeldSomething() {
        String run = clear();
        run("ALTER TABLE intake.company_raw_intake DROP lead, DROP company_address");

        assertThatThrownBy(() -> restore(run)).rootCause()
                .hasMessageContaining("intake has no column any more for what these held: lead.");
        assertThat(list("SELECT id FROM intake.company_raw_intake")).containsExactly("9");
    }

    @Test
    void aColumnThatIsNewGetsItsDefault() {
        String run = clear();
        run("ALTER TABLE intake.company_raw_intake ADD checked TEXT NOT NULL DEFAULT 'no'");

        restore(run);

        assertThat(list("SELECT DISTINCT checked FROM intake.company_raw_intake")).containsExactly("no");
    }

    @Test
    void whereNothingIsPromotedNothingIsClearedNorLogged() {
        assertThat(ask("SELECT shq.clear_promoted_intake('nowhere', 'ann')")).isEqualTo("0");
        clear();
        assertThat(ask("SELECT shq.clear_promoted_intake('B', 'ann')")).isEqualTo("0");
        assertThat(ask("SELECT count(*) FROM public.shq_validation_log")).isEqualTo("2");
    }

    @Test
    void onlyClearingsAreRestored() {
        for (String run : List.of("nothing", "B")) {
            assertThatThrownBy(() -> restore(run)).rootCause()
                    .hasMessageContaining("The validation log has no run " + run + " that cleared rows from intake");
        }
        assertThatThrownBy(() -> restore(" ")).rootCause().hasMessageContaining("none may be blank");
    }

    /// The row as text, where nothing is left out, and the image of each column.
    private List<String> rows() {
        return list("SELECT i::text || ' ' || to_jsonb(i)::text FROM intake.company_raw_intake i ORDER BY id");
    }

    private String clear() {
        assertThat(ask("SELECT shq.clear_promoted_intake('B', 'ann')")).isEqualTo("2");
        return ask("SELECT validation_run_id FROM shq.run_detail WHERE kind = 'clearing' ORDER BY run_no DESC");
    }

    private int restore(String run) {
        return Integer.parseInt(ask("SELECT shq.restore_cleared_intake('%s', 'ann')".formatted(run)));
    }

    private void run(String sql) {
        TestDatabases.run(database, sql);
    }

    private String ask(String sql) {
        return TestDatabases.ask(database, sql);
    }

    private List<String> list(String sql) {
        return TestDatabases.list(database, sql);
    }
}
