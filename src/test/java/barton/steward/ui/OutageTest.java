package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Table;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.service.Session;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import barton.steward.ui.support.Notices;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/// What the window does while the database lets nobody in, and when it does again.
class OutageTest {
    private final DataSource rows = SampleSession.intake(20);
    private final String name = ((PGSimpleDataSource) rows).getDatabaseName();
    private final DataSource other = TestPostgres.newest().createDatabase();
    private final Database database = Database.connect(TestPostgres.settings(TestPostgres.newest().port(), name));
    private final TestWindow window = TestWindow.over(Session.over(JdbiDaos.over(database), "Test database", "ann"), 1440, 900);

    @AfterEach
    void close() {
        window.run(() -> window.main().leave());
        database.close();
    }

    @Test
    void oneLineTellsOfAnOutageUntilItIsOverAndNoDialogDoes() {
        window.click("nav-INTAKE");
        cut();
        window.await("the line", () -> window.scene().lookup("#outage").isVisible());
        assertThat(window.text("outage")).matches("Not connected since [0-9:]{5}: .*accepts no connections at present\\.");
        window.press(KeyCode.F5);
        window.click("nav-MASTER");
        window.click("nav-OVERVIEW");
        window.click("nav-INTAKE");
        assertThat(window.sees("error")).isFalse();
        assertThat(window.all().stream().filter(n -> n instanceof Label label && label.getText() != null
                && label.getText().contains("accepts no connections")))
                .hasSize(1);
        assertThat(window.onWindow(() -> window.table(Table.INTAKE).getItems().size())).isEqualTo(20);
        assertThat(window.onWindow(() -> window.main().notices().all().stream().map(Notices.Notice::text).toList())).isEmpty();

        TestDatabases.run(other, "ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
        window.click("outage-retry");
        window.await("its end", () -> !window.scene().lookup("#outage").isVisible());
        assertThat(window.sees("rows-error")).isFalse();
        assertThat(window.text("connection")).isEqualTo("Test database");
    }

    @Test
    void whatWasNotDoneInAnOutageIsAMessageThatDoesItAgain() {
        window.click("nav-INTAKE");
        window.click("select-all");
        window.press(KeyCode.V);
        cut();
        window.click("confirm-ok");
        assertThat(window.sees("error")).isFalse();
        assertThat(window.text("notice-text")).startsWith("Not done: Validating 8 rows. ");
        TestDatabases.run(other, "ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
        window.robot.clickOn("#notices .notice-action");
        window.settle();
        assertThat(TestDatabases.ask(rows, "SELECT count(*) FROM intake.company_raw_intake WHERE validated")).isEqualTo("20");
    }

    private void cut() {
        TestDatabases.run(other, "ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
        TestDatabases.run(other, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
    }
}
