package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.query.Query;
import barton.steward.service.Session;
import barton.steward.support.SampleReviews;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import javafx.scene.input.KeyCode;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/// A review in the middle of which the database goes away.
class ReviewOutageTest {
    private final DataSource rows = SampleReviews.database(Entity.COMPANY, 6);
    private final String name = ((PGSimpleDataSource) rows).getDatabaseName();
    private final DataSource other = TestPostgres.newest().createDatabase();
    private final Database database = Database.connect(TestPostgres.settings(TestPostgres.newest().port(), name));
    private final TestWindow window = TestWindow.over(Session.over(JdbiDaos.over(database), "Test database", "ann"), 1000, 640);

    @AfterEach
    void close() {
        window.run(() -> window.main().leave());
        database.close();
    }

    @Test
    void decisionsWaitInTheirOrderUntilItIsBack() {
        window.run(() -> window.main().open(Query.all(Entity.COMPANY.intake())));
        window.press(KeyCode.CONTROL, KeyCode.R);
        window.press(KeyCode.V);
        TestDatabases.run(other, "ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
        TestDatabases.run(other, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");

        window.press(KeyCode.S);
        window.press(KeyCode.R);
        window.press(KeyCode.DIGIT1);
        window.press(KeyCode.V);
        assertThat(window.sees("error")).isFalse();
        assertThat(window.text("card-key")).isEqualTo("#2");
        assertThat(window.text("review-progress")).startsWith("4 of 6 · 1 rejected").endsWith("3 being written");

        TestDatabases.run(other, "ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
        window.click("outage-retry");
        window.await("what was decided to be written", () -> window.main().unsaved().isEmpty());

        assertThat(TestDatabases.list(rows, "SELECT intake_id || ' ' || verdict FROM shq.review ORDER BY review_no"))
                .containsExactly("6 accepted", "5 skipped", "4 rejected", "3 accepted");
        assertThat(window.text("card-key")).as("what is on the screen").isEqualTo("#2");
    }
}
