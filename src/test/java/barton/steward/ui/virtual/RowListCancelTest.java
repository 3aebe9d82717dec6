package barton.steward.ui.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Table;
import barton.steward.model.query.Query;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.support.Failure;
import barton.steward.ui.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// What a steward types makes the question before it void: in the database, too.
class RowListCancelTest {
    private static final String RUNNING = """
            SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'intake.company_raw_intake'::regclass""";

    private final List<Failure> failures = new ArrayList<>();

    @Test
    void aNewerQuestionEndsTheOlderOneInTheDatabase() throws Exception {
        FxToolkit.registerPrimaryStage();
        DataSource database = SampleSession.intake(300);
        var tasks = Tasks.onThreads(failures::add);
        RowList rows = onWindow(() -> new RowList(tasks, SampleSession.over(database).tables()));
        try (var blocker = database.getConnection(); var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE intake.company_raw_intake IN ACCESS EXCLUSIVE MODE");
            for (String typed : List.of("k", "ka", "kan", "kana", "kanawha")) {
                onWindow(() -> {
                    rows.show(Query.all(Table.INTAKE).searching(typed));
                    return null;
                });
                waitUntil(() -> !running(database).equals("0"));
                assertThat(Integer.parseInt(running(database))).isLessThanOrEqualTo(2);
            }
            waitUntil(() -> running(database).equals("1"));
            blocker.rollback();
        }
        waitUntil(() -> onWindow(tasks::idle));
        assertThat(onWindow(() -> rows.query().search())).isEqualTo("kanawha");
        assertThat(failures).isEmpty();
    }

    private static String running(DataSource database) {
        return TestDatabases.ask(database, RUNNING);
    }

    private static <T> T onWindow(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }

    private static void waitUntil(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    }
}
