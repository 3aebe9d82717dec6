package barton.steward.db.agents;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.cli.TestCommands;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What agents call, beyond the examples of the page: what is refused, left alone, taken back and done by two at once.
class AgentFunctionsTest {
    private static final String UNDONE = "04.04.01.01.00001.001";
    private static final String KEPT = "04.04.01.01.00002.002";
    private static final String TWICE = "04.04.01.01.00003.003";
    private static final String EVERYTHING = """
            SELECT md5(concat_ws(' ', (SELECT jsonb_agg(t ORDER BY t.company_unique_id) FROM marketing.company_sidecar t),
                       (SELECT jsonb_agg(t ORDER BY t.id) FROM intake.company_raw_intake t), (SELECT count(*) FROM shq.action),
                       (SELECT count(*) FROM shq.run_detail), (SELECT count(*) FROM shq.answered_call)))""";
    private static DataSource database;

    @BeforeAll
    static void records() {
        database = TestDatabases.migrated();
        for (String key : List.of(UNDONE, KEPT, TWICE)) {
            run(database, """
                    INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                    VALUES ('%1$s', 'Company %1$s', 'https://c.example', 'demo')""".formatted(key));
        }
        run(database, """
                INSERT INTO intake.company_raw_intake (company, num_employees, company_phone, import_batch_id)
                SELECT 'Company ' || b, 40, '+13045550100', b FROM unnest(ARRAY['STATE', 'UNDO', 'CONFLICT', 'REFUSED', 'AGAIN']) AS b;
                INSERT INTO intake.people_raw_intake (first_name, skills, import_batch_id) VALUES ('Ann', ARRAY['sql', 'a "b"'], 'STATE');
                SELECT shq.validate_company_batch(b, 'rules') FROM unnest(ARRAY['STATE', 'UNDO', 'CONFLICT', 'REFUSED', 'AGAIN']) AS b;
                SELECT shq.validate_people_batch('STATE', 'rules')""");
    }

    @ParameterizedTest
    @EnumSource(Entity.class)
    void recordsGoOutWithTheStateAndTheFieldsThatFilesHave(Entity entity) {
        var file = new ArrayList<String>();
        JdbiDaos.over(Database.over(database)).enriched().failed(entity, "STATE", file::add);
        assertThat(file).hasSize(1);
        assertThat(ask(database, """
                SELECT (to_jsonb(r) - 'notes') = ('%s'::jsonb - 'notes') FROM shq.records_to_enrich('%s', 'STATE') r"""
                .formatted(file.getFirst().replace("'", "''"), entity.word()))).isEqualTo("t");
    }

    @ParameterizedTest
    @EnumSource(Entity.class)
    void theColumnsThatCanBeSetAreThoseThatStewardsCanEdit(Entity entity) {
        assertThat(TestDatabases.list(database, "SELECT unnest(shq.fillable_columns('%s'))".formatted(entity.word())))
                .containsExactlyElementsOf(entity.intake().fields().stream().filter(Field::editable).map(Field::name).toList());
        assertThat(TestDatabases.list(database, "SELECT unnest(s.columns) FROM shq.sidecars() s WHERE s.entity = '%s'"
                .formatted(entity.word()))).containsExactlyElementsOf(entity.sidecar().fields().stream()
                .filter(f -> f.editable() || f == entity.enrichedAt()).map(Field::name).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{}", "null", "[1]", "[{}]", "[{\"company_unique_id\": null}]", "[{\"company_unique_id\": \"%1$s\", \"ein\": \"1\"}]",
        "[{\"company_unique_id\": \"%1$s\"}, {\"company_unique_id\": \"%1$s\"}]",
        "[{\"company_unique_id\": \"%1$s\", \"created_at\": \"1\"}]",
        "[{\"company_unique_id\": \"%1$s\", \"clay_tags\": \"b2b\"}]", "[{\"company_unique_id\": \"%1$s\", \"ein_number\": {\"a\": 1}}]",
        "[{\"company_unique_id\": \"%1$s\", \"confidence_score\": \"high\"}]",
        "[{\"company_unique_id\": \"%1$s\", \"confidence_score\": 101}]",
        "[{\"company_unique_id\": \"%1$s\", \"ein_number\": \"55-1\"}, {\"company_unique_id\": \"%1$s\", \"confidence_score\": []}]"})
    void sidecarsThatCannotBeAreRefusedAsAWhole(String records) {
        String before = ask(database, EVERYTHING);
        assertThatThrownBy(() -> ask(database, "SELECT s.made FROM shq.upsert_sidecars('company', '%s', 'bot', gen_random_uuid()) s"
                .formatted(records.formatted(KEPT)))).isInstanceOf(IllegalStateException.class);
        assertThat(ask(database, EVERYTHING)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '!', textBlock = """
            "fields": {"website": "https://a.example"}                          ; lacks its state
            "state": "x"                                                        ; no object
            "state": "x", "fields": []                                          ; no object
            "state": "x", "fields": {"nope": 1}                                 ; “nope”, which cannot be set
            "state": "x", "fields": {"validated": true}                         ; “validated”, which cannot be set
            "state": "x", "fields": {"website": ["a"]}                          ; “website”, which is of another type
            "state": "x", "fields": {"num_employees": true}                     ; “num_employees”, which is of another type
            "state": "x", "fields": {"num_employees": "many"}                   ; invalid input syntax
            "state": "x", "fields": {}, "more": 1                               ; “more”, which is not known here
            "state": "x", "fields": {}, "enrichment": {}                        ; another enrichment
            "state": "x", "fields": {}, "enrichment": {"payload": 1}            ; another enrichment
            "state": "x", "fields": {}, "enrichment": {"payload": {}, "x": 1}   ; another enrichment
            "state": "x", "fields": {}, "enrichment": {"payload": {}, "confidence": "high"} ; another enrichment
            """)
    void recordsThatCannotBeAreRefusedAsAWhole(String members, String reason) {
        String before = ask(database, EVERYTHING);
        String id = ask(database, "SELECT id FROM intake.company_raw_intake WHERE import_batch_id = 'REFUSED'");
        assertThatThrownBy(() -> fill("REFUSED", "[{\"id\": %s, %s}]".formatted(id, members), UUID.randomUUID().toString()))
                .rootCause().hasMessageContaining(reason);
        assertThat(ask(database, EVERYTHING)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            'company', 'REFUSED', ' ', gen_random_uuid()           ; needs an executor
            'firm', 'REFUSED', 'bot', gen_random_uuid()            ; no kind of record
            'company', '', 'bot', gen_random_uuid()                ; none may be blank
            'company', 'REFUSED', 'bot', NULL                      ; needs a key
            'company', 'REFUSED', 'bot', gen_random_uuid(), 'nope' ; no set of rules
            """, quoteCharacter = '"')
    void aCallWithoutWhatItNeedsIsRefused(String arguments, String reason) {
        assertThatThrownBy(() -> ask(database, "SELECT v.run FROM shq.validate_and_promote_once(%s) v".formatted(arguments)))
                .rootCause().hasMessageContaining(reason);
    }

    @Test
    void aKeyIsForOneCallAlone() {
        String key = UUID.randomUUID().toString();
        assertThat(fill("AGAIN", "[]", key)).isEqualTo("0 0 0 {} {}");
        assertThat(fill("AGAIN", "[]", key)).isEqualTo("0 0 0 {} {}");
        assertThatThrownBy(() -> fill("STATE", "[]", key)).rootCause().hasMessageContaining("was used for something else");
        assertThatThrownBy(() -> sidecars("[]", key)).rootCause().hasMessageContaining("was used for something else");
        run(database, "BEGIN; SET LOCAL steward.request_id = '8d3f3c52-3c44-4e0f-a3d6-1f6a3d1c0a01';"
                + " SELECT shq.validate_and_promote('AGAIN', 'bot'); COMMIT");
        assertThatThrownBy(() -> sidecars("[]", "8d3f3c52-3c44-4e0f-a3d6-1f6a3d1c0a01"))
                .rootCause().hasMessageContaining("was used for something else");
    }

    @Test
    void whatChangedSinceItWasReadIsLeftAloneAndTold() {
        String records = ask(database, """
                SELECT jsonb_agg(jsonb_build_object('id', r.id, 'state', r.state, 'fields', '{"website": "https://late.example"}'::jsonb))
                       || '[{"id": 987654321, "state": "x", "fields": {}}]'
                FROM shq.records_to_enrich('company', 'CONFLICT') r""");
        run(database, "UPDATE intake.company_raw_intake SET website = 'https://soon.example' WHERE import_batch_id = 'CONFLICT'");
        String id = ask(database, "SELECT id FROM intake.company_raw_intake WHERE import_batch_id = 'CONFLICT'");
        assertThat(fill("CONFLICT", records, UUID.randomUUID().toString())).isEqualTo("0 0 0 {%s} {987654321}".formatted(id));
        assertThat(ask(database, "SELECT website FROM intake.company_raw_intake WHERE import_batch_id = 'CONFLICT'"))
                .isEqualTo("https://soon.example");
    }

    @Test
    void whatWasFilledInIsCheckedAndCanBeTakenBack() {
        String was = ask(database, "SELECT to_jsonb(t) FROM intake.company_raw_intake t WHERE t.import_batch_id = 'UNDO'");
        String records = ask(database, """
                SELECT jsonb_agg(jsonb_build_object('id', r.id, 'state', r.state, 'fields',
                    '{"website": "https://undo.example", "num_employees": null, "industry": " "}'::jsonb,
                    'enrichment', '{"payload": {"a": [1]}, "confidence": 95}'::jsonb)) FROM shq.records_to_enrich('company', 'UNDO') r""");
        assertThat(fill("UNDO", records, UUID.randomUUID().toString())).isEqualTo("1 0 0 {} {}");
        assertThat(ask(database, """
                SELECT concat_ws(' ', t.website, t.num_employees, t.validated,
                    (SELECT e.payload FROM shq.latest_enrichment('company', t.id) e))
                FROM intake.company_raw_intake t WHERE t.import_batch_id = 'UNDO'"""))
                .isEqualTo("https://undo.example t {\"a\": [1]}");
        var commands = new TestCommands(database);
        for (String kind : List.of("validate", "enrich")) {
            String action = ask(database, "SELECT max(action_id) FROM shq.action WHERE kind = '%s' AND executor = 'bot'".formatted(kind));
            assertThat(commands.run("undo", action)).as(commands.err()).isZero();
        }
        assertThat(ask(database, "SELECT to_jsonb(t) FROM intake.company_raw_intake t WHERE t.import_batch_id = 'UNDO'")).isEqualTo(was);
        assertThat(ask(database, "SELECT count(*) FROM intake.company_raw_intake t"
                + " CROSS JOIN LATERAL shq.latest_enrichment('company', t.id) e WHERE t.import_batch_id = 'UNDO'")).isEqualTo("0");
    }

    @Test
    void sidecarsAreMadeAndChangedAndTakenBack() {
        String given = "[{\"company_unique_id\": \"%s\", \"ein_number\": \"55-1\", \"clay_tags\": [\"a\", \"b\"],"
                + " \"last_enriched_at\": \"2025-10-26T12:00:00Z\"}]";
        assertThat(sidecars(given.formatted(UNDONE), UUID.randomUUID().toString())).isEqualTo("1 0 0 {} {}");
        String made = ask(database, "SELECT max(action_id) FROM shq.action");
        String was = sidecar();
        assertThat(sidecars(given.formatted(UNDONE), UUID.randomUUID().toString())).isEqualTo("0 0 1 {} {}");
        String older = given.formatted(UNDONE).replace("55-1", "55-2").replace("2025", "2024");
        assertThat(sidecars(older, UUID.randomUUID().toString())).isEqualTo("0 0 0 {%s} {}".formatted(UNDONE));
        String read = "[{\"company_unique_id\": \"%s\", \"ein_number\": \"55-3\", \"updated_at\": \"2001-01-01\"}]".formatted(UNDONE);
        assertThat(sidecars(read, UUID.randomUUID().toString())).isEqualTo("0 0 0 {%s} {}".formatted(UNDONE));
        assertThat(sidecar()).isEqualTo(was);
        String newer = given.formatted(UNDONE).replace("55-1", "55-4").replace("2025", "2026");
        assertThat(sidecars(newer, UUID.randomUUID().toString())).isEqualTo("0 1 0 {} {}");
        assertThat(ask(database, "SELECT ein_number || clay_tags[2]"
                + " FROM marketing.company_sidecar WHERE company_unique_id = '" + UNDONE + "'"))
                .isEqualTo("55-4b");
        var commands = new TestCommands(database);
        assertThat(commands.run("undo", ask(database, "SELECT max(action_id) FROM shq.action"))).as(commands.err()).isZero();
        assertThat(sidecar()).isEqualTo(was);
        assertThat(commands.run("undo", made)).as(commands.err()).isZero();
        assertThat(sidecar()).isNull();
    }

    private static String sidecar() {
        return ask(database, "SELECT (SELECT to_jsonb(t) - 'updated_at' FROM marketing.company_sidecar t WHERE t.company_unique_id = '"
                + UNDONE + "')");
    }

    @Test
    void twoWhoMakeTheSameCallAtOnceAreAnsweredTheSameAndItIsDoneOnce() throws Exception {
        String key = UUID.randomUUID().toString();
        Callable<String> call = () -> sidecars("[{\"company_unique_id\": \"%s\", \"ein_number\": \"55-9\"}]".formatted(TWICE), key);
        try (var callers = Executors.newFixedThreadPool(4)) {
            for (Future<String> answer : callers.invokeAll(List.of(call, call, call, call))) {
                assertThat(answer.get()).isEqualTo("1 0 0 {} {}");
            }
        }
        assertThat(ask(database, "SELECT count(*) FROM shq.action WHERE request_id = '" + key + "'")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({"viewer,false", "editor,true", "admin,true"})
    void editorsMayCallWhatViewersMayNot(String kind, boolean may) {
        String role = "agents_" + kind;
        run(database, "SELECT shq.grant_role('%s', '%s')".formatted(role, kind));
        assertThat(TestDatabases.list(database, """
                SELECT DISTINCT has_function_privilege('%s', p.oid, 'EXECUTE') FROM pg_proc p
                WHERE p.pronamespace = 'shq'::regnamespace
                  AND p.proname IN ('records_to_enrich', 'fill_enriched', 'upsert_sidecars', 'validate_and_promote_once')"""
                .formatted(role)))
                .containsExactly(may ? "t" : "f");
        assertThatThrownBy(() -> run(TestPostgres.newest().as(database, "postgres", ""), "SET ROLE " + role
                + "; INSERT INTO shq.answered_call (request_id, called, given, answer) VALUES (gen_random_uuid(), 'x', 'x', '{}')"))
                .rootCause().hasMessageContaining("permission denied");
    }

    private static String fill(String batch, String records, String key) {
        return ask(database, """
                SELECT concat_ws(' ', f.filled, f.kept, f.same, f.conflicts, f.unknown)
                FROM shq.fill_enriched('company', '%s', '%s', 'bot', '%s') f""".formatted(batch, records, key));
    }

    private static String sidecars(String records, String key) {
        return ask(database, """
                SELECT concat_ws(' ', s.made, s.changed, s.same, s.conflicts, s.unknown)
                FROM shq.upsert_sidecars('company', '%s', 'bot', '%s') s""".formatted(records, key));
    }
}
