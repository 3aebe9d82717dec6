package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.Work;
import barton.steward.ui.support.Notices;
import barton.steward.ui.task.Tasks;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class StatusBarTest {
    @Test
    void workThatWaitsSaysForWhom() throws Exception {
        FxToolkit.registerPrimaryStage();
        var ends = new CountDownLatch(1);
        var tasks = Tasks.onThreads(failure -> { });
        HBox[] bar = new HBox[1];
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            bar[0] = new StatusBar(new Label("Test"), new SimpleStringProperty(""), tasks, new Notices());
            tasks.work("Promoting B", () -> {
                Work.waiting("waiting for the run of rules of ann since 1 s");
                ends.await(10, TimeUnit.SECONDS);
                return 0;
            }, done -> { });
        });

        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, () -> text(bar[0]))
                .equals("Promoting B: waiting for the run of rules of ann since 1 s"));
        ends.countDown();
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, tasks::idle));
        assertThat(tasks.works()).isEmpty();
    }

    @Test
    void allWorkIsListedWhereTheBarHasNoRoomForIt() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        var ends = new CountDownLatch(1);
        var tasks = Tasks.onThreads(failure -> { });
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            var bar = new StatusBar(new Label("Test"), new SimpleStringProperty(""), tasks, new Notices());
            stage.setScene(new Scene(new StackPane(bar), 900, 300));
            stage.show();
            List.of("A", "B", "C").forEach(name -> tasks.work(name, () -> ends.await(10, TimeUnit.SECONDS), done -> { }));
            ((Hyperlink) stage.getScene().lookup("#works-more")).fire();
        });
        var robot = new FxRobot();
        assertThat(robot.lookup("#works-all .work").queryAll()).hasSize(3);

        ends.countDown();
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, tasks::idle));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#works-all").queryAll()).isEmpty();
    }

    private static String text(HBox bar) {
        return bar.lookupAll(".work").stream().map(work -> (Label) ((HBox) work).getChildren().getFirst()).map(Label::getText).findFirst()
                .orElse("");
    }
}
