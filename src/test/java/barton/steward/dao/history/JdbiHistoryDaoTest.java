package barton.steward.dao.history;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.SlotFields;
import barton.steward.catalog.Table;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.history.Action;
import barton.steward.model.history.BulkResult;
import barton.steward.model.history.Change;
import barton.steward.model.history.EditResult;
import barton.steward.model.history.UndoResult;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.support.TestDatabases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbiHistoryDaoTest {
    private static final String COMPANY = "04.04.01.00.00001.001";
    private static final Selection ALL = Selection.all(Query.all(Table.INTAKE));

    private DataSource source;
    private Daos daos;
    private HistoryDao history;

    @BeforeEach
    void make() {
        source = TestDatabases.migrated();
        daos = JdbiDaos.over(Database.over(TestDatabases.pooled(source)));
        history = daos.history();
        TestDatabases.run(source, """
                INSERT INTO intake.company_raw_intake (id, company, company_state, import_batch_id, validated, validation_notes,
                                                       validated_at, validated_by)
                VALUES (1, 'one', 'Ohio', 'B1', false, 'website: is missing', NULL, NULL),
                       (2, 'two', 'Ohio', 'B2', NULL, NULL, NULL, NULL),
                       (3, 'three', 'Iowa', NULL, true, E'note: fine', '2025-01-01 10:00:00.123456Z', 'ann');
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                VALUES ('04.04.01.00.00001.001', 'Acme', 'https://acme.example', 'legacy')""");
    }

    @Test
    void anEditIsTakenBack() {
        List<List<Object>> before = values();
        long action = ((EditResult.Saved) daos.tables().edit(row(1), Map.of(IntakeFields.COMPANY, "x", IntakeFields.NUM_EMPLOYEES, 3),
                "beth")).actionId();
        assertThat(history.undo(action, "ann")).isInstanceOfSatisfying(UndoResult.Undone.class, u -> assertThat(u.rows()).isEqualTo(1));
        assertThat(values()).isEqualTo(before);
    }

    @Test
    void everyBulkActionIsTakenBack() {
        List<List<Object>> before = values();
        List<BulkResult> done = List.of(daos.intake().mark(ALL, true, Optional.of("ok"), "beth", 2),
                daos.intake().mark(ALL, false, Optional.empty(), "beth", 3), daos.intake().assignBatch(ALL, "B9", "beth", 3),
                daos.intake().fillStates(ALL, "beth", 3));
        assertThat(values()).isNotEqualTo(before);
        for (BulkResult result : done.reversed()) {
            assertThat(undo(((BulkResult.Done) result).actionId())).isInstanceOf(UndoResult.Undone.class);
        }
        assertThat(values()).isEqualTo(before);
    }

    @Test
    void takingBackIsItselfAnActionThatCanBeTakenBack() {
        long action = mark();
        List<List<Object>> marked = values();
        var undone = (UndoResult.Undone) undo(action);
        assertThat(history.latest(1)).singleElement().satisfies(a -> {
            assertThat(a.id()).isEqualTo(undone.actionId());
            assertThat(a.kind()).isEqualTo("undo");
            assertThat(a.summary()).isEqualTo("Took back: Marked validated");
            assertThat(a.rows()).isEqualTo(2);
        });
        assertThat(undo(undone.actionId())).isInstanceOf(UndoResult.Undone.class);
        assertThat(values()).isEqualTo(marked);
    }

    @Test
    void whatWasTakenBackIsDoneAgainInTurnUntilSomethingElseIsDone() {
        List<List<Object>> before = values();
        long first = edit(1, "once");
        long second = edit(2, "twice");
        List<List<Object>> after = values();
        undo(second);
        undo(first);
        assertThat(values()).isEqualTo(before);

        redo("Did again: Changed Company of 1");
        redo("Did again: Changed Company of 2");
        assertThat(values()).isEqualTo(after);
        assertThat(history.latestUndone("beth")).isEmpty();
        long again = history.latestStanding("beth").orElseThrow().id();
        assertThat(history.latest(1).getFirst().kind()).isEqualTo("redo");
        assertThat(undo(again)).isInstanceOf(UndoResult.Undone.class);
        assertThat(history.latestUndone("ann")).isEmpty();
        redo("Did again: Changed Company of 2");

        undo(history.latestStanding("beth").orElseThrow().id());
        edit(3, "something else");
        assertThat(history.latestUndone("beth")).isEmpty();
    }

    @Test
    void whatWouldBeLostByDoingAnActionAgainKeepsItFromBeingDone() {
        undo(edit(1, "once"));
        daos.tables().edit(row(1), Map.of(IntakeFields.COMPANY, "by others"), "ann");
        assertThat(reasons(undo(history.latestUndone("beth").orElseThrow().id()))).containsExactly("1 row was changed since.");
        assertThat(row(1).text(IntakeFields.COMPANY)).isEqualTo("by others");
    }

    private long edit(long id, String company) {
        return ((EditResult.Saved) daos.tables().edit(row(id), Map.of(IntakeFields.COMPANY, company), "beth")).actionId();
    }

    private void redo(String summary) {
        assertThat(undo(history.latestUndone("beth").orElseThrow().id())).isInstanceOf(UndoResult.Undone.class);
        assertThat(history.latest(1).getFirst().summary()).isEqualTo(summary);
    }

    @Test
    void anActionIsTakenBackOnlyOnce() {
        long action = mark();
        long undo = ((UndoResult.Undone) undo(action)).actionId();
        assertThat(reasons(undo(action))).containsExactly("It was taken back already, by action " + undo + ".");
        assertThat(history.latest(10)).extracting(Action::undoneBy).containsExactly(null, undo);
    }

    @Test
    void anActionThatNeverWasIsRefused() {
        assertThat(reasons(undo(4711))).containsExactly("There is no action 4711.");
    }

    @Test
    void whatWasChangedSinceIsNotOverwritten() {
        long action = mark();
        daos.tables().edit(row(2), Map.of(IntakeFields.COMPANY_ADDRESS, "another field"), "ann");
        TestDatabases.run(source, "UPDATE intake.company_raw_intake SET validation_notes = 'note: mine' WHERE id = 1");
        List<List<Object>> before = values();
        assertThat(reasons(undo(action))).containsExactly("1 row was changed since.");
        assertThat(values()).isEqualTo(before);
        assertThat(history.latest(10)).hasSize(2);
    }

    @Test
    void aChangeOfAnotherFieldIsKeptWhenAnActionIsTakenBack() {
        long action = mark();
        daos.tables().edit(row(2), Map.of(IntakeFields.COMPANY_ADDRESS, "moved"), "ann");
        assertThat(undo(action)).isInstanceOf(UndoResult.Undone.class);
        assertThat(row(2).get(IntakeFields.COMPANY_ADDRESS)).isEqualTo("moved");
        assertThat(row(2).get(IntakeFields.VALIDATED)).isNull();
    }

    @Test
    void whatWasPromotedSinceStays() {
        long action = mark();
        TestDatabases.run(source, "SELECT shq.promote_company_records('B1', 'ann')");
        assertThat(reasons(undo(action))).containsExactly("1 row was promoted since.");
        assertThat(row(1).get(IntakeFields.VALIDATED)).isEqualTo(true);
    }

    @Test
    void rowsThatAreGoneAreNamed() {
        long action = mark();
        TestDatabases.run(source, "DELETE FROM intake.company_raw_intake WHERE id = 2");
        assertThat(reasons(undo(action))).containsExactly("1 row is not there any more.");
    }

    @Test
    void anActionIsTakenBackInAnotherTimeZoneToo() {
        List<List<Object>> before = values();
        long action = ((BulkResult.Done) daos.intake().mark(ALL, false, Optional.of("x"), "beth", 3)).actionId();
        long again = ((BulkResult.Done) daos.intake().mark(ALL, true, Optional.of("y"), "beth", 3)).actionId();
        TimeZone usual = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
            assertThat(undo(again)).isInstanceOf(UndoResult.Undone.class);
            assertThat(undo(action)).isInstanceOf(UndoResult.Undone.class);
        } finally {
            TimeZone.setDefault(usual);
        }
        assertThat(values()).isEqualTo(before);
    }

    @Test
    void anAddedSlotIsTakenBackAndAddedAgain() {
        Row slot = daos.slots().add(COMPANY, "division", "Division A – Charleston Campus", "beth");
        var removed = (UndoResult.Undone) undo(history.latest(1).getFirst().id());
        assertThat(daos.tables().row(Table.SLOTS, slot.key())).isEmpty();
        assertThat(undo(removed.actionId())).isInstanceOf(UndoResult.Undone.class);
        assertThat(daos.tables().row(Table.SLOTS, slot.key()).orElseThrow().values()).isEqualTo(slot.values());
    }

    @Test
    void aSlotWithPeopleStays() {
        Row slot = daos.slots().add(COMPANY, "division", "A", "beth");
        TestDatabases.run(source, """
                INSERT INTO marketing.people_master (unique_id, company_unique_id, company_slot_unique_id, first_name, last_name,
                                                     source_system)
                VALUES ('04.04.02.00.00001.001', '%s', '%s', 'Ann', 'Lee', 'test')""".formatted(COMPANY, slot.key()));
        assertThat(reasons(undo(history.latest(1).getFirst().id()))).containsExactly("1 row was given people since.");
        assertThat(daos.tables().row(Table.SLOTS, slot.key())).isPresent();
    }

    @Test
    void aSlotThatWasRenamedSinceStays() {
        Row slot = daos.slots().add(COMPANY, "division", "A", "beth");
        long added = history.latest(1).getFirst().id();
        daos.tables().edit(slot, Map.of(SlotFields.SLOT_LABEL, "B"), "beth");
        assertThat(reasons(undo(added))).containsExactly("1 row was changed since.");
    }

    @Test
    void aRecordKnowsItsChangesNewestFirst() {
        mark();
        daos.tables().edit(row(1), Map.of(IntakeFields.COMPANY, "renamed"), "ann");
        List<Change> changes = history.of(Table.INTAKE, 1L, 10);
        assertThat(changes.getFirst()).satisfies(c -> assertThat(List.of(c.action().kind(), c.field(), c.before(), c.after(),
                        c.action().executor()))
                .containsExactly("edit", "company", "one", "renamed", "ann"));
        Map<String, List<String>> marked = changes.stream().filter(c -> c.action().kind().equals("mark"))
                .collect(Collectors.toMap(Change::field,
                c -> List.of(String.valueOf(c.before()), String.valueOf(c.after()))));
        assertThat(marked).containsEntry("validated", List.of("false", "true"))
                .containsEntry("validated_by", List.of("null", "beth"))
                .containsEntry("validation_notes", List.of("website: is missing", "null"))
                .containsKey("validated_at").hasSize(4);
        assertThat(history.of(Table.INTAKE, 1L, 2)).isEqualTo(changes.subList(0, 2));
        assertThat(history.of(Table.MASTER, "1", 10)).isEmpty();
    }

    @Test
    void aChangeKnowsWhatElseItsActionChangedAndWhetherItStands() {
        long action = mark();
        assertThat(history.of(Table.INTAKE, 1L, 10)).allSatisfy(c -> {
            assertThat(c.action().rows()).isEqualTo(2);
            assertThat(c.action().summary()).isEqualTo("Marked validated");
            assertThat(c.action().undoneBy()).isNull();
        });
        long undo = ((UndoResult.Undone) undo(action)).actionId();
        assertThat(history.of(Table.INTAKE, 1L, 10)).filteredOn(c -> c.action().id() == action).isNotEmpty()
                .allSatisfy(c -> assertThat(c.action().undoneBy()).isEqualTo(undo));
    }

    @Test
    void theLatestActionOfAStewardIsFoundBehindThoseOfOthers() {
        long first = ((EditResult.Saved) daos.tables().edit(row(1), Map.of(IntakeFields.COMPANY, "x"), "beth")).actionId();
        long second = ((EditResult.Saved) daos.tables().edit(row(1), Map.of(IntakeFields.COMPANY, "y"), "beth")).actionId();
        for (int i = 0; i < 110; i++) {
            daos.tables().edit(row(2), Map.of(IntakeFields.COMPANY, "by the other " + i), "ann");
        }
        assertThat(history.latestStanding("beth")).map(Action::id).hasValue(second);
        undo(second);
        assertThat(history.latestStanding("beth")).map(Action::id).hasValue(first);
        undo(first);
        assertThat(history.latestStanding("beth")).isEmpty();
    }

    private long mark() {
        return ((BulkResult.Done) daos.intake().mark(ALL, true, Optional.empty(), "beth", 2)).actionId();
    }

    private UndoResult undo(long action) {
        return history.undo(action, "beth");
    }

    private static List<String> reasons(UndoResult result) {
        return ((UndoResult.Refused) result).reasons();
    }

    private Row row(long id) {
        return daos.tables().row(Table.INTAKE, id).orElseThrow();
    }

    private List<List<Object>> values() {
        var values = new ArrayList<List<Object>>();
        daos.tables().stream(ALL, row -> values.add(row.values()));
        return values;
    }
}
