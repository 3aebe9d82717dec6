package barton.steward.ui.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.dao.Daos;
import barton.steward.dao.PromotionDao;
import barton.steward.model.PromotionPreview;
import barton.steward.model.PromotionResult;
import barton.steward.model.StewardException;
import barton.steward.service.Desk;
import barton.steward.support.TestDatabases;
import barton.steward.ui.promotion.PromotionViewModel.Step;
import barton.steward.ui.support.DemoDesk;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
        DemoDesk.rows(database, "B", "WV", 10, 6, 3);
        model = over(DemoDesk.over(database));
    }

    @Test
    void thePreviewTellsWhatWillHappen() {
        model.open("B");
        assertThat(model.stepProperty().get()).isEqualTo(Step.PREVIEW);
        assertThat(model.previewProperty().get()).isEqualTo(new PromotionPreview("B", 6, 0, 0, 4, 0));
    }

    @Test
    void withoutABatchTheFirstThatCanBePromotedIsPreviewed() {
        DemoDesk.rows(database, "NEW", "WV", 3, 0, 0);
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
        DemoDesk.rows(database, "NEW", "WV", 3, 0, 0);
        model.open("NEW");
        assertThat(model.stepProperty().get()).isEqualTo(Step.NOTHING);
        assertThat(model.previewProperty().get().notValidated()).isEqualTo(3);
    }

    @Test
    void anotherBatchIsPreviewedOnceChosen() {
        DemoDesk.rows(database, "C", "OH", 2, 2, 0);
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
    void aRowThatMasterRefusesLeavesThePreviewWithTheReason() {
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET founded_year = 1200 WHERE company = 'Company 1'");
        model.open("B");
        model.promote();
        assertThat(model.stepProperty().get()).isEqualTo(Step.PREVIEW);
        assertThat(model.problemProperty().get().kind()).isEqualTo(StewardException.Kind.REFUSED);
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM marketing.company_master")).isEqualTo("0");
    }

    @Test
    void afterALostReplyTheSameRunIsFoundInsteadOfASecondOne() {
        var losing = new LosingReplies(DemoDesk.over(database).daos().promotion());
        model = over(withPromotion(losing));
        model.open("B");
        model.promote();
        assertThat(model.stepProperty().get()).isEqualTo(Step.UNKNOWN);
        losing.repaired = true;
        model.promote();
        assertThat(model.resultProperty().get().promoted()).isEqualTo(6);
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM public.shq_validation_log")).isEqualTo("1");
    }

    private PromotionViewModel over(Desk desk) {
        return new PromotionViewModel(desk, Tasks.onSameThread(unexpected::add));
    }

    private Desk withPromotion(PromotionDao promotion) {
        Daos all = DemoDesk.over(database).daos();
        return Desk.over(new Daos(all.tables(), all.intake(), promotion, all.log(), all.slots(), all.history(), all.imports(),
                all.doctor(), all.overview(), all.tallies()), "test", "ann");
    }

    /// The real one, whose reply to a promotion is lost after the database has done it.
    private static final class LosingReplies implements PromotionDao {
        private final PromotionDao real;
        private boolean repaired;

        private LosingReplies(PromotionDao real) {
            this.real = real;
        }

        @Override
        public PromotionPreview preview(String batch) {
            return real.preview(batch);
        }

        @Override
        public PromotionResult promote(String batch, String executor, UUID request) {
            var result = real.promote(batch, executor, request);
            if (repaired) {
                return result;
            }
            throw new StewardException(StewardException.Kind.OUTCOME_UNKNOWN, "The connection broke.", "Look it up.", null);
        }

        @Override
        public List<String> promotableBatches() {
            return real.promotableBatches();
        }
    }
}
