package barton.steward.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.StewardException;
import barton.steward.model.Work;
import barton.steward.ui.support.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.util.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class TasksTest {
    private final List<Failure> failures = new ArrayList<>();
    private final List<Object> results = new ArrayList<>();

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void workRunsOffTheWindowsThreadAndItsResultArrivesThere() throws Exception {
        var tasks = Tasks.onThreads(failures::add);
        onWindow(() -> tasks.run("ask", Platform::isFxApplicationThread,
                off -> results.add(List.of(off, Platform.isFxApplicationThread()))));
        waitUntilIdle(tasks);
        assertThat(results).containsExactly(List.of(false, true));
    }

    @Test
    void anUnforeseenFailureIsToldOnceWithASentence() {
        var tasks = Tasks.onSameThread(failures::add);
        tasks.run("Counting rows", () -> {
            throw new IllegalStateException("secret detail");
        }, results::add);
        assertThat(failures).singleElement().satisfies(f -> {
            assertThat(f.cause().kind()).isEqualTo(StewardException.Kind.UNFORESEEN);
            assertThat(f.cause().getMessage()).isEqualTo("“Counting rows” failed for a reason that nobody foresaw.");
        });
        assertThat(results).isEmpty();
    }

    @Test
    void aRetryRunsTheSameTaskAgain() {
        var tasks = Tasks.onSameThread(failures::add);
        var broken = new AtomicBoolean(true);
        tasks.run("ask", () -> {
            if (broken.getAndSet(false)) {
                throw StewardException.refused("Not now.", "Later.");
            }
            return "answer";
        }, results::add);
        failures.getFirst().retry().run();
        assertThat(results).containsExactly("answer");
    }

    @Test
    void aRetriedWorkIsSeenAndCanBeCancelledAsBefore() throws Exception {
        var tasks = Tasks.onThreads(failures::add);
        var broken = new AtomicBoolean(true);
        var release = new CountDownLatch(1);
        onWindow(() -> tasks.work("long", () -> {
            if (broken.getAndSet(false)) {
                throw StewardException.refused("Not now.", "Later.");
            }
            return release.await(10, TimeUnit.SECONDS);
        }, results::add));
        waitUntilIdle(tasks);
        onWindow(() -> failures.getFirst().retry().run());
        onWindow(() -> assertThat(tasks.works()).singleElement().satisfies(job -> assertThat(job.name()).isEqualTo("long")));
        release.countDown();
        waitUntilIdle(tasks);
        assertThat(results).containsExactly(true);
    }

    @Test
    void aNewerQuestionOfAChannelMakesTheOlderOneVoid() throws Exception {
        var tasks = Tasks.onThreads(failures::add);
        var release = new CountDownLatch(1);
        onWindow(() -> {
            Channel channel = tasks.channel();
            channel.run("old", () -> {
                release.await(10, TimeUnit.SECONDS);
                return "old";
            }, results::add);
            channel.run("new", () -> "new", results::add);
        });
        release.countDown();
        waitUntilIdle(tasks);
        assertThat(results).containsExactly("new");
        assertThat(failures).isEmpty();
    }

    @Test
    void whatIsPutOffIsDoneOnceAndNothingIsIdleBefore() throws Exception {
        var tasks = Tasks.onThreads(failures::add);
        onWindow(() -> {
            Delay delay = tasks.delay(Duration.millis(1), () -> results.add("done"));
            delay.restart();
            delay.restart();
            results.add(tasks.idle());
            Delay stopped = tasks.delay(Duration.millis(1), () -> results.add("stopped"));
            stopped.restart();
            stopped.stop();
        });
        waitUntilIdle(tasks);
        assertThat(results).containsExactly(false, "done");
    }

    @Test
    void aCancelledJobStopsItsWork() throws Exception {
        var tasks = Tasks.onThreads(failures::add);
        var started = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        Job[] job = new Job[1];
        onWindow(() -> job[0] = tasks.work("long", () -> {
            try (var stop = Work.onCancel(stopped::countDown)) {
                started.countDown();
                stopped.await(10, TimeUnit.SECONDS);
                Work.checkCancelled();
                return stop;
            }
        }, results::add));
        started.await(10, TimeUnit.SECONDS);
        onWindow(job[0]::cancel);
        waitUntilIdle(tasks);
        assertThat(job[0].state()).isEqualTo(Job.State.CANCELLED);
        assertThat(tasks.works()).isEmpty();
    }

    @Test
    void progressOfLongWorkCanBeSeen() {
        var tasks = Tasks.onSameThread(failures::add);
        Job job = tasks.work("long", () -> {
            Work.progress(1_000);
            return null;
        }, r -> { });
        assertThat(job.rowsProperty().get()).isEqualTo(1_000);
    }

    private static void onWindow(Runnable run) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, run);
    }

    private static void waitUntilIdle(Tasks tasks) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, tasks::idle));
    }
}
