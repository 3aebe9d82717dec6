package barton.steward.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.ui.support.DemoDesk;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class FxThreadGuardTest {
    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void aQuestionOnTheWindowsThreadFailsTheTestThatAskedIt() {
        var daos = DemoDesk.over(TestDatabases.migrated()).daos();
        var asked = new CompletableFuture<Void>();
        Platform.runLater(() -> {
            try {
                daos.overview().overview();
            } catch (RuntimeException | Error e) {
                // The window would show a message and go on.
            }
            asked.complete(null);
        });
        asked.join();
        assertThatThrownBy(() -> new FxThreadGuardCheck().afterEach(null)).hasMessageContaining("window's thread");
    }

    @Test
    void aQuestionOnAnotherThreadIsAnswered() {
        assertThat(DemoDesk.over(TestDatabases.migrated()).daos().overview().overview().intake()).isZero();
    }
}
