package barton.steward.ui.intake;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.dao.intake.IntakeDao;
import barton.steward.model.history.BulkResult;
import barton.steward.model.query.Selection;
import barton.steward.model.validation.Rule;
import barton.steward.service.Session;
import barton.steward.support.LostReplies;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.BulkAction;
import barton.steward.ui.actions.BulkFlow;
import barton.steward.ui.actions.CountedAction;
import barton.steward.ui.actions.IntakeActions;
import barton.steward.ui.support.Failure;
import barton.steward.ui.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntakeViewModelTest {
    private final List<CountedAction> announced = new ArrayList<>();
    private final List<BulkResult> results = new ArrayList<>();
    private DataSource database;
    private Session session;
    private IntakeViewModel model;
    private BulkFlow flow;

    @BeforeEach
    void open() {
        database = SampleSession.intake(20);
        var tasks = Tasks.onSameThread(IntakeViewModelTest::fail);
        session = SampleSession.over(database);
        model = new IntakeViewModel(session, tasks, Table.INTAKE);
        model.rows().refresh();
        flow = new BulkFlow(tasks);
    }

    @Test
    void validatingAnnouncesTheRowsThatWillChangeAndChangesThose() {
        announceAll(IntakeActions.validate(session));
        assertThat(announced.getFirst().changing()).isEqualTo(8);
        assertThat(announced.getFirst().text("button")).isEqualTo("Validate 8 rows");
        flow.perform(announced.getFirst(), results::add);
        assertThat(results).singleElement().isInstanceOfSatisfying(BulkResult.Done.class, done -> assertThat(done.changed()).isEqualTo(8));
        assertThat(count("validated")).isEqualTo("20");
    }

    @Test
    void rowsAreAskedForByOneRuleAtATime() {
        model.rows().choose(IntakeFields.FINDING, "website_present", true);
        assertThat(model.rule()).contains("website_present");
        model.rows().choose(IntakeFields.FINDING, "phone_possible", true);
        assertThat(model.rows().query().conditions()).containsExactly(Rule.broken("phone_possible"));
        model.rows().choose(IntakeFields.FINDING, "phone_possible", false);
        assertThat(model.rows().query().conditions()).isEmpty();
    }

    @Test
    void nothingChangesWhereTheNumberIsNotTheAnnouncedOne() {
        announceAll(IntakeActions.validate(session));
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET validated = true WHERE id = 7");
        flow.perform(announced.getFirst(), results::add);
        assertThat(results).containsExactly(new BulkResult.CountDiffers(8, 7));
        assertThat(count("validated")).isEqualTo("13");
    }

    @Test
    void aRejectedRowKeepsTheReason() {
        flow.announce(IntakeActions.reject(session, "not a company"), new Selection.Keys(Table.INTAKE, Set.of(1L)), 1, announced::add,
                IntakeViewModelTest::fail);
        flow.perform(announced.getFirst(), results::add);
        assertThat(TestDatabases.ask(database, "SELECT validation_notes FROM intake.company_raw_intake WHERE id = 1"))
                .contains("rejected: not a company");
        assertThat(count("validated")).isEqualTo("11");
    }

    @Test
    void triedAgainAfterALostReplyARejectionIsFoundAndNotDoneTwice() {
        var losing = LostReplies.of(database, IntakeDao.class, "mark");
        var failures = new ArrayList<Failure>();
        var tasks = Tasks.onSameThread(failures::add);
        flow = new BulkFlow(tasks);
        flow.announce(IntakeActions.reject(losing.session(), "no company"), new Selection.Keys(Table.INTAKE, Set.of(1L)), 1, announced::add,
                IntakeViewModelTest::fail);
        flow.perform(announced.getFirst(), results::add);
        losing.repair();
        failures.getFirst().retry().run();
        assertThat(results).singleElement().isInstanceOfSatisfying(BulkResult.Done.class, done -> assertThat(done.changed()).isEqualTo(1));
        assertThat(TestDatabases.ask(database, "SELECT validation_notes FROM intake.company_raw_intake WHERE id = 1"))
                .isEqualTo("rejected: no company");
    }

    @Test
    void theBatchIsTheOneOfTheFilterElseOfTheRow() {
        assertThat(model.batch(null)).isNull();
        assertThat(model.batch(model.rows().rows().getFirst())).isEqualTo("20251101-WV-BATCH2");
        model.rows().choose(IntakeFields.IMPORT_BATCH_ID, "20251024-WV-BATCH1", true);
        assertThat(model.batch(null)).isEqualTo("20251024-WV-BATCH1");
    }

    private static void fail(Failure failure) {
        throw new AssertionError(failure.cause());
    }

    private void announceAll(BulkAction action) {
        model.rows().selection().selectAll();
        flow.announce(action, model.rows().selection().selection(), model.rows().selection().count(), announced::add,
                IntakeViewModelTest::fail);
    }

    private String count(String condition) {
        return TestDatabases.ask(database, "SELECT count(*) FROM intake.company_raw_intake WHERE " + condition);
    }
}
