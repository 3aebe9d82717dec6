package barton.steward.dao.history;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.PeopleIntakeFields;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.dao.intake.SourceFile;
import barton.steward.db.Database;
import barton.steward.model.history.BulkResult;
import barton.steward.model.history.EditResult;
import barton.steward.model.history.UndoResult;
import barton.steward.model.intake.InputRecord;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.model.validation.Fix;
import barton.steward.model.validation.Rule;
import barton.steward.support.TestDatabases;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever was done to rows of intake is taken back from people as it is from companies, and as much depends on it.
@ParameterizedClass
@EnumSource(Entity.class)
class UndoOfIntakeTest {
    /// A batch and an abbreviation that follows from the state are nothing that somebody validates.
    private static final String NO_CONTENT = "'validated', 'validated_at', 'validated_by', 'validation_notes', 'updated_at',"
            + " 'import_batch_id', 'state_abbrev'";

    @Parameter
    private Entity entity;

    private DataSource source;
    private Daos daos;

    /// One that failed, one that was rejected, and one that eve validated.
    @BeforeEach
    void rows() {
        source = TestDatabases.migrated();
        daos = JdbiDaos.over(Database.over(TestDatabases.pooled(source)));
        TestDatabases.run(source, company() ? """
                INSERT INTO intake.company_raw_intake (id, company, website, company_phone, company_state, import_batch_id)
                VALUES (1, ' acme ', 'acme.example', '304 555 0101', 'Ohio', 'B'),
                       (2, ' bolt ', 'bolt.example', '304 555 0102', 'Iowa', 'B'),
                       (3, ' core ', 'core.example', '304 555 0103', 'Utah', 'B')""" : """
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                VALUES ('04.04.01.00.00001.001', 'Acme', 'https://acme.example', 'crm');
                INSERT INTO intake.people_raw_intake (id, first_name, last_name, email, title, company_name, linkedin_url, work_phone,
                                                      state, import_batch_id)
                SELECT n, 'Ann', 'Lee', 'ann@acme.example', ' ceo ', 'Acme', 'linkedin.com/in/x', '304 555 010' || n, 'Ohio', 'B'
                FROM generate_series(1, 3) n""");
        TestDatabases.run(source, """
                UPDATE %1$s SET validation_notes = 'website: is odd' WHERE id = 1;
                UPDATE %1$s SET validation_notes = 'rejected: no' WHERE id = 2;
                UPDATE %1$s SET validated = true, validated_by = 'eve', validated_at = '2025-01-02 03:04:05.678901Z' WHERE id = 3"""
                .formatted(intake()));
    }

    @ParameterizedTest
    @EnumSource(value = Deed.class, mode = EnumSource.Mode.EXCLUDE, names = "ENRICH")
    void isTakenBackWholeAndDoneAgain(Deed deed) {
        String before = whole();
        long action = deed.done(this);
        String done = whole();
        assertThat(done).isNotEqualTo(before);

        var undone = (UndoResult.Undone) undo(action);

        assertThat(whole()).isEqualTo(before);
        assertThat(undo(undone.actionId())).isInstanceOf(UndoResult.Undone.class);
        assertThat(whole()).isEqualTo(done);
    }

    @ParameterizedTest
    @EnumSource(Deed.class)
    void leavesNoRowValidatedForContentThatSomebodyElseDidNotSee(Deed deed) {
        long action = deed.done(this);
        TestDatabases.run(source, "UPDATE " + intake() + " SET validated = true, validated_by = 'other' WHERE id = 1");
        String seen = content();

        UndoResult result = undo(action);

        // Those give back what the other did not see, and the validation goes; the others would, and leave it alone.
        assertThat(result instanceof UndoResult.Undone).as("%s", result)
                .isEqualTo(EnumSet.of(Deed.ASSIGN, Deed.EDIT, Deed.FILL_STATES, Deed.LIFT).contains(deed));
        assertThat(content().equals(seen) || !"other".equals(ask("SELECT validated_by FROM " + intake() + " WHERE id = 1")))
                .as("the row as other saw it, or without that validation").isTrue();
    }

    @ParameterizedTest
    @EnumSource(Deed.class)
    void staysWhereARowWasPromotedSince(Deed deed) {
        long action = deed.done(this);
        TestDatabases.run(source, """
                UPDATE %s SET validated = true WHERE id IN (2, 3);
                SELECT shq.promote_%s_records(import_batch_id, 'ann') FROM %1$s WHERE id = 3"""
                .formatted(intake(), company() ? "company" : "people"));
        String promoted = whole();

        assertThat(((UndoResult.Refused) undo(action)).reasons()).last().asString().endsWith("promoted since.");
        assertThat(whole()).isEqualTo(promoted);
    }

    @Test
    void staysWhileARowIsClearedAndIsTakenBackOnceTheRowIsRestoredAndItsPromotionTakenBack() {
        String before = whole();
        long action = Deed.ASSIGN.done(this);
        String promotion = daos.promotion().promote(entity, "C", "beth", UUID.randomUUID()).run();
        String clearing = daos.clearings().clear(entity, "C", OptionalLong.of(1), "beth", UUID.randomUUID()).run();
        String cleared = whole();

        assertThat(undo(action)).isInstanceOf(UndoResult.Refused.class);
        assertThat(whole()).isEqualTo(cleared);

        daos.clearings().restore(clearing, OptionalLong.of(1), "beth", UUID.randomUUID());
        assertThat(((UndoResult.Refused) undo(action)).reasons()).last().asString().endsWith("promoted since.");
        daos.takeBacks().takeBack(promotion, OptionalLong.of(1), "beth", UUID.randomUUID());
        assertThat(undo(action)).isInstanceOf(UndoResult.Undone.class);
        assertThat(whole()).isEqualTo(before);
    }

    @Test
    void aRunOfRulesGivesBackWhatTheRunBeforeFound() {
        run();
        TestDatabases.run(source, "UPDATE " + intake() + " SET " + (company() ? "website" : "first_name") + " = NULL WHERE id IN (1, 3)");
        String second = run();
        List<String> found = found();
        assertThat(found).isNotEmpty().allSatisfy(f -> assertThat(f).endsWith(second));
        TestDatabases.run(source, "UPDATE " + intake() + " SET " + (company() ? "website = 'w.example'" : "first_name = 'Eve'")
                + " WHERE id = 1");
        String filled = whole();
        String third = run();
        assertThat(found()).isNotEqualTo(found);

        assertThat(daos.history().undoRun(third, "ann")).isInstanceOf(UndoResult.Undone.class);

        assertThat(whole()).isEqualTo(filled);
        assertThat(found()).isEqualTo(found);
        run();
        assertThat(ask("SELECT concat_ws(' ', validated, validation_notes) FROM " + intake() + " WHERE id = 1"))
                .as("no line of what was found before is left over").startsWith("t").doesNotContain("missing");
    }

    @Test
    void aMarkIsTakenBackOnceTheRunAfterItWas() {
        String before = whole();
        long mark = Deed.MARK.done(this);
        String run = run();
        assertThat(((UndoResult.Refused) undo(mark)).reasons()).containsExactly("2 rows were changed since.");

        assertThat(daos.history().undoRun(run, "ann")).isInstanceOf(UndoResult.Undone.class);

        assertThat(undo(mark)).isInstanceOf(UndoResult.Undone.class);
        assertThat(whole()).isEqualTo(before);
    }

    @Test
    void anEnrichmentIsTakenBackWithTheRunThatJudgedIt() {
        String before = whole();
        long enrichment = Deed.ENRICH.done(this);
        long run = daos.history().latestStanding("beth").orElseThrow().id();

        assertThat(List.of(undo(run), undo(enrichment))).hasOnlyElementsOfType(UndoResult.Undone.class);

        assertThat(whole()).isEqualTo(before);
    }

    /// Of a second set of rules that says the same of a record, so that its notes stay as they are.
    @Test
    void aRunThatOnlyFindsByOtherRulesGivesBackWhatWasFound() {
        TestDatabases.run(source, "UPDATE " + intake() + " SET " + (company() ? "website" : "first_name") + " = NULL WHERE id = 1");
        run();
        List<String> found = found();
        TestDatabases.run(source, """
                INSERT INTO shq.validation_rule (rule_set, code, entity, field, kind, parameters, severity, message, enabled, position)
                SELECT 'twin', code, entity, field, kind, parameters, severity, message, enabled, position FROM shq.validation_rule
                WHERE rule_set = 'standard'""");
        String twin = daos.validation().validate(entity, "B", "twin", "beth").run();
        assertThat(found()).isNotEqualTo(found);

        assertThat(daos.history().undoRun(twin, "ann")).isInstanceOf(UndoResult.Undone.class);

        assertThat(found()).isEqualTo(found);
    }

    @Test
    void aRunThatChangesNothingIsNoAction() {
        TestDatabases.run(source, "DELETE FROM " + intake() + " WHERE id <> 2");
        run();
        String again = run();

        assertThat(daos.history().latest(10)).isEmpty();
        assertThat(((UndoResult.Refused) daos.history().undoRun(again, "ann")).reasons())
                .singleElement().asString().contains("it changed no record");
    }

    private enum Deed {
        EDIT(t -> ((EditResult.Saved) t.daos.tables().edit(t.daos.tables().row(t.selection().table(), 3L).orElseThrow(),
                Map.of(t.name(), "Other"), "beth")).actionId()),
        MARK(t -> action(t.daos.intake().mark(t.selection(), true, Optional.of("fine"), "beth", 2))),
        REJECT(t -> action(t.daos.intake().mark(t.selection(), false, Optional.of("never"), "beth", 3))),
        LIFT(t -> action(t.daos.intake().liftRejections(t.selection(), "beth", 1))),
        ASSIGN(t -> action(t.daos.intake().assignBatch(t.selection(), "C", "beth", 3))),
        FILL_STATES(t -> action(t.daos.intake().fillStates(t.selection(), "beth", 3))),
        SET(t -> t.fixed(t.name(), new Fix.SetValue("changed"))),
        EMPTY(t -> t.fixed(t.web(), new Fix.SetValue(""))),
        TRIM(t -> t.fixed(t.name(), new Fix.Trim())),
        CASE(t -> t.fixed(t.name(), new Fix.ChangeCase(Fix.Letters.UPPER))),
        REPLACE(t -> t.fixed(t.web(), new Fix.Replace(".", "-", false))),
        PHONE(t -> t.fixed(t.company() ? IntakeFields.COMPANY_PHONE : PeopleIntakeFields.WORK_PHONE, new Fix.NormalisePhone())),
        SCHEME(t -> t.fixed(t.web(), new Fix.AddScheme())),
        JUDGE(t -> {
            t.run();
            return t.daos.history().latestStanding("beth").orElseThrow().id();
        }),
        ENRICH(t -> t.daos.enriched().importRecords(t.entity, "B", new SourceFile("e.json", "0".repeat(64)), false, t::enriched,
                Rule.STANDARD, false, OptionalLong.empty(), "beth", UUID.randomUUID()).actions().getFirst());

        private final ToLongFunction<UndoOfIntakeTest> deed;

        Deed(ToLongFunction<UndoOfIntakeTest> deed) {
            this.deed = deed;
        }

        long done(UndoOfIntakeTest test) {
            return deed.applyAsLong(test);
        }

        private static long action(BulkResult result) {
            return ((BulkResult.Done) result).actionId();
        }
    }

    private boolean company() {
        return entity == Entity.COMPANY;
    }

    private String intake() {
        return entity.intake().qualifiedName();
    }

    private Selection selection() {
        return Selection.all(Query.all(entity.intake()));
    }

    private Field name() {
        return company() ? IntakeFields.COMPANY : PeopleIntakeFields.TITLE;
    }

    private Field web() {
        return company() ? IntakeFields.WEBSITE : PeopleIntakeFields.LINKEDIN_URL;
    }

    private long fixed(Field field, Fix fix) {
        long rows = daos.intake().countToFix(selection(), field, fix);
        return Deed.action(daos.intake().fix(selection(), field, fix, "beth", rows, UUID.randomUUID()));
    }

    private String run() {
        return daos.validation().validate(entity, "B", Rule.STANDARD, "beth").run();
    }

    /// What was found in the first record, and in which run.
    private List<String> found() {
        return TestDatabases.list(source, "SELECT concat_ws(' ', f.rule_code, d.validation_run_id) FROM shq.finding f"
                + " JOIN shq.run_detail d ON d.run_no = f.run_no WHERE f.record_id = 1 ORDER BY 1");
    }

    private void enriched(Consumer<InputRecord> sink) {
        for (long id : List.of(1L, 3L)) {
            sink.accept(new InputRecord(id, Long.toString(id), null, "{\"" + name().name() + "\": \"Found\"}"));
        }
    }

    private UndoResult undo(long action) {
        return daos.history().undo(action, "ann");
    }

    private String content() {
        return ask("SELECT (to_jsonb(i) - ARRAY[" + NO_CONTENT + "])::text FROM " + intake() + " i WHERE id = 1");
    }

    private String whole() {
        return ask("SELECT string_agg((to_jsonb(i) - 'updated_at')::text, E'\\n' ORDER BY id) FROM " + intake() + " i");
    }

    private String ask(String sql) {
        return TestDatabases.ask(source, sql);
    }
}
