package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.StewardException;
import barton.steward.service.OpenSession;
import barton.steward.support.SampleSession;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class AppTest {
    @Test
    void aDatabaseThatDoesNotOpenIsToldAndTriedAgain() {
        var broken = new AtomicBoolean(true);
        var window = TestWindow.over((uri, executor) -> {
            if (broken.getAndSet(false)) {
                throw new StewardException(StewardException.Kind.NO_DATABASE, "The database does not answer.", "Is it running?", null);
            }
            return new OpenSession(SampleSession.over(SampleSession.intake(3)), () -> { });
        }, TestWindow.newSettings(), 1000, 700);
        assertThat(window.text("error-message")).isEqualTo("The database does not answer.");
        window.click("no-database-retry");
        assertThat(window.text("connection")).isEqualTo("Test database");
    }

    @Test
    void whatHadToBeMendedOnTheWayInIsTold() {
        var session = SampleSession.over(SampleSession.intake(3));
        var window = TestWindow.over((uri, executor) -> new OpenSession(session,
                Optional.of("The password got a new one."), () -> { }), TestWindow.newSettings(), 1000, 700);
        assertThat(window.text("notice-text")).isEqualTo("The password got a new one.");
    }
}
