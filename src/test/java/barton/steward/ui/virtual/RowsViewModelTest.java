package barton.steward.ui.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.IntakeStatus;
import barton.steward.catalog.Table;
import barton.steward.model.query.Condition;
import barton.steward.model.query.FacetValue;
import barton.steward.model.query.Query;
import barton.steward.model.query.Sort;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.support.Failure;
import barton.steward.ui.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowsViewModelTest {
    private static final Sort USUAL = Sort.descending(IntakeFields.ID);

    private final List<Failure> failures = new ArrayList<>();
    private DataSource database;
    private RowsViewModel model;

    @BeforeEach
    void open() {
        database = SampleSession.intake(20);
        model = new RowsViewModel(Table.INTAKE, Tasks.onSameThread(failures::add), SampleSession.over(database).tables());
        model.refresh();
    }

    @Test
    void aQuestionWithoutAnOrderKeepsTheOneThatThereIs() {
        model.sort(Sort.ascending(IntakeFields.COMPANY));
        model.ask(Query.all(Table.INTAKE).searching("bank"));
        assertThat(model.query()).isEqualTo(Query.all(Table.INTAKE).searching("bank").sortedBy(Sort.ascending(IntakeFields.COMPANY)));
        model.sort(null);
        assertThat(model.query().sort()).isEqualTo(USUAL);
    }

    @Test
    void valuesOfAFieldAreChosenTogetherAndTakenBackOneByOne() {
        model.choose(IntakeFields.STATUS, IntakeStatus.NEW.word(), true);
        model.choose(IntakeFields.STATUS, IntakeStatus.FAILED.word(), true);
        assertThat(model.query().conditions())
                .containsExactly(Condition.oneOf(IntakeFields.STATUS, List.of(IntakeStatus.NEW, IntakeStatus.FAILED)));
        model.choose(IntakeFields.STATUS, IntakeStatus.NEW.word(), false);
        assertThat(model.query().conditions()).containsExactly(Condition.is(IntakeFields.STATUS, IntakeStatus.FAILED));
        model.choose(IntakeFields.STATUS, null, true);
        assertThat(model.query().conditions()).containsExactly(Condition.empty(IntakeFields.STATUS));
        assertThat(model.chosen(IntakeFields.STATUS)).hasSize(1).containsOnlyNulls();
    }

    @Test
    void aFacetCountsWhatTheOtherConditionsLeave() {
        var counted = new ArrayList<FacetValue>();
        model.choose(IntakeFields.IMPORT_BATCH_ID, "20251101-WV-BATCH2", true);
        model.choose(IntakeFields.STATUS, IntakeStatus.FAILED.word(), true);
        model.facet(IntakeFields.STATUS, counts -> counted.addAll(counts.values()));
        assertThat(counted.stream().mapToLong(FacetValue::count).sum()).isEqualTo(5);
    }

    @Test
    void anotherFilterEndsTheSelectionButAnotherOrderKeepsIt() {
        model.selection().selectAll();
        model.sort(Sort.ascending(IntakeFields.COMPANY));
        assertThat(model.selection().count()).isEqualTo(20);
        assertThat(model.canAct()).isTrue();
        model.search("bank");
        assertThat(model.selection().isEmpty()).isTrue();
        assertThat(model.canExport()).isFalse();
    }

    @Test
    void whileTheFilterCouldNotBeReadTheRowsOfTheOldOneCannotBeActedOn() {
        model.selection().selectAll();
        TestDatabases.run(database, "ALTER TABLE intake.company_raw_intake RENAME TO hidden");
        model.search("bank");
        assertThat(model.rows().failureProperty().get()).isNotNull();
        assertThat(model.canAct()).isFalse();
        TestDatabases.run(database, "ALTER TABLE intake.hidden RENAME TO company_raw_intake");
        model.search("");
        assertThat(model.canAct()).isTrue();
    }

    @Test
    void theSelectedRowsAreNamed() {
        model.selection().selectAll();
        assertThat(model.selectedRows()).isEqualTo("every row of Intake");
        model.choose(IntakeFields.STATUS, IntakeStatus.FAILED.word(), true);
        model.selection().selectAll();
        model.selection().toggle(model.rows().getFirst());
        assertThat(model.selectedRows()).isEqualTo("every row where Status is failed, except 1 row that you took out");
        model.selection().clear();
        model.selection().add(List.of(7L));
        assertThat(model.selectedRows()).isEqualTo("the row that you picked where Status is failed");
        model.clear();
        model.selection().add(List.of(7L, 8L));
        assertThat(model.selectedRows()).isEqualTo("the 2 rows that you picked");
    }
}
