package barton.steward.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.dao.intake.ImportDao;
import barton.steward.service.Session;
import barton.steward.support.LostReplies;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.DemoSession;
import barton.steward.ui.task.Tasks;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class OfferViewModelTest {
    private static final String ROWS = "SELECT count(*) FROM intake.company_raw_intake";

    private final DataSource database = TestDatabases.migrated();

    @Test
    void theSampleEndsInItsReport() {
        OfferViewModel model = over(DemoSession.over(database));
        model.loadSample();
        assertThat(model.reportProperty().get().taken()).isEqualTo(446);
        assertThat(model.loadingProperty().get()).isFalse();
        assertThat(model.problemProperty().get()).isNull();
    }

    @Test
    void aFailureLeavesTheOfferAsItWas() {
        TestDatabases.run(database, "ALTER TABLE intake.company_raw_intake ADD CHECK (false)");
        OfferViewModel model = over(DemoSession.over(database));
        model.loadSample();
        assertThat(model.problemProperty().get().getMessage()).isNotBlank();
        assertThat(model.loadingProperty().get()).isFalse();
        assertThat(model.reportProperty().get()).isNull();
    }

    @Test
    void triedAgainAfterALostReplyTheSampleIsFoundAndNotLoadedTwice() {
        var losing = LostReplies.of(database, ImportDao.class, "copy");
        OfferViewModel model = over(losing.session());
        model.loadSample();
        assertThat(model.problemProperty().get()).isNotNull();
        losing.repair();
        model.loadSample();
        assertThat(model.reportProperty().get().batch()).endsWith("-WV-BATCH1");
        assertThat(TestDatabases.ask(database, ROWS)).isEqualTo("446");
    }

    private static OfferViewModel over(Session session) {
        return new OfferViewModel(session, Tasks.onSameThread(failure -> {
            throw new AssertionError(failure.cause());
        }));
    }
}
