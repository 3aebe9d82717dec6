package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Table;
import barton.steward.service.OpenSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.DemoSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.stage.WindowEvent;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// Closing the window, or going to another database, while something is going on.
class CloseGuardTest {
    private static final String COMPANIES = "SELECT count(*) FROM marketing.company_master";

    private final List<String> opened = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private DataSource database;
    private Connection blocker;
    private TestWindow window;

    @BeforeEach
    void open() throws SQLException {
        Platform.setImplicitExit(false);
        database = TestDatabases.migrated();
        DemoSession.rows(database, "B", "WV", 9, 6, 0);
        blocker = database.getConnection();
        window = TestWindow.over((uri, executor) -> {
            String name = uri.orElse("local");
            opened.add(name + " as " + executor.orElse("nobody"));
            return new OpenSession(DemoSession.over(database), () -> left.add(name));
        }, TestWindow.newSettings(), 1200, 800);
    }

    @AfterEach
    void release() throws SQLException {
        blocker.close();
    }

    @Test
    void withNothingGoingOnTheWindowClosesAtOnce() {
        close();
        awaitClosed();
    }

    @Test
    void aRunningPromotionIsFinishedBeforeTheWindowClosesWhereTheStewardWaits() throws SQLException {
        promoteSlowly();
        close();
        click("leaving-wait");
        assertThat(window.sees("leaving-waiting")).isTrue();
        blocker.rollback();
        awaitClosed();
        assertThat(TestDatabases.ask(database, COMPANIES)).isEqualTo("6");
    }

    @Test
    void stoppedItLeavesNothingBehindAndTheWindowCloses() throws SQLException {
        promoteSlowly();
        close();
        click("leaving-stop");
        awaitClosed();
        blocker.rollback();
        assertThat(TestDatabases.ask(database, COMPANIES)).isEqualTo("0");
    }

    @Test
    void whoStaysGoesOnAsBefore() throws SQLException {
        promoteSlowly();
        close();
        click("leaving-cancel");
        blocker.rollback();
        window.settle();
        assertThat(window.stage().isShowing()).isTrue();
        assertThat(window.text("promotion-outcome-head")).isEqualTo("6 companies of B promoted");
    }

    @Test
    void theWindowStaysWhereTheWorkThatItWaitsForFails() throws SQLException {
        TestDatabases.run(database, """
                CREATE FUNCTION marketing.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'not today'; END $$;
                CREATE TRIGGER refuse BEFORE INSERT ON marketing.company_master FOR EACH ROW EXECUTE FUNCTION marketing.refuse()""");
        promoteSlowly();
        close();
        click("leaving-wait");
        blocker.rollback();
        window.settle();
        assertThat(window.stage().isShowing()).isTrue();
        assertThat(window.sees("leaving-waiting")).isFalse();
        assertThat(window.text("promotion-problem-message")).contains("nothing was written");
    }

    @Test
    void whatIsBeingTypedIsSavedBeforeTheWindowCloses() {
        type("field-company", "Acme Rail");
        close();
        awaitClosed();
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM intake.company_raw_intake WHERE company = 'Acme Rail'"))
                .isEqualTo("1");
    }

    @Test
    void whatCannotBeSavedIsToldBeforeTheWindowCloses() {
        type("field-num_employees", "many");
        close();
        window.settle();
        assertThat(window.sees("leaving-typed")).isTrue();
        window.click("leaving-typed-cancel");
        assertThat(window.stage().isShowing()).isTrue();
        assertThat(window.find("field-num_employees", TextInputControl.class).getText()).isEqualTo("many");
    }

    @Test
    void anotherDatabaseWaitsUntilTheWorkOnTheOldOneIsDone() throws SQLException {
        promoteSlowly();
        window.onWindow(() -> {
            window.main().dialogs().closeTop();
            command("connect").run();
            window.scene().lookup("#connect-address").requestFocus();
            ((TextField) window.scene().lookup("#connect-address")).setText("postgresql://other.example/crm");
            return null;
        });
        click("connect-ok");
        await("leaving");
        click("leaving-wait");
        assertThat(left).isEmpty();
        blocker.rollback();
        window.settle();
        assertThat(left).containsExactly("local");
        assertThat(opened).containsExactly("local as ann", "postgresql://other.example/crm as ann");
        assertThat(TestDatabases.ask(database, COMPANIES)).isEqualTo("6");
    }

    private barton.steward.ui.support.Command command(String id) {
        return window.main().commands().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    }

    /// A promotion that waits until the blocker lets it go on.
    private void promoteSlowly() throws SQLException {
        blocker.setAutoCommit(false);
        try (var statement = blocker.createStatement()) {
            statement.execute("LOCK TABLE marketing.company_master IN SHARE ROW EXCLUSIVE MODE");
        }
        window.run(() -> window.main().promote("B"));
        click("promotion-confirm");
        await("promotion-running");
    }

    private void type(String field, String text) {
        window.run(() -> window.main().openRecord(Table.INTAKE, 1L));
        var input = window.find(field, TextInputControl.class);
        window.run(() -> {
            input.requestFocus();
            input.setText(text);
        });
    }

    private void close() {
        window.onWindow(() -> {
            window.stage().fireEvent(new WindowEvent(window.stage(), WindowEvent.WINDOW_CLOSE_REQUEST));
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Without waiting for what runs.
    private void click(String id) {
        window.robot.clickOn(window.find(id, Node.class));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void await(String id) {
        until(() -> window.sees(id));
    }

    private void awaitClosed() {
        until(() -> window.onWindow(() -> !window.stage().isShowing()));
    }

    private static void until(java.util.concurrent.Callable<Boolean> holds) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, holds);
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
