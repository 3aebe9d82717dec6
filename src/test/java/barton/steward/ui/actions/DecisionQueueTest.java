package barton.steward.ui.actions;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.dao.intake.IntakeDao;
import barton.steward.model.query.Row;
import barton.steward.service.Session;
import barton.steward.support.LostReplies;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.record.RecordViewModel;
import barton.steward.ui.support.Failure;
import barton.steward.ui.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class DecisionQueueTest {
    private static final long FAILED = 7;
    private static final long NEW = 8;

    private final DataSource database = SampleSession.intake(20);
    private final List<Failure> failures = new ArrayList<>();
    private final List<DecisionResult> results = new ArrayList<>();
    private Session session = SampleSession.over(database);
    private RecordViewModel edits;
    private DecisionQueue queue = queueOver(session);

    @Test
    void decisionsAboutARecordAsItWasShownAreWrittenInTheirOrder() {
        Row shown = row(FAILED);
        queue.add(IntakeActions.validate(session), shown, results::add);
        queue.add(IntakeActions.reject(session, "closed"), shown, results::add);
        assertThat(results).hasSize(2).allSatisfy(result -> assertThat(result).isInstanceOf(DecisionResult.Done.class));
        assertThat(notes(FAILED)).endsWith("rejected: closed");
        assertThat(TestDatabases.list(database, "SELECT summary FROM shq.action ORDER BY action_id"))
                .containsExactly("Marked validated", "Rejected: closed");
    }

    @Test
    void aRecordThatSomebodyElseChangedIsNotDecidedAbout() {
        Row shown = row(NEW);
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET website = 'https://new.example' WHERE id = " + NEW);
        queue.add(IntakeActions.validate(session), shown, results::add);
        assertThat(results).containsExactly(new DecisionResult.Outdated());
        assertThat(validated(NEW)).isEqualTo("false");
    }

    @Test
    void aDecisionOverARecordThatTheStewardsOwnEditChangedIsAboutTheEditedOne() {
        Row shown = row(NEW);
        edits.edit(shown, IntakeFields.WEBSITE, "https://new.example");
        queue.add(IntakeActions.validate(session), shown, results::add);
        assertThat(results).singleElement().isInstanceOf(DecisionResult.Done.class);
        assertThat(validated(NEW)).isEqualTo("true");
    }

    @Test
    void aRecordWithAValueThatCouldNotBeSavedIsNotDecidedAbout() {
        Row shown = row(NEW);
        edits.edit(shown, IntakeFields.NUM_EMPLOYEES, "many");
        queue.add(IntakeActions.validate(session), shown, results::add);
        assertThat(results).containsExactly(new DecisionResult.Unsaved());
        assertThat(validated(NEW)).isEqualTo("false");
    }

    @Test
    void whatIsDecidedAlreadyIsNothingToDecide() {
        queue.add(IntakeActions.validate(session), row(1), results::add);
        assertThat(results).containsExactly(new DecisionResult.Nothing());
    }

    @Test
    void whereTheReplyWasLostTheDecisionsWaitAndNoneIsDoneTwice() {
        var losing = LostReplies.of(database, IntakeDao.class, "mark");
        session = losing.session();
        queue = queueOver(session);
        queue.add(IntakeActions.reject(session, "closed"), row(FAILED), results::add);
        assertThat(results).isEmpty();
        assertThat(queue.unwritten()).singleElement().asString().startsWith("Reject 1 company: ");
        losing.repair();
        queue.add(IntakeActions.validate(session), row(NEW), results::add);
        assertThat(results).hasSize(2).allSatisfy(result -> assertThat(result).isInstanceOf(DecisionResult.Done.class));
        assertThat(queue.isEmpty()).isTrue();
        assertThat(notes(FAILED)).containsOnlyOnce("rejected: closed");
        assertThat(validated(NEW)).isEqualTo("true");
        assertThat(failures).hasSize(1);
    }

    @Test
    void whatWaitsForTheDecisionsRunsAfterThem() {
        var losing = LostReplies.of(database, IntakeDao.class, "mark");
        session = losing.session();
        queue = queueOver(session);
        queue.add(IntakeActions.validate(session), row(NEW), results::add);
        losing.repair();
        var seen = new ArrayList<Integer>();
        queue.whenWritten(() -> seen.add(results.size()));
        assertThat(seen).containsExactly(1);
    }

    private DecisionQueue queueOver(Session over) {
        var tasks = Tasks.onSameThread(failures::add);
        edits = new RecordViewModel(over, tasks);
        return new DecisionQueue(over.tables(), tasks, edits);
    }

    private Row row(long id) {
        return session.tables().row(Table.INTAKE, id).orElseThrow();
    }

    private String validated(long id) {
        return TestDatabases.ask(database, "SELECT validated::text FROM intake.company_raw_intake WHERE id = " + id);
    }

    private String notes(long id) {
        return TestDatabases.ask(database, "SELECT validation_notes FROM intake.company_raw_intake WHERE id = " + id);
    }
}
