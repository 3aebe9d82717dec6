package barton.steward.dao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import barton.steward.catalog.Entity;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What clients of the database may rely on when they clear promoted rows from intake and restore them, companies as people.
@ParameterizedClass
@MethodSource("kinds")
class ClearingContractTest {
    private static final String COMPANIES = """
            INSERT INTO %1$s (id, company, founded_year, num_employees, validated_at, created_at, import_batch_id, validated,
                validation_notes, "Odd ""Column\", lead, seen, raw, tags, since)
            VALUES (7, 'Ä "quoted" \\ name', 1903, 4, '2024-01-02 03:04:05.678901Z', '1999-12-31 23:59:59.999999+14', 'B', true,
                    E'note: a\nnote: b', 1.5000, '{"a": 1.50, "b": [null, "é"]}', '2025-03-30 02:30:00.000001', '\\x00ff',
                    ARRAY['a,b', NULL, '"'], '1 mon 2 days 00:00:00.5'),
                   (8, NULL, NULL, NULL, NULL, NULL, 'B', true, '', NULL, '{}', NULL, NULL, '{}', NULL),
                   (9, 'stays', 1, NULL, NULL, now(), 'B', false, '', NULL, NULL, NULL, NULL, NULL, NULL);
            SELECT shq.promote_company_records('B', 'ann')""";
    private static final String PEOPLE = """
            INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
            VALUES ('04.04.01.00.00000.001', 'Acme', 'x', 'crm');
            INSERT INTO %1$s (id, first_name, last_name, company_name, num_employees, skills, certifications, source_record_id,
                validated_at, created_at, updated_at, import_batch_id, validated, validation_notes, "Odd ""Column\", lead, seen, raw, tags,
                since)
            VALUES (7, 'Ä "quoted"', '\\ name', 'Acme', 4, ARRAY['a,b', NULL, '"'], '{}', '99', '2024-01-02 03:04:05.678901Z',
                    '1999-12-31 23:59:59.999999+14', '2001-01-01 00:00:00.000001Z', 'B', true, E'note: a\nnote: b', 1.5000,
                    '{"a": 1.50, "b": [null, "é"]}', '2025-03-30 02:30:00.000001', '\\x00ff', ARRAY['a,b', NULL, '"'],
                    '1 mon 2 days 00:00:00.5'),
                   (8, 'Bo', 'Li', 'Acme', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'B', true, '', NULL, '{}', NULL, NULL, '{}', NULL),
                   (9, 'stays', 'x', 'Acme', 1, NULL, NULL, NULL, NULL, now(), now(), 'B', false, '', NULL, NULL, NULL, NULL, NULL, NULL);
            SELECT shq.promote_people_records('B', 'ann')""";

    private final DataSource database;
    private final Entity entity;
    private final String intake;
    private final String clear;

    ClearingContractTest(TestPostgres server, Entity entity) {
        database = TestDatabases.pooled(TestDatabases.migrated(server));
        this.entity = entity;
        intake = entity.intake().qualifiedName();
        clear = "shq.clear_promoted_" + (entity == Entity.COMPANY ? "intake" : "people");
    }

    static Stream<Arguments> kinds() {
        return TestPostgres.supported().stream().flatMap(server -> Stream.of(Entity.values()).map(entity -> arguments(server, entity)));
    }

    @BeforeEach
    void promote() {
        run("""
                ALTER TABLE %1$s ADD "Odd ""Column\" NUMERIC(9, 4), ADD lead JSONB, ADD seen TIMESTAMP, ADD raw BYTEA,
                    ADD tags TEXT[], ADD since INTERVAL, ADD held_nothing TEXT, ADD IF NOT EXISTS num_employees INTEGER;
                ALTER TABLE %1$s ADD twice INTEGER GENERATED ALWAYS AS (num_employees * 2) STORED;
                """.formatted(intake) + (entity == Entity.COMPANY ? COMPANIES : PEOPLE).formatted(intake));
    }

    @Test
    void whatWasClearedComesBackByteForByteAsOftenAsItIsCleared() {
        List<String> before = rows();

        for (int turn = 1; turn <= 2; turn++) {
            String run = clear();
            assertThat(list("SELECT id FROM " + intake)).containsExactly("9");
            assertThat(restore(run)).isEqualTo(2);
            assertThat(rows()).isEqualTo(before);
        }
        assertThat(ask("SELECT count(*) FROM shq.cleared_intake")).isEqualTo("4");
    }

    @Test
    void theCopyIsTheRow() {
        List<String> before = list("SELECT i::text FROM " + intake + " i WHERE id <> 9 ORDER BY id");

        clear();

        assertThat(list(("SELECT jsonb_populate_record(NULL::%s, row_data)::text FROM shq.cleared_intake WHERE entity = '%s'"
                + " ORDER BY intake_id").formatted(intake, entity.word()))).isEqualTo(before);
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
                WHERE d.kind NOT LIKE '%%promotion' ORDER BY d.run_no""".formatted(run))).containsExactly(
                "CLR-X|" + intake + "|shq.cleared_intake|2|2|0|ann|clearing|B|f|"
                        + "2 promoted rows of batch B cleared from intake; 1 row stays.",
                "RST-X|shq.cleared_intake|" + intake + "|2|2|0|ann|restoring|B|t|"
                        + "2 rows of batch B restored to intake, which run CLR-X had cleared.");
    }

    @Test
    void restoredRowsArePromotedStill() {
        restore(clear());

        assertThat(ask("SELECT shq.promote_batch('%s', 'B', 'ann')".formatted(entity.word())))
                .isEqualTo("0");
    }

    @Test
    void whatWasRestoredIsNotRestoredAgain() {
        String run = clear();
        restore(run);
        String restoring = ask("SELECT validation_run_id FROM shq.run_detail WHERE kind = 'restoring'");

        assertThatThrownBy(() -> restore(run)).rootCause()
                .hasMessageContaining("What run " + run + " cleared was restored already, in run " + restoring);
        assertThat(ask("SELECT count(*) FROM " + intake)).isEqualTo("3");
    }

    @Test
    void ofTwoWhoRestoreTogetherOneDoes() throws Exception {
        String run = clear();
        var together = new CyclicBarrier(2);
        var outcomes = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int n = 0; n < 2; n++) {
                outcomes.add(threads.submit(() -> {
                    together.await();
                    return restore(run);
                }));
            }
        }

        assertThat(outcomes).extracting(Future::state).containsExactlyInAnyOrder(Future.State.SUCCESS, Future.State.FAILED);
        assertThat(ask("SELECT count(*) FROM " + intake)).isEqualTo("3");
    }

    @Test
    void idsThatIntakeHasAgainAreNamedAndNothingIsRestored() {
        String run = clear();
        run("INSERT INTO " + intake + " (id) OVERRIDING SYSTEM VALUE VALUES (8)");

        assertThatThrownBy(() -> restore(run)).rootCause().hasMessageContaining("other rows with these ids (at most 20 are named): 8.");
        assertThat(list("SELECT id FROM " + intake + " ORDER BY 1")).containsExactly("8", "9");
        assertThat(ask("SELECT count(*) FROM shq.run_detail WHERE kind = 'restoring'")).isEqualTo("0");
    }

    @Test
    void theSameIdsOfTheOtherKindAreNobodysConcern() {
        String run = clear();
        run("INSERT INTO intake.company_raw_intake (id) OVERRIDING SYSTEM VALUE VALUES (7) ON CONFLICT DO NOTHING;"
                + " INSERT INTO intake.people_raw_intake (id) OVERRIDING SYSTEM VALUE VALUES (7) ON CONFLICT DO NOTHING;"
                + " DELETE FROM " + intake + " WHERE id = 7");

        assertThat(restore(run)).isEqualTo(2);
    }

    @Test
    void aColumnThatIsGoneIsNamedWhereItHeldSomething() {
        String run = clear();
        run("ALTER TABLE " + intake + " DROP lead, DROP held_nothing");

        assertThatThrownBy(() -> restore(run)).rootCause()
                .hasMessageContaining("intake has no column any more for what these held: lead.");
        assertThat(list("SELECT id FROM " + intake)).containsExactly("9");
    }

    @Test
    void aColumnThatIsNewGetsItsDefault() {
        String run = clear();
        run("ALTER TABLE " + intake + " ADD checked TEXT NOT NULL DEFAULT 'no'");

        restore(run);

        assertThat(list("SELECT DISTINCT checked FROM " + intake)).containsExactly("no");
    }

    @Test
    void whereNothingIsPromotedNothingIsClearedNorLogged() {
        assertThat(ask("SELECT " + clear + "('nowhere', 'ann')")).isEqualTo("0");
        clear();
        assertThat(ask("SELECT " + clear + "('B', 'ann')")).isEqualTo("0");
        assertThat(ask("SELECT count(*) FROM public.shq_validation_log")).isEqualTo("2");
    }

    @Test
    void whatWasClearedIsTakenBackOnlyOnceItIsRestored() {
        String promotion = ask("SELECT validation_run_id FROM shq.run_detail WHERE kind LIKE '%promotion'");
        String run = clear();

        assertThat(ask("SELECT shq.take_back_promotion('%s', 'ann')".formatted(promotion))).isEqualTo("0");
        assertThat(list("SELECT kept_because FROM shq.records_of_run('%s')".formatted(promotion))).hasSize(2).allMatch(because ->
                because.endsWith(" row was cleared from intake in run " + run + ", which can be restored"));

        restore(run);
        assertThat(ask("SELECT shq.take_back_promotion('%s', 'ann')".formatted(promotion))).isEqualTo("2");
    }

    @Test
    void onlyClearingsAreRestored() {
        String promotion = ask("SELECT validation_run_id FROM shq.run_detail WHERE kind LIKE '%promotion'");
        for (String run : List.of("nothing", promotion)) {
            assertThatThrownBy(() -> restore(run)).rootCause()
                    .hasMessageContaining("The validation log has no run " + run + " that cleared rows from intake");
        }
        assertThatThrownBy(() -> restore(" ")).rootCause().hasMessageContaining("none may be blank");
        assertThatThrownBy(() -> ask("SELECT " + clear + "(' ', 'ann')")).rootCause().hasMessageContaining("none may be blank");
    }

    /// The row as text, where nothing is left out, and the image of each column.
    private List<String> rows() {
        return list("SELECT i::text || ' ' || to_jsonb(i)::text FROM " + intake + " i ORDER BY id");
    }

    private String clear() {
        assertThat(ask("SELECT " + clear + "('B', 'ann')")).isEqualTo("2");
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
