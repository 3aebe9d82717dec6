package barton.steward.ui;

import atlantafx.base.theme.Styles;
import barton.steward.ui.controls.NoticeStrip;
import barton.steward.ui.controls.PopOvers;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Notices;
import barton.steward.ui.task.Job;
import barton.steward.ui.task.Tasks;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/// The line at the bottom: where the data is, what was said last, what the table in sight holds, and the work that is running. The
/// library's bar has one progress for all of it, and its `TaskProgressView` takes `javafx.concurrent.Task` alone and speaks its own
/// English.
final class StatusBar extends HBox {
    private static final int MOST_SHOWN = 1;

    private final Tasks tasks;
    private final HBox works = new HBox();
    private final VBox all = new VBox();
    private final NoticeStrip strip;
    private PopOver over;

    /// @param where where the data is
    /// @param facts about the table in sight: its rows and how long they took
    StatusBar(Node where, ObservableValue<String> facts, Tasks tasks, Notices notices) {
        this.tasks = tasks;
        this.strip = new NoticeStrip(notices);
        setId("status-bar");
        getStyleClass().add("status-bar");
        var figures = new Label();
        figures.setId("facts");
        figures.textProperty().bind(facts);
        figures.setMinWidth(USE_PREF_SIZE);
        works.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(strip, Priority.ALWAYS);
        strip.setMaxWidth(Double.MAX_VALUE);
        works.setId("works");
        works.getStyleClass().add("works");
        all.setId("works-all");
        all.getStyleClass().add("works-all");
        getChildren().addAll(where, strip, figures, works);
        tasks.works().addListener((ListChangeListener<Job>) c -> show());
    }

    /// Opens the list of all that was said, or closes it.
    void showMessages() {
        strip.showAll();
    }

    private void show() {
        works.getChildren().setAll(tasks.works().stream().limit(MOST_SHOWN).map(this::work).toList());
        int more = tasks.works().size() - MOST_SHOWN;
        if (more > 0) {
            works.getChildren().add(more(more));
        }
        followAll();
    }

    /// Leads to all that runs, so that each can be cancelled.
    private Node more(int more) {
        var link = new Hyperlink(Messages.get("status.more", more));
        link.setId("works-more");
        link.setOnAction(e -> {
            if (over != null && over.isShowing()) {
                over.hide();
            } else {
                all.getChildren().setAll(tasks.works().stream().map(this::work).toList());
                over = PopOvers.above(works, all);
            }
        });
        return link;
    }

    private void followAll() {
        if (over == null || !over.isShowing()) {
            return;
        }
        all.getChildren().setAll(tasks.works().stream().map(this::work).toList());
        if (tasks.works().isEmpty()) {
            over.hide();
        }
    }

    private static String text(Job job) {
        String forWhom = job.waitingProperty().get();
        long rows = job.rowsProperty().get();
        return !forWhom.isEmpty() ? Messages.get("status.waiting", job.name(), forWhom)
                : rows == 0 ? job.name() : Messages.get("status.work", job.name(), rows);
    }

    private Node work(Job job) {
        var text = new Label();
        text.textProperty().bind(Bindings.createStringBinding(() -> text(job), job.rowsProperty(), job.waitingProperty()));
        var bar = new ProgressBar();
        bar.getStyleClass().add(Styles.SMALL);
        bar.setAccessibleText(job.name());
        var cancel = new Button(Messages.get("dialog.cancel"));
        cancel.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        cancel.setAccessibleText(Messages.get("status.cancel", job.name()));
        cancel.setOnAction(e -> {
            cancel.setDisable(true);
            job.cancel();
        });
        var box = new HBox(text, bar, cancel);
        box.getStyleClass().add("work");
        return box;
    }
}
