package barton.steward.cli.support;

import barton.steward.model.Work;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Cancels work when the program is told to end (Ctrl-C, a scheduler's stop), and lets it end until this is closed, so that the
/// database has stopped and the command has said so before the program is gone.
final class Interrupt implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    private Interrupt(Work work) {
        hook = Thread.ofPlatform().name("cancel").unstarted(() -> {
            work.cancel();
            awaitEnd();
        });
    }

    static Interrupt cancelling(Work work) {
        var interrupt = new Interrupt(work);
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        return interrupt;
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending already, and the hook runs.
        }
    }

    private void awaitEnd() {
        try {
            ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
