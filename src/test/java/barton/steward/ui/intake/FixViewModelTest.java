package barton.steward.ui.intake;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.model.history.BulkResult;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.model.validation.FixSample;
import barton.steward.service.Session;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.BulkFlow;
import barton.steward.ui.intake.FixViewModel.Kind;
import barton.steward.ui.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FixViewModelTest {
    private final List<BulkResult> results = new ArrayList<>();
    private DataSource database;
    private Session session;
    private Tasks tasks;
    private FixViewModel model;

    @BeforeEach
    void open() {
        database = SampleSession.intake(20);
        session = SampleSession.over(database);
        tasks = Tasks.onSameThread(failure -> {
            throw new AssertionError(failure.cause());
        });
        model = new FixViewModel(session, tasks, Selection.all(Query.all(Table.INTAKE)));
    }

    @Test
    void whatARuleFoundIsProposedToBeFixed() {
        session.validation().validate(Entity.COMPANY, "20251024-WV-BATCH1", "standard");
        model.begin(Optional.of("website_present"));
        assertThat(model.fieldProperty().get()).isEqualTo(IntakeFields.WEBSITE);
        assertThat(model.kindProperty().get()).isEqualTo(Kind.SCHEME);
    }

    @Test
    void theFixIsShownBeforeAndAfterWithItsNumberAndDoneToExactlyThose() {
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET company_city = '  Elkins ' WHERE id IN (3, 4)");
        model.fieldProperty().set(IntakeFields.COMPANY_CITY);
        model.look();
        assertThat(model.previewProperty().get().rows()).isEqualTo(2);
        assertThat(model.previewProperty().get().samples())
                .containsExactly(new FixSample(3, "  Elkins ", "Elkins"), new FixSample(4, "  Elkins ", "Elkins"));
        new BulkFlow(tasks).perform(model.previewProperty().get().announced(), results::add);
        assertThat(results).singleElement().isInstanceOfSatisfying(BulkResult.Done.class, done -> assertThat(done.changed()).isEqualTo(2));
        assertThat(count("company_city = 'Elkins'")).isEqualTo("2");
    }

    @Test
    void nothingIsFixedWhereTheNumberIsAnotherOneThanAnnounced() {
        model.fieldProperty().set(IntakeFields.INDUSTRY);
        model.kindProperty().set(Kind.SET);
        model.valueProperty().set("Mining");
        model.look();
        long announced = model.previewProperty().get().rows();
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET industry = 'Mining' WHERE id = 1");
        new BulkFlow(tasks).perform(model.previewProperty().get().announced(), results::add);
        assertThat(results).containsExactly(new BulkResult.CountDiffers(announced, announced - 1));
    }

    @Test
    void aBadExpressionIsAProblemUntilItIsCorrected() {
        model.kindProperty().set(Kind.REPLACE);
        model.regexProperty().set(true);
        model.whatProperty().set("(bank");
        model.look();
        assertThat(model.problemProperty().get().getMessage()).isNotBlank();
        assertThat(model.previewProperty().get()).isNull();
        model.whatProperty().set("^(\\w+) .*$");
        assertThat(model.problemProperty().get()).isNull();
        model.withProperty().set("\\1");
        model.look();
        assertThat(model.previewProperty().get().samples().getFirst().after()).isEqualTo("Concord");
    }

    @Test
    void statesAreFilledFromTheirNames() {
        model.fieldProperty().set(IntakeFields.STATE_ABBREV);
        assertThat(model.kindProperty().get()).isEqualTo(Kind.STATE);
        model.look();
        assertThat(model.previewProperty().get().samples()).containsExactly(new FixSample(9, null, "WV"), new FixSample(19, null, "WV"));
    }

    @Test
    void aNumberCanOnlyBeSet() {
        model.fieldProperty().set(IntakeFields.NUM_EMPLOYEES);
        assertThat(model.kinds()).containsExactly(Kind.SET);
        model.valueProperty().set("many");
        model.look();
        assertThat(model.problemProperty().get().getMessage()).contains("“many” is not a whole number");
    }

    private String count(String condition) {
        return TestDatabases.ask(database, "SELECT count(*) FROM intake.company_raw_intake WHERE " + condition);
    }
}
