package barton.steward.ui.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.dao.promotion.PromotionDao;
import barton.steward.model.StewardException;
import barton.steward.model.promotion.CompanyPromotionPreview;
import barton.steward.service.Session;
import barton.steward.support.LostReplies;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.DemoSession;
import barton.steward.ui.promotion.PromotionViewModel.Step;
import barton.steward.ui.support.Failure;
import barton.steward.ui.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PromotionViewModelTest {
    private final List<Failure> unexpected = new ArrayList<>();
    private DataSource database;
    private PromotionViewModel model;

    @BeforeEach
    void begin() {
        database = TestDatabases.migrated();
        DemoSession.rows(database, "B", "WV", 10, 6, 3);
        model = over(DemoSession.over(database));
    }

    @Test
    void thePreviewTellsWhatWillHappen() {
        model.open("B");
        assertThat(model.stepProperty().get()).isEqualTo(Step.PREVIEW);
        assertThat(model.previewProperty().get()).isEqualTo(new CompanyPromotionPreview("B", 6, 0, 0, 0, 4, 0, 0, 0, null, null));
    }

    @Test
    void withoutABatchTheFirstThatCanBePromotedIsPreviewed() {
        DemoSession.rows(database, "NEW", "WV", 3, 0, 0);
        model.open(null);
        assertThat(model.batches()).containsExactly("B");
        assertThat(model.batchProperty().get()).isEqualTo("B");
    }

    @Test
    void whereNothingCanBePromotedThereIsNothingToChoose() {
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET validated = false");
        model.open(null);
        assertThat(model.stepProperty().get()).isEqualTo(Step.CHOOSE);
        assertThat(model.batches()).isEmpty();
    }

    @Test
    void aGivenBatchWithNothingToPromoteIsShownNevertheless() {
        DemoSession.rows(database, "NEW", "WV", 3, 0, 0);
        model.open("NEW");
        assertThat(model.stepProperty().get()).isEqualTo(Step.NOTHING);
        assertThat(((CompanyPromotionPreview) model.previewProperty().get()).notValidated()).isEqualTo(3);
    }

    @Test
    void anotherBatchIsPreviewedOnceChosen() {
        DemoSession.rows(database, "C", "OH", 2, 2, 0);
        model.open("B");
        model.batchProperty().set("C");
        assertThat(model.previewProperty().get().promotable()).isEqualTo(2);
    }

    @Test
    void thePromotionEndsInItsRun() {
        model.open("B");
        model.promote();
        assertThat(model.stepProperty().get()).isEqualTo(Step.DONE);
        assertThat(model.resultProperty().get().promoted()).isEqualTo(6);
        assertThat(TestDatabases.ask(database, "SELECT passed_records FROM public.shq_validation_log WHERE validation_run_id = 'B'"))
                .isEqualTo("6");
        assertThat(TestDatabases.ask(database, "SELECT executed_by FROM public.shq_validation_log")).isEqualTo("ann");
    }

    @Test
    void aRowThatMasterRefusesByNowIsPreviewedWithTheReason() {
        model.open("B");
        TestDatabases.run(database,
                "UPDATE intake.company_raw_intake SET founded_year = 1200, validated = true WHERE company = 'Company 1'");
        model.promote();
        assertThat(model.stepProperty().get()).isEqualTo(Step.NOTHING);
        assertThat(model.refusals()).singleElement().satisfies(r -> assertThat(r.reason()).contains("founded year"));
        assertThat(model.problemProperty().get().kind()).isEqualTo(StewardException.Kind.REFUSED);
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM marketing.company_master")).isEqualTo("0");
    }

    @Test
    void whereTheNumberIsAnotherThanAnnouncedNothingIsPromotedAndTheBatchIsPreviewedAnew() {
        model.open("B");
        DemoSession.rows(database, "B", "WV", 1, 1, 0);
        model.promote();
        assertThat(model.problemProperty().get().getMessage())
                .isEqualTo("6 companies were announced, but now it would be 7; nothing was promoted.");
        assertThat(model.stepProperty().get()).isEqualTo(Step.PREVIEW);
        assertThat(model.previewProperty().get().promotable()).isEqualTo(7);
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM marketing.company_master")).isEqualTo("0");
    }

    @Test
    void afterALostReplyTheSameRunIsFoundInsteadOfASecondOne() {
        var losing = LostReplies.of(database, PromotionDao.class, "promote");
        model = over(losing.session());
        model.open("B");
        model.promote();
        assertThat(model.stepProperty().get()).isEqualTo(Step.UNKNOWN);
        losing.repair();
        model.promote();
        assertThat(model.resultProperty().get().promoted()).isEqualTo(6);
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM public.shq_validation_log")).isEqualTo("1");
    }

    private PromotionViewModel over(Session session) {
        return new PromotionViewModel(session, Tasks.onSameThread(unexpected::add), Entity.COMPANY);
    }
}
