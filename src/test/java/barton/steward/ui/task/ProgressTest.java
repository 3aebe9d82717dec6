package barton.steward.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final LinkedBlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private final List<Long> shown = new ArrayList<>();

    @Test
    void whoWorksWaitsUntilTheWindowHasHeard() throws Exception {
        var progress = new Progress(window::add, shown::add, Duration.ofMinutes(1));
        Thread work = Thread.ofPlatform().start(() -> progress.accept(1));

        Runnable said = window.take();
        while (work.getState() != Thread.State.TIMED_WAITING) {
            assertThat(work.isAlive()).as("it did not wait").isTrue();
            Thread.onSpinWait();
        }
        said.run();
        work.join();

        assertThat(shown).containsExactly(1L);
    }

    @Test
    void aWindowThatHearsNothingDoesNotStopTheWorkAndHearsTheLatestInTheEnd() {
        var progress = new Progress(window::add, shown::add, Duration.ofNanos(1));

        for (long rows = 1; rows <= 1_000; rows++) {
            progress.accept(rows);
        }
        assertThat(window).hasSize(1);
        window.remove().run();

        assertThat(shown).containsExactly(1_000L);
    }
}
