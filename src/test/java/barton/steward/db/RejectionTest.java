package barton.steward.db;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.list;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// A rejection that another client, or an earlier version, wrote into the notes of a record.
@ParameterizedClass
@MethodSource("tables")
class RejectionTest {
    private static final String FACTS =
            "SELECT concat_ws('|', entity, intake_id, why, rejected_by, session_user_name, rejected_at IS NOT NULL, action_id)"
                    + " FROM shq.rejection ORDER BY rejection_no";

    @Parameter
    private String entity;

    private DataSource database = TestDatabases.migrated();

    static List<String> tables() {
        return List.of("company", "person");
    }

    @Test
    void aNoteThatAnotherClientWritesIsAFact() {
        row("NULL");

        run(database, "UPDATE %s SET validation_notes = E'note: seen\\n  Rejected:  out of business \\r\\nrejected: spam'"
                .formatted(intake()));

        assertThat(list(database, FACTS)).containsExactlyInAnyOrder(entity + "|1|out of business|postgres|t",
                entity + "|1|spam|postgres|t");
        assertThat(standing()).containsExactly("spam", "out of business");
    }

    @Test
    void whoTheClientNamesInTheSameBreathIsWhoRejectedIt() {
        row("NULL");

        run(database, "UPDATE %s SET validated_by = 'ben', validation_notes = 'rejected: spam'".formatted(intake()));
        run(database, "UPDATE %s SET validation_notes = E'rejected: spam\\nrejected: no site'".formatted(intake()));

        assertThat(list(database, FACTS)).containsExactly(entity + "|1|spam|ben|postgres|t", entity + "|1|no site|postgres|t");
        assertThat(standing()).containsExactly("no site", "spam ben");
    }

    @Test
    void aRowThatComesRejectedIsRejected() {
        row("'rejected: spam'");

        assertThat(list(database, FACTS)).containsExactly(entity + "|1|spam|postgres|t");
    }

    @Test
    void whatIsValidatedIsNotRejectedWhateverItsNotesSay() {
        row("NULL");

        run(database, "UPDATE %s SET validated = true, validation_notes = 'rejected: spam'".formatted(intake()));

        assertThat(list(database, FACTS)).isEmpty();
        assertThat(standing()).isEmpty();
    }

    @Test
    void aRejectionIsNoLongerStandingOnceTheContentChangesAndTheFactStays() {
        row("'rejected: spam'");

        run(database, "UPDATE %s SET linkedin = 'x'".replace("linkedin", company() ? "company_linkedin_url" : "linkedin_url")
                .formatted(intake()));

        assertThat(standing()).isEmpty();
        assertThat(list(database, FACTS)).hasSize(1);
    }

    @Test
    void aRunOfRulesLeavesItAsItIs() {
        row("'rejected: spam'");

        run(database, "SELECT shq.validate_%s_batch('B', 'ann')".formatted(company() ? "company" : "people"));

        assertThat(standing()).containsExactly("spam");
        assertThat(list(database, FACTS)).hasSize(1);
    }

    @Test
    void aClientThatWritesOtherNotesTakesItBack() {
        row("'rejected: spam'");

        run(database, "UPDATE %s SET validation_notes = 'note: mistaken'".formatted(intake()));

        assertThat(standing()).isEmpty();
    }

    @Test
    void notesOfBeforeAreFactsOfWhomTheHistoryOrTheRowNames() throws IOException {
        run(database, """
                DO $$ DECLARE figure TEXT; BEGIN
                    FOR figure IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'shq'::regnamespace AND c.relkind = 'v'
                    LOOP EXECUTE format('DROP VIEW IF EXISTS shq.%%I CASCADE', figure); END LOOP; END $$;
                DROP TRIGGER validation_4_rejected ON intake.company_raw_intake;
                DROP TRIGGER validation_4_rejected ON intake.people_raw_intake;
                DROP FUNCTION shq.rejection_noted; DROP FUNCTION shq.rejection_line; DROP FUNCTION shq.rejection_reasons;
                DROP TABLE shq.rejection;
                DROP TRIGGER digest_page ON shq.change;
                ALTER TABLE shq.change DROP CONSTRAINT change_of_each_key;
                ALTER TABLE shq.change ALTER before TYPE JSONB USING before[1], ALTER after TYPE JSONB USING after[1];
                INSERT INTO %1$s (id, validated_by, validated_at, validation_notes)
                VALUES (1, NULL, NULL, E'rejected: before\\nrejected: spam'), (2, 'ben', '2024-05-06', 'REJECTED: gone'),
                       (3, NULL, NULL, 'note: was rejected: no'), (4, NULL, NULL, 'rejected: spam');
                INSERT INTO %1$s (id, validated, validation_notes) VALUES (5, true, 'rejected: spam');
                INSERT INTO shq.action (kind, summary, table_name, row_count, executor)
                VALUES ('mark', 'Rejected: spam', '%1$s', 1, 'ann');
                INSERT INTO shq.change (action_id, keys, before, after)
                SELECT action_id, '{1}', '{"validation_notes": "rejected: before"}',
                       jsonb_build_object('validation_notes', E'rejected: before\\nrejected: spam') FROM shq.action"""
                .formatted(intake()));
        String rows = "SELECT string_agg(xmin || ctid::text || i::text, '|' ORDER BY id) FROM %s i".formatted(intake());
        String before = ask(database, rows);

        try (var script = getClass().getResourceAsStream("/db/migration/V074__rejections.sql")) {
            run(database, new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }

        assertThat(list(database, FACTS)).containsExactlyInAnyOrder(entity + "|1|before|f", entity + "|1|spam|ann|postgres|t|1",
                entity + "|2|gone|ben|t", entity + "|4|spam|f");
        assertThat(ask(database, rows)).isEqualTo(before);
    }

    @Test
    void anAdoptedDatabaseKeepsItsRejections() {
        database = TestDatabases.byHand(TestPostgres.newest());
        row("E'rejected: closed\\nsaid so himself'");

        new Schema(Database.over(database), false, step -> { }).adopt();

        assertThat(standing()).containsExactly("closed");
        assertThat(ask(database, "SELECT validation_notes FROM " + intake())).isEqualTo("rejected: closed\nsaid so himself");
    }

    private boolean company() {
        return entity.equals("company");
    }

    private String intake() {
        return company() ? "intake.company_raw_intake" : "intake.people_raw_intake";
    }

    private void row(String notes) {
        run(database, "INSERT INTO %s (id, import_batch_id, validation_notes) VALUES (1, 'B', %s)".formatted(intake(), notes));
    }

    private List<String> standing() {
        return list(database, "SELECT concat_ws(' ', why, rejected_by) FROM shq.standing_rejections('%s', 1)".formatted(entity));
    }
}
