package barton.steward.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.history.Run;
import barton.steward.model.intake.BatchCounts;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.DemoSession;
import barton.steward.ui.overview.OverviewViewModel.State;
import barton.steward.ui.task.Tasks;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OverviewViewModelTest {
    private DataSource database;
    private OverviewViewModel model;

    @BeforeEach
    void begin() {
        database = TestDatabases.migrated();
        model = new OverviewViewModel(DemoSession.over(database), Tasks.onSameThread(failure -> {
            throw new AssertionError(failure.cause());
        }));
    }

    @Test
    void aDatabaseWithoutRowsIsEmpty() {
        assertThat(model.stateProperty().get()).isEqualTo(State.LOADING);
        model.refresh();
        assertThat(model.stateProperty().get()).isEqualTo(State.EMPTY);
    }

    @Test
    void theFiguresAreThoseOfTheDatabase() {
        DemoSession.rows(database, "B", "WV", 10, 6, 3);
        DemoSession.rows(database, "C", "WV", 2, 1, 0);
        TestDatabases.run(database, "SELECT shq.promote_company_records('C', 'ann')");
        model.refresh();
        assertThat(model.stateProperty().get()).isEqualTo(State.READY);
        var figures = model.figuresProperty().get();
        assertThat(figures.batches()).containsExactly(new BatchCounts("C", 2, 1, 0, 1), new BatchCounts("B", 10, 6, 3, 0));
        assertThat(figures.promotable()).containsExactly("B");
        assertThat(figures.runs()).extracting(Run::run).containsExactly("C");
        assertThat(figures.largestBatch()).isEqualTo(10);
    }

    @Test
    void theLastFiguresStayWhereNewerOnesCannotBeRead() {
        DemoSession.rows(database, "B", "WV", 10, 6, 3);
        model.refresh();
        TestDatabases.run(database, "ALTER TABLE intake.company_raw_intake RENAME TO hidden");
        model.refresh();
        assertThat(model.stateProperty().get()).isEqualTo(State.FAILED);
        assertThat(model.problemProperty().get().getMessage()).isNotBlank();
        assertThat(model.figuresProperty().get().batches()).hasSize(1);
        TestDatabases.run(database, "ALTER TABLE intake.hidden RENAME TO company_raw_intake");
        model.refresh();
        assertThat(model.stateProperty().get()).isEqualTo(State.READY);
        assertThat(model.problemProperty().get()).isNull();
    }
}
