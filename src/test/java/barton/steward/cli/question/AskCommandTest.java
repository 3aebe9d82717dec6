package barton.steward.cli.question;

import static barton.steward.support.TestDatabases.ask;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.cli.TestCommands;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.service.change.BulkChange;
import barton.steward.service.question.NamedQuery;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.task.Tasks;
import barton.steward.ui.virtual.RowsViewModel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AskCommandTest {
    private static final String BATCH = "20251024-WV-BATCH1";
    private static DataSource database;

    private final TestCommands steward = new TestCommands(database);
    private final Daos daos = JdbiDaos.over(Database.over(database));

    @BeforeAll
    static void rows() {
        database = SampleSession.worked(100);
        BulkChange rejecting = SampleSession.over(database).review().mark(false, Optional.of("seen"));
        Selection one = Selection.all(Query.all(Table.INTAKE).where(Condition.is(IntakeFields.ID, 9L)));
        rejecting.perform(one, rejecting.reach(one).rows());
        TestDatabases.run(database, """
                INSERT INTO marketing.email_verification_log (person_unique_id, email, verification_service, verification_result)
                SELECT unique_id, upper(email), 'ZeroBounce', 'valid' FROM marketing.people_master WHERE email_verified;
                UPDATE marketing.email_verification_log SET verified_at = now() - interval '200 days'
                WHERE verification_id IN (SELECT max(verification_id) FROM marketing.email_verification_log)""");
    }

    static Stream<NamedQuery> withRows() {
        return Stream.of(NamedQuery.values()).filter(NamedQuery::findsRows);
    }

    @Test
    void allQuestionsAreListed() {
        assertThat(steward.run("ask")).isZero();
        assertThat(steward.out().lines()).hasSize(NamedQuery.values().length + 1)
                .anyMatch(l -> l.matches("batch-rows +--batch +Rows of a.*"));
        assertThat(steward.run("ask", "--json")).isZero();
        assertThat(steward.out()).contains("{\"name\":\"failed-runs\",\"needs\":\"[--batch]\",\"question\":\"Runs with failed records\"}");
    }

    @ParameterizedTest
    @MethodSource("withRows")
    void theWindowShowsTheRowsThatTheCommandTells(NamedQuery question) {
        String about = about(question);
        Query query = question.query(about).orElseThrow();
        var window = new RowsViewModel(query.table(), Tasks.onSameThread(failure -> {
                    throw failure.cause();
                }), daos.tables());
        window.ask(query);
        List<String> keys = window.rows().stream().map(Row::key).map(Object::toString).toList();

        assertThat(steward.run(arguments(question, about, "--limit", "500", "--json"))).isZero();
        JsonNode answer = new JsonMapper().readTree(steward.out());
        String key = query.table().key().name();
        assertThat(answer.get("count").asLong()).isEqualTo(keys.size()).isPositive();
        assertThat(answer.get("rows").valueStream().map(row -> row.get(key).asString())).containsExactlyInAnyOrderElementsOf(keys);
    }

    @ParameterizedTest
    @MethodSource("withRows")
    void anAnswerShowsWhatTheQuestionIsAbout(NamedQuery question) {
        String about = about(question);
        List<String> columns = question.columns().stream().map(Field::name).toList();
        assertThat(steward.run(arguments(question, about, "--limit", "500"))).isZero();
        assertThat(steward.out().lines().findFirst().orElseThrow().strip().split(" +"))
                .containsExactlyElementsOf(columns.stream().map(c -> c.toUpperCase(Locale.ROOT)).toList());

        assertThat(steward.run(arguments(question, about, "--limit", "500", "--json"))).isZero();
        JsonNode answer = new JsonMapper().readTree(steward.out());
        assertThat(answer.get("columns").valueStream().map(JsonNode::asString)).containsExactlyElementsOf(columns);
        for (String column : columns) {
            assertThat(answer.get("rows").valueStream().map(row -> row.get(column))).as(column)
                    .anyMatch(value -> value != null && !value.isNull() && !value.toString().matches("\"\"|\\[]"));
        }
    }

    static Stream<Arguments> expected() {
        return Stream.of(
                Arguments.of(NamedQuery.VERIFIED_EMAILS,
                        List.of("full_name", "email", "company_name", "verified_at", "verification_service")),
                Arguments.of(NamedQuery.UNVERIFIED_DECISION_MAKERS, List.of("full_name", "title", "seniority", "email", "company_name")),
                Arguments.of(NamedQuery.VALIDATION_HISTORY, List.of("route", "success_rate", "executed_by", "executed_at")),
                Arguments.of(NamedQuery.SEVERAL_SLOTS, List.of("company_name", "slot_count", "slot_labels")),
                Arguments.of(NamedQuery.DEFAULT_SLOT, List.of("company_name", "slot_label")),
                Arguments.of(NamedQuery.PROMOTED, List.of("company", "company_unique_id", "promoted_from_intake_at")),
                Arguments.of(NamedQuery.LOW_CONFIDENCE,
                        List.of("company_name", "confidence_score", "enrichment_source", "last_enriched_at")));
    }

    @ParameterizedTest
    @MethodSource("expected")
    void whatIsAskedForIsAmongTheColumns(NamedQuery question, List<String> columns) {
        assertThat(question.columns()).extracting(Field::name).containsAll(columns);
    }

    @ParameterizedTest
    @EnumSource(value = NamedQuery.class, names = {"BATCH_COUNTS", "VERIFICATION_RATE", "ENRICHMENT_COVERAGE", "SOURCE_RELIABILITY",
        "CONFIDENCE", "QUALITY", "SUCCESS_RATE", "REVIEW_PACE"})
    void figuresAreTheSameAsTextAndAsJson(NamedQuery question) {
        assertThat(steward.run("ask", question.title())).isZero();
        String text = steward.out();
        var json = new TestCommands(database);
        assertThat(json.run("ask", question.title(), "--json")).isZero();
        JsonNode lines = new JsonMapper().readTree(json.out()).get("figures");
        assertThat(lines.size()).isPositive();
        lines.valueStream().flatMap(JsonNode::valueStream).filter(value -> !value.isNull())
                .forEach(value -> assertThat(text).contains(value.asString()));
    }

    @Test
    void figuresAreThoseOfTheDatabase() {
        steward.run("ask", "batch-counts", "--batch", BATCH, "--json");
        String promoted = ask(database, "SELECT count(*) FROM marketing.company_master WHERE import_batch_id = '" + BATCH + "'");
        JsonNode line = new JsonMapper().readTree(steward.out()).get("figures").get(0);
        assertThat(line.get("promoted").asString()).isEqualTo(promoted);
        assertThat(line.get("logged").asString()).isEqualTo(promoted);
        assertThat(line.get("validated").asString()).isEqualTo(ask(database,
                "SELECT count(*) FROM intake.company_raw_intake WHERE validated AND import_batch_id = '" + BATCH + "'"));

        var rate = new TestCommands(database);
        rate.run("ask", "verification-rate", "--json");
        JsonNode whole = new JsonMapper().readTree(rate.out()).get("figures").get(0);
        assertThat(whole.get("rate").decimalValue()).isEqualByComparingTo(ask(database,
                "SELECT round(100.0 * count(*) FILTER (WHERE email_verified) / count(*), 2) FROM marketing.people_master"));
    }

    @Test
    void onlyTheFirstRowsAreShownAndAllAreCounted() {
        steward.run("ask", "verified-emails", "--limit", "3");
        String all = ask(database, "SELECT count(*) FROM marketing.people_master WHERE email_verified");
        assertThat(steward.out()).contains("VERIFIED_AT").endsWith("3 of " + all + " rows.\n");
        assertThat(steward.out().lines()).hasSize(5);
    }

    @Test
    void rowsThatAreNotValidatedCanBeThoseOfABatch() {
        steward.run("ask", "not-validated", "--batch", BATCH, "--json");
        assertThat(new JsonMapper().readTree(steward.out()).get("count").asString()).isEqualTo(ask(database, "SELECT count(*)"
                + " FROM intake.company_raw_intake WHERE validated IS NOT TRUE AND import_batch_id = '" + BATCH + "'"));
    }

    static Stream<NamedQuery> ofMaybeABatch() {
        return withRows().filter(q -> q.of() == NamedQuery.Of.MAYBE_BATCH);
    }

    @ParameterizedTest
    @MethodSource("ofMaybeABatch")
    void aQuestionAboutEverythingCanBeAskedOfOneBatch(NamedQuery question) {
        String batch = question == NamedQuery.FAILED_RUNS ? "FAILED" : BATCH;
        TestDatabases.run(database, """
                INSERT INTO public.shq_validation_log (validation_run_id, source_table, target_table, total_records, failed_records)
                VALUES ('FAILED', 'intake.company_raw_intake', 'marketing.company_master', 3, 3) ON CONFLICT DO NOTHING""");
        JsonNode rows = json(question.title(), "--batch", batch, "--limit", "500").get("rows");
        assertThat(rows.size()).isPositive();
        String field = question.query(null).orElseThrow().table() == Table.LOG ? "batch" : "import_batch_id";
        assertThat(rows.valueStream().map(row -> row.get(field).asString())).containsOnly(batch);
        assertThat(json(question.title(), "--batch", "nobody's").get("count").asInt()).isZero();
    }

    @Test
    void aCompanyIsNamedByItsIdItsNameOrAPartOfIt() {
        String id = ask(database, "SELECT company_unique_id FROM marketing.company_master WHERE company_name = 'Concord University'");
        for (String named : List.of(id, "concord university", "cord univ")) {
            JsonNode slot = json("default-slot", "--company", named);
            assertThat(slot.get("count").asInt()).as(named).isEqualTo(1);
            assertThat(slot.get("rows").get(0).get("company_unique_id").asString()).isEqualTo(id);
        }
    }

    @Test
    void aNameOfSeveralCompaniesOrOfNoneIsRefusedAndThoseAreNamed() {
        assertThat(steward.run("ask", "default-slot", "--company", "Concord")).isEqualTo(1);
        assertThat(steward.err()).contains("“Concord” could be one of several companies: Concord ", "Concord University (04.04.01.");
        assertThat(steward.run("ask", "default-slot", "--company", "no such")).isEqualTo(1);
        assertThat(steward.err()).contains("No company in master has the ID or the name “no such”.");
    }

    @Test
    void whatWasEnrichedTooLongAgoIsToldTheOldestFirstAndWithoutWhatNeverWas() {
        TestDatabases.run(database, """
                INSERT INTO marketing.company_sidecar (company_unique_id)
                SELECT max(company_unique_id) FROM marketing.company_master ON CONFLICT DO NOTHING""");
        assertThat(ask(database, "SELECT count(*) FROM marketing.company_sidecar WHERE last_enriched_at IS NULL")).isEqualTo("1");
        JsonNode rows = json("not-enriched").get("rows");
        assertThat(rows.valueStream().map(row -> row.get("freshness").asString())).isNotEmpty().containsOnly("stale");
        assertThat(rows.valueStream().map(row -> row.get("last_enriched_at").asString())).isSorted();
    }

    @Test
    void whatIsAskedMustBeClear() {
        assertThat(steward.run("ask", "the-weather")).isEqualTo(2);
        assertThat(steward.err()).contains("there is no question 'the-weather'");
        assertThat(steward.run("ask", "batch-rows")).isEqualTo(2);
        assertThat(steward.err()).contains("batch-rows needs --batch");
        assertThat(steward.run("ask", "github", "--batch", "B")).isEqualTo(2);
        assertThat(steward.err()).contains("github is about everything only");
        assertThat(steward.run("ask", "segment", "--segment", "nobody")).isZero();
        assertThat(steward.out()).contains("No row answers this.");
    }

    private JsonNode json(String... arguments) {
        var asked = new TestCommands(database);
        String[] words = Stream.of(Stream.of("ask"), Stream.of(arguments), Stream.of("--json")).flatMap(s -> s).toArray(String[]::new);
        assertThat(asked.run(words)).as(asked.err()).isZero();
        return new JsonMapper().readTree(asked.out());
    }

    private static String about(NamedQuery question) {
        return switch (question.of()) {
            case ALL, MAYBE_BATCH -> null;
            case BATCH -> BATCH;
            case COMPANY -> TestDatabases.ask(database, "SELECT min(company_unique_id) FROM marketing.company_master");
            case SEGMENT -> "decision-maker";
        };
    }

    private static String[] arguments(NamedQuery question, String about, String... more) {
        Stream<String> named = about == null ? Stream.empty() : Stream.of("--" + question.of().name().toLowerCase(Locale.ROOT), about);
        return Stream.concat(Stream.concat(Stream.of("ask", question.title()), named), Stream.of(more)).toArray(String[]::new);
    }
}
