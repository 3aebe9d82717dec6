package barton.steward.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.dao.IntakeDao;
import barton.steward.service.Desk;
import barton.steward.ui.support.DemoDesk;
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

    static Stream<Desk> desks() {
        return Stream.of(DemoDesk.over(TestDatabases.migrated()), SampleDesk.over(TestDatabases.migrated()),
                LostReplies.of(TestDatabases.migrated(), IntakeDao.class, "mark").desk());
    }

    @ParameterizedTest
    @MethodSource("desks")
    void aQuestionOnTheWindowsThreadFailsTheTestThatAskedIt(Desk desk) {
        askOnTheWindowsThread(desk);
        assertThatThrownBy(() -> FxThreadGuardCheck.check("a test at " + desk.connection())).hasMessageContaining("window's thread");
    }

    @Test
    void aSecondTryOfThatTestFailsTooAndOthersDoNot() {
        askOnTheWindowsThread(DemoDesk.over(TestDatabases.migrated()));
        for (int tries = 0; tries < 2; tries++) {
            assertThatThrownBy(() -> FxThreadGuardCheck.check("a guilty test")).hasMessageContaining("window's thread");
        }
        assertThatCode(() -> FxThreadGuardCheck.check("another test")).doesNotThrowAnyException();
    }

    @Test
    void whatWasAskedAfterTheLastTestFailsTheEnd() {
        Platform.runLater(() -> askWithoutComplaint(DemoDesk.over(TestDatabases.migrated())));
        assertThatThrownBy(() -> new FxThreadGuardCheck.AtTheEnd().close()).hasMessageContaining("window's thread");
    }

    @Test
    void aQuestionOnAnotherThreadIsAnswered() {
        assertThat(DemoDesk.over(TestDatabases.migrated()).daos().overview().overview().intake()).isZero();
    }

    private static void askOnTheWindowsThread(Desk desk) {
        var asked = new CompletableFuture<Void>();
        Platform.runLater(() -> {
            askWithoutComplaint(desk);
            asked.complete(null);
        });
        asked.join();
    }

    private static void askWithoutComplaint(Desk desk) {
        try {
            desk.daos().overview().overview();
        } catch (RuntimeException | Error e) {
            // The window would show a message and go on.
        }
    }
}
