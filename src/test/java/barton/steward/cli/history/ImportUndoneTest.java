package barton.steward.cli.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import barton.steward.catalog.Entity;
import barton.steward.cli.TestCommands;
import barton.steward.support.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// An import is taken back, and its batch discarded, as far as nothing depends on its rows; of companies as of people.
@ParameterizedClass
@EnumSource(Entity.class)
class ImportUndoneTest {
    @Parameter
    private Entity entity;

    @TempDir
    private Path folder;
    private final DataSource database = TestDatabases.migrated();
    private final TestCommands steward = new TestCommands(database);

    /// Three rows, of which the first gets what the tests do.
    @BeforeEach
    void imported() throws IOException {
        assertThat(take("three", "Acme", "Bolt", "Core")).isZero();
    }

    @Test
    void anImportStandsInTheHistoryAndIsTakenBackAndDoneAgain() throws IOException {
        String before = rows();
        assertThat(run("history")).contains("Imported three.csv into batch B").contains(" 3 ");
        assertThat(run("undo", action())).isEqualTo("3 rows are as they were before (action 2).\n");
        assertThat(rows()).isNull();
        assertThat(run("undo", "2")).startsWith("3 rows are as they were before");
        assertThat(rows()).isEqualTo(before);
        assertThat(steward.run("undo", action())).isEqualTo(1);
        assertThat(run("undo", "3")).startsWith("3 rows are as they were before");
        assertThat(rows()).isNull();
    }

    @Test
    void aFileWhoseImportWasTakenBackIsTakenAsIfItHadNotBeen() throws IOException {
        run("undo", action());
        assertThat(take("three", "Acme", "Bolt", "Core")).isZero();
        assertThat(take("three", "Acme", "Bolt", "Core")).isEqualTo(1);
        assertThat(steward.err()).contains("taken into batch B already").contains("(action 3)");
        run("discard", "--batch", "B");
        assertThat(take("three", "Acme", "Bolt", "Core")).isZero();
    }

    @Test
    void rowsOfAnotherFileOfTheBatchStayWhereOneImportIsTakenBack() throws IOException {
        take("one", "--append", "Dune");
        run("undo", action());
        assertThat(ask("SELECT string_agg(" + name() + ", ' ') FROM " + intake())).isEqualTo("Dune");
    }

    @Test
    void whatRulesSaidOfARowGoesAndComesBackWithIt() {
        run("validate", "--batch", "B");
        String before = rows();
        String found = ask("SELECT count(*) FROM shq.finding");
        run("discard", "--batch", "B");
        assertThat(steward.out()).startsWith("3 rows of batch B discarded (action ");
        assertThat(rows()).isNull();
        assertThat(run("undo", ask("SELECT max(action_id) FROM shq.action"))).startsWith("3 rows are as they were before");
        assertThat(rows()).isEqualTo(before);
        assertThat(ask("SELECT count(*) FROM shq.finding")).isEqualTo(found);
        assertThat(run("undo", action())).startsWith("3 rows are as they were before");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dependences")
    void whatSomethingDependsOnStaysAndIsNamed(String why, String companies, String people) throws IOException {
        String does = entity == Entity.COMPANY ? companies : people;
        if (does == null) {
            return;
        }
        TestDatabases.run(database, does);
        assertThat(steward.run("undo", action())).isEqualTo(1);
        assertThat(steward.err()).contains("1 row was " + why + " since.").contains("Among them 1 ");
        assertThat(count()).isEqualTo("3");

        assertThat(run("discard", "--batch", "B", "--dry-run")).contains(why)
                .startsWith("2 rows of batch B would be discarded; nothing was changed. 1 row stays.");
        assertThat(count()).isEqualTo("3");
        run("discard", "--batch", "B", "--json");
        assertThat(steward.out()).contains("\"announced\":2,\"discarded\":2,\"stay\":1,\"staying\":[{\"id\":1,")
                .contains("\"because\":\"" + why);
        assertThat(ask("SELECT id FROM " + intake())).isEqualTo("1");
        assertThat(steward.run("discard", "--batch", "B")).isEqualTo(1);
        assertThat(take("three", "Acme", "Bolt", "Core")).isEqualTo(1);
    }

    static Stream<Arguments> dependences() {
        String act = """
                INSERT INTO shq.action (kind, summary, table_name, row_count, executor) VALUES ('%2$s', 'x', '%1$s', 1, 'eve');
                INSERT INTO shq.change (action_id, keys, before, after)
                SELECT max(action_id), '{1}', ARRAY['{"x": 1}'::jsonb], ARRAY['{"x": 2}'::jsonb] FROM shq.action""";
        return Stream.of(
                arguments("promoted", """
                        INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system, source_record_id)
                        VALUES ('04.04.01.01.00001.001', 'Acme', 'acme.example', 'intake_promotion', '1')""", """
                        INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                        VALUES ('04.04.01.01.00001.001', 'Acme', 'acme.example', 'x');
                        INSERT INTO marketing.people_master (unique_id, company_unique_id, company_slot_unique_id, first_name, last_name,
                                                             source_system, source_record_id)
                        SELECT '04.04.02.01.00001.001', s.company_unique_id, s.company_slot_unique_id, 'Ann', 'Acme', 'intake_promotion',
                               '1'
                        FROM marketing.company_slots s"""),
                arguments("decided about as a match", """
                        INSERT INTO shq.action (kind, summary, table_name, row_count, executor) VALUES ('match', 'x', 'y', 0, 'eve');
                        INSERT INTO shq.match_decision (action_id, intake_id, master_id, decision, executor)
                        SELECT max(action_id), 1, 'M', 'different', 'eve' FROM shq.action""", null),
                arguments("reviewed", review("company"), review("person")),
                arguments("drawn for an audit", audit("company"), audit("person")),
                arguments("marked or rejected by hand", act.formatted("intake.company_raw_intake", "mark"),
                        act.formatted("intake.people_raw_intake", "mark")),
                arguments("edited", act.formatted("intake.company_raw_intake", "edit"), act.formatted("intake.people_raw_intake", "fix")),
                arguments("enriched", enriched("company"), enriched("person")));
    }

    private static String review(String entity) {
        return "INSERT INTO shq.review (entity, intake_id, verdict, seen, reviewed_by, request_id) VALUES ('" + entity
                + "', 1, 'accepted', 's', 'eve', gen_random_uuid()), ('" + entity + "', 2, 'skipped', 's', 'eve', gen_random_uuid())";
    }

    private static String audit(String entity) {
        return """
                INSERT INTO shq.audit (audit_id, entity, batch, validated_only, method, lot_size, sample_size, confidence, seed, judges,
                                       gated, executor)
                VALUES ('AUD', '%s', 'B', false, 'size', 3, 1, 0.9, 1, 1, false, 'eve');
                INSERT INTO shq.audit_sample (audit_no, place, intake_id, stands_for, row_data)
                VALUES (1, 1, 1, 1, '{}')""".formatted(entity);
    }

    private static String enriched(String entity) {
        return "INSERT INTO shq.intake_enrichment (entity, intake_id, payload, executor) VALUES ('" + entity + "', 1, '{}', 'eve')";
    }

    @Test
    void whatWasDoneAndTakenBackKeepsNoRow() {
        steward.run("fix", "--batch", "B", "--field", entity.state().name(), "--set", "Ohio", entityOption());
        String fix = ask("SELECT max(action_id) FROM shq.action");
        assertThat(run("undo", fix)).startsWith("3 rows are");
        assertThat(run("undo", action())).startsWith("3 rows are as they were before");
    }

    @Test
    void rowsThatAreClearedAreMissedWhereTheirImportIsTakenBack() {
        TestDatabases.run(database, "DELETE FROM " + intake() + " WHERE id = 2");
        assertThat(steward.run("undo", action())).isEqualTo(1);
        assertThat(steward.err()).contains("1 row is not there any more.");
    }

    @Test
    void theStoryOfABatchTellsThatItWasDiscarded() {
        run("discard", "--batch", "B");
        assertThat(run("batch", "--batch", "B")).contains("Discarded batch B");
    }

    private int take(String file, String... more) throws IOException {
        var options = new ArrayList<>(List.of("import", entity.plural(), folder.resolve(file + ".csv").toString(), "--batch", "B"));
        var text = new StringBuilder(entity == Entity.COMPANY ? "Company\n" : "Last Name\n");
        for (String each : more) {
            if (each.startsWith("--")) {
                options.add(each);
            } else {
                text.append(each).append('\n');
            }
        }
        Files.writeString(folder.resolve(file + ".csv"), text);
        return steward.run(options.toArray(String[]::new));
    }

    private String run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        if (List.of("discard", "validate", "batch", "fix").contains(arguments[0])) {
            all.add(entityOption());
        }
        steward.run(all.stream().filter(a -> !a.isEmpty()).toArray(String[]::new));
        assertThat(steward.err()).doesNotContain("Usage");
        return steward.out() + steward.err();
    }

    private String entityOption() {
        return entity == Entity.COMPANY ? "--executor=ann" : "--people";
    }

    private String action() {
        return ask("SELECT min(action_id) FROM shq.action WHERE kind = 'import'");
    }

    private String intake() {
        return entity.intake().qualifiedName();
    }

    private String name() {
        return entity == Entity.COMPANY ? "company" : "last_name";
    }

    private String count() {
        return ask("SELECT count(*) FROM " + intake());
    }

    private String rows() {
        return ask("SELECT string_agg(t::text, E'\\n' ORDER BY id) FROM " + intake() + " t");
    }

    private String ask(String sql) {
        return TestDatabases.ask(database, sql);
    }
}
