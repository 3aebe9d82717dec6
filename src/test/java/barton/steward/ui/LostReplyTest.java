package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.dao.intake.IntakeDao;
import barton.steward.support.LostReplies;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import org.junit.jupiter.api.Test;

class LostReplyTest {
    @Test
    void afterALostReplyTheWindowFindsOutThatTheRowsAreValidated() {
        var database = SampleSession.intake(20);
        var losing = LostReplies.of(database, IntakeDao.class, "mark");
        TestWindow window = TestWindow.at(ViewId.INTAKE, losing.session(), 1440, 900);
        window.click("nav-INTAKE");
        window.click("select-all");
        window.click("validate");
        window.click("confirm-ok");
        assertThat(window.text("error-message")).isEqualTo("The connection broke.");
        assertThat(window.text("error-retry")).isEqualTo("Find out what became of it");
        losing.repair();
        window.click("error-retry");
        assertThat(window.text("selected")).isEqualTo("20 rows");
        assertThat(TestDatabases.list(database, "SELECT row_count || ' ' || kind FROM shq.action")).containsExactly("8 mark");
    }
}
