package barton.steward.cli.promotion;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.TestCommands;
import barton.steward.cli.support.Answer;
import barton.steward.model.StewardException;
import barton.steward.model.StewardException.Kind;
import barton.steward.model.promotion.PromotionResult;
import barton.steward.support.TestDatabases;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.ObjectMapper;

/// What a nightly `promote --all` does and says, batch by batch.
class PromoteAllTest {
    private final DataSource database = TestDatabases.migrated();
    private final TestCommands session = new TestCommands(database);

    @Test
    void aBatchThatMasterRefusesDoesNotStopTheOthersAndEachIsTold() {
        companies("A", "B", "C");
        run(database, "ALTER TABLE marketing.company_master ADD CONSTRAINT not_b CHECK (import_batch_id <> 'B')");

        assertThat(session.run("promote", "--all", "--json")).isEqualTo(1);

        assertThat(session.out()).startsWith("{\"runs\":[{\"batch\":\"A\",\"run\":\"A\",\"promoted\":2},{\"batch\":\"C\",\"run\":\"C\","
                + "\"promoted\":2}],\"failed\":[{\"batch\":\"B\",\"error\":\"Batch B was not promoted and nothing was written,")
                .endsWith("}],\"not_tried\":[],\"passed_over\":[]}\n");
        assertThat(session.err()).startsWith("Batch B was not promoted: ").contains("intake id 3: a value is not allowed");
        assertThat(ask(database, "SELECT string_agg(DISTINCT import_batch_id, ' ') FROM marketing.company_master")).isEqualTo("A C");

        assertThat(session.run("promote", "--all")).isEqualTo(1);
        assertThat(session.out()).isEqualTo("No batch was promoted.\n");
    }

    @ParameterizedTest
    @CsvSource({"NO_DATABASE, 3, was not promoted", "CANCELLED, 1, was not promoted", "OUTCOME_UNKNOWN, 1, may be promoted or not"})
    void whereTheDatabaseIsGoneTheRestIsNotTriedAndWhatWasDoneIsTold(Kind kind, int exitCode, String said) {
        Answer answer = promoted(kind);

        assertThat(answer.exitCode()).isEqualTo(exitCode);
        assertThat(answer.text()).isEqualTo("1 row of batch A promoted in run A.");
        assertThat(answer.complaints()).containsExactly("Batch B " + said + ": It broke. Look.", "Not tried: batch C, D.");
        assertThat(new ObjectMapper().writeValueAsString(answer.json())).contains("\"error\":\"It broke.\"",
                "\"advice\":\"Look.\"", "\"notTried\":[\"C\",\"D\"]", "\"failed\":[{\"batch\":\"B\"", "\"runs\":[\"A\"]");
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = {"REFUSED", "UNFORESEEN", "BROKEN_OFF"})
    void whatIsAboutOneBatchDoesNotStopTheOthers(Kind kind) {
        Answer answer = promoted(kind);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.text().lines()).hasSize(3);
        assertThat(answer.complaints()).containsExactly("Batch B was not promoted: It broke. Look.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"company", "people"})
    void whatWasTakenBackIsPassedOverUntilItIsValidatedAgain(String entity) {
        rows(entity);
        assertThat(all(entity)).contains("2 rows of batch A promoted");
        takeBack();

        assertThat(all(entity, "--dry-run", "--json")).isEqualTo("{\"batches\":[],\"passed_over\":[{\"batch\":\"A\",\"rows\":2}]}\n");
        assertThat(all(entity)).isEqualTo("No batch has rows to promote.\n2 rows of batch A were taken back and are passed over, until they"
                + " are validated again or `steward promote --batch` promotes them.\n");
        run(database, "UPDATE " + intake(entity) + " SET validated_at = now() WHERE id = 1");

        assertThat(all(entity, "--dry-run")).contains("A").contains("1 row of batch A was taken back");
        assertThat(all(entity, "--json")).contains("\"promoted\":1}").contains("\"passed_over\":[{\"batch\":\"A\",\"rows\":1}]");
        assertThat(ask(database, "SELECT string_agg(source_record_id, ' ') FROM " + master(entity) + " WHERE source_record_id <> ''"))
                .isEqualTo("1");
        assertThat(ask(database, "SELECT notes FROM public.shq_validation_log ORDER BY executed_at DESC LIMIT 1"))
                .contains("1 passed over, because they were taken back");
    }

    @ParameterizedTest
    @ValueSource(strings = {"company", "people"})
    void whatWasTakenBackIsPromotedByHandAndThenNotPassedOverAnyMore(String entity) {
        rows(entity);
        all(entity);
        takeBack();
        run(database, "UPDATE " + intake(entity) + " SET validated = false WHERE id = 2");

        assertThat(said(entity, "promote", "--batch", "A")).contains("1 row of batch A promoted");

        run(database, "UPDATE " + intake(entity) + " SET validated = true WHERE id = 2");
        assertThat(all(entity, "--json")).contains("\"promoted\":1}").endsWith("\"passed_over\":[]}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"company", "people"})
    void anUnattendedPromotionOfNewRowsIsNoLookAtTheOthers(String entity) {
        rows(entity);
        all(entity);
        takeBack();
        run(database, entity.equals("company") ? "INSERT INTO intake.company_raw_intake (id, company, import_batch_id, validated)"
                + " VALUES (9, 'New', 'A', true)" : "INSERT INTO intake.people_raw_intake (id, first_name, last_name, company_name,"
                + " import_batch_id, validated) VALUES (9, 'New', 'Lee', 'Acme', 'A', true)");

        assertThat(all(entity)).contains("1 row of batch A promoted");

        assertThat(all(entity)).startsWith("No batch has rows to promote.\n2 rows of batch A were taken back");
    }

    @ParameterizedTest
    @ValueSource(strings = {"company", "people"})
    void rulesAndMarksAreALookAgain(String entity) {
        rows(entity);
        all(entity);
        takeBack();

        assertThat(said(entity, "mark", "--ids", "1")).startsWith("1 row marked validated");
        assertThat(all(entity)).contains("1 row of batch A promoted");
        assertThat(said(entity, "validate", "--batch", "A")).contains("1 passed");
        assertThat(all(entity)).contains("1 row of batch A promoted").doesNotContain("taken back");
    }

    private Answer promoted(Kind kind) {
        Function<String, PromotionResult> promoting = batch -> {
            if (batch.equals("B")) {
                throw new StewardException(kind, "It broke.", "Look.", null);
            }
            return new PromotionResult(batch, batch, 1);
        };
        return new PromoteAll(List.of("A", "B", "C", "D"), List.of()).run(promoting, PromotionResult::batch);
    }

    private void companies(String... batches) {
        for (String batch : batches) {
            run(database, "INSERT INTO intake.company_raw_intake (company, website, import_batch_id, validated) SELECT '" + batch
                    + "' || n, 'https://' || n || '.example', '" + batch + "', true FROM generate_series(1, 2) n");
        }
    }

    private void rows(String entity) {
        if (entity.equals("company")) {
            companies("A");
        } else {
            run(database, """
                    INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                    VALUES ('04.04.01.00.00001.001', 'Acme', 'https://acme.example', 'crm');
                    INSERT INTO intake.people_raw_intake (first_name, last_name, company_name, import_batch_id, validated)
                    SELECT 'Ann', 'Lee', 'Acme', 'A', true FROM generate_series(1, 2)""");
        }
    }

    private void takeBack() {
        run(database, "SELECT shq.take_back_promotion((SELECT validation_run_id FROM shq.run_detail ORDER BY run_no LIMIT 1), 'ann')");
    }

    private String all(String entity, String... options) {
        var arguments = new ArrayList<>(List.of("promote", "--all"));
        arguments.addAll(List.of(options));
        return said(entity, arguments.toArray(String[]::new));
    }

    private String said(String entity, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        if (entity.equals("people")) {
            all.add("--people");
        }
        assertThat(session.run(all.toArray(String[]::new))).as(session.err()).isZero();
        return session.out();
    }

    private static String intake(String entity) {
        return "intake." + entity + "_raw_intake";
    }

    private static String master(String entity) {
        return "marketing." + entity + "_master";
    }
}
