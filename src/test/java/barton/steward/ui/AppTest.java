package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Table;
import barton.steward.model.StewardException;
import barton.steward.service.OpenSession;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.support.TestScene;
import barton.steward.ui.support.Themes;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
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
    void theWindowHasItsViewsWhileTheDatabaseIsOpenedAndNoneCanBeGoneTo() throws Exception {
        var preferences = TestWindow.newSettings();
        preferences.put("place", ViewId.MASTER);
        preferences.put("theme", Themes.Choice.DARK);
        var opened = new CountDownLatch(1);
        var window = TestWindow.unsettled((uri, executor) -> {
            awaitQuietly(opened);
            return new OpenSession(SampleSession.over(SampleSession.intake(3)), () -> { });
        }, preferences, 1000, 700);
        TestScene.frames(1);
        assertThat(window.find("nav-MASTER", ToggleButton.class)).returns(true, ToggleButton::isSelected)
                .returns(true, Node::isDisabled);
        assertThat(window.sees("start-lines")).isTrue();
        Color filled = (Color) window.onWindow(() -> window.scene().getFill());
        Color drawn = window.onWindow(() -> window.scene().snapshot(null).getPixelReader().getColor(600, 650));
        assertThat(filled.getBrightness()).as("what the window is filled with before it is drawn").isLessThan(0.2);
        assertThat(drawn.getBrightness()).as("what is drawn").isLessThan(0.2);

        opened.countDown();
        window.settle();

        assertThat(window.find("nav-MASTER", ToggleButton.class)).returns(true, ToggleButton::isSelected)
                .returns(false, Node::isDisabled);
        assertThat(window.sees("start-lines")).isFalse();
    }

    @Test
    void whatHadToBeMendedOnTheWayInIsTold() {
        var session = SampleSession.over(SampleSession.intake(3));
        var window = TestWindow.over((uri, executor) -> new OpenSession(session,
                Optional.of("The password got a new one."), () -> { }), TestWindow.newSettings(), 1000, 700);
        assertThat(window.text("notice-text")).isEqualTo("The password got a new one.");
    }

    @Test
    void anotherWindowHasTheSameDatabaseUntilTheLastIsClosed() {
        var closed = new AtomicInteger();
        var session = SampleSession.over(SampleSession.intake(3));
        var window = TestWindow.over((uri, executor) -> new OpenSession(session, closed::incrementAndGet), TestWindow.newSettings(),
                1000, 700);
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        Stage other = window.onWindow(() -> Window.getWindows().stream().filter(Stage.class::isInstance).map(Stage.class::cast)
                .filter(stage -> stage != window.stage() && stage.isShowing()).findFirst().orElseThrow());
        assertThat(other.getTitle()).isEqualTo(window.stage().getTitle());
        assertThat(window.onWindow(() -> other.getScene().lookup("#connection"))).isNotNull();

        window.run(other::hide);
        window.run(() -> window.main().go(ViewId.INTAKE));
        assertThat(window.table(Table.INTAKE).getItems()).hasSize(3);
        assertThat(closed).hasValue(0);
    }

    @Test
    void aSessionIsClosedOnceWhenTheLastOfItsWindowsLetsGo() {
        var closed = new AtomicInteger();
        var shared = new SharedSession(new OpenSession(SampleSession.over(TestDatabases.migrated()), closed::incrementAndGet));
        OpenSession one = shared.use();
        OpenSession other = shared.use();

        one.close();
        one.close();
        assertThat(closed).hasValue(0);
        other.close();
        assertThat(closed).hasValue(1);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
