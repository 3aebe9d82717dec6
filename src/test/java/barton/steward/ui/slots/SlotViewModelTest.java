package barton.steward.ui.slots;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.MasterFields;
import barton.steward.catalog.SlotFields;
import barton.steward.dao.slot.SlotDao;
import barton.steward.model.query.Row;
import barton.steward.service.Session;
import barton.steward.support.LostReplies;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlotViewModelTest {
    private final List<Row> added = new ArrayList<>();
    private DataSource database;
    private SlotViewModel model;

    @BeforeEach
    void begin() {
        database = SampleSession.worked(20);
        model = over(SampleSession.over(database));
    }

    @Test
    void companiesAreFoundByLettersOfTheirName() {
        model.find("motors");
        assertThat(model.companies()).isNotEmpty()
                .allSatisfy(company -> assertThat(company.text(MasterFields.COMPANY_NAME)).containsIgnoringCase("motors"));
    }

    @Test
    void itIsReadyWithACompanyATypeAndALabel() {
        model.labelProperty().set("Division B");
        assertThat(model.ready().get()).isFalse();
        choose();
        assertThat(model.ready().get()).isTrue();
        model.typeProperty().set(" ");
        assertThat(model.ready().get()).isFalse();
    }

    @Test
    void withOnlyALabelTypedTheSlotIsADivision() {
        choose();
        model.labelProperty().set("Division B");
        model.add(added::add);
        assertThat(added).singleElement().satisfies(slot -> assertThat(slot.text(SlotFields.SLOT_TYPE)).isEqualTo("division"));
    }

    @Test
    void aRefusalIsSaidAndNothingIsAdded() {
        choose();
        model.typeProperty().set("default");
        model.labelProperty().set("Division B");
        model.add(added::add);
        assertThat(model.problemProperty().get().getMessage()).contains("exactly one default slot");
        assertThat(added).isEmpty();
    }

    @Test
    void triedAgainAfterALostReplyTheSlotIsFound() {
        var losing = LostReplies.of(database, SlotDao.class, "add");
        model = over(losing.session());
        choose();
        model.labelProperty().set("Division B");
        model.add(added::add);
        assertThat(model.problemProperty().get()).isNotNull();
        losing.repair();
        model.add(added::add);
        assertThat(model.problemProperty().get()).isNull();
        assertThat(added).hasSize(1);
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM marketing.company_slots WHERE slot_label = 'Division B'"))
                .isEqualTo("1");
    }

    private void choose() {
        model.find("");
        model.choose(model.companies().getFirst());
    }

    private static SlotViewModel over(Session session) {
        return new SlotViewModel(session, Tasks.onSameThread(failure -> {
            throw new AssertionError(failure.cause());
        }));
    }
}
