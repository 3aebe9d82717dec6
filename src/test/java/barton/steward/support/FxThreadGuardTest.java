package barton.steward.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.dao.intake.IntakeDao;
import barton.steward.service.Session;
import barton.steward.ui.actions.DemoSession;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;

class FxThreadGuardTest {
    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    static Stream<Session> sessions() {
        return Stream.of(DemoSession.over(TestDatabases.migrated()), SampleSession.over(TestDatabases.migrated()),
                LostReplies.of(TestDatabases.migrated(), IntakeDao.class, "mark").session());
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void aQuestionOnTheWindowsThreadFailsTheTestThatAskedIt(Session session) {
        askOnTheWindowsThread(session);
        assertThatThrownBy(() -> FxThreadGuardCheck.check("a test at " + session.connection())).hasMessageContaining("window's thread");
    }

    @Test
    void aSecondTryOfThatTestFailsTooAndOthersDoNot() {
        askOnTheWindowsThread(DemoSession.over(TestDatabases.migrated()));
        for (int tries = 0; tries < 2; tries++) {
            assertThatThrownBy(() -> FxThreadGuardCheck.check("a guilty test")).hasMessageContaining("window's thread");
        }
        assertThatCode(() -> FxThreadGuardCheck.check("another test")).doesNotThrowAnyException();
    }

    @Test
    void whatWasAskedAfterTheLastTestFailsTheEnd() {
        Platform.runLater(() -> askWithoutComplaint(DemoSession.over(TestDatabases.migrated())));
        assertThatThrownBy(() -> new FxThreadGuardCheck.AtTheEnd().close()).hasMessageContaining("window's thread");
    }

    @Test
    void aQuestionOnAnotherThreadIsAnswered() {
        assertThat(DemoSession.over(TestDatabases.migrated()).statistics().overview().intake()).isZero();
    }

    private static void askOnTheWindowsThread(Session session) {
        var asked = new CompletableFuture<Void>();
        Platform.runLater(() -> {
            askWithoutComplaint(session);
            asked.complete(null);
        });
        asked.join();
    }

    private static void askWithoutComplaint(Session session) {
        try {
            session.statistics().overview();
        } catch (RuntimeException | Error e) {
            // The window would show a message and go on.
        }
    }
}
