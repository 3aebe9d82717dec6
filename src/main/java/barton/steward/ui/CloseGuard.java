package barton.steward.ui;

import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.task.Job;
import barton.steward.ui.task.Tasks;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/// Lets go of a session without losing anything of the steward's: what is being typed is saved first, and for long work she says
/// whether to wait for it, to stop it, or to stay.
final class CloseGuard {
    private final Tasks tasks;
    private final Dialogs dialogs;
    private final String texts;
    private boolean underWay;

    /// @param kind `close` or `switch`, by which the texts are found
    CloseGuard(Tasks tasks, Dialogs dialogs, String kind) {
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.texts = "leaving." + kind + ".";
    }

    /// Does one of the two in the end.
    void leave(MainWindow main, Runnable go, Runnable stay) {
        if (underWay) {
            stay.run();
            return;
        }
        underWay = true;
        Runnable going = () -> {
            underWay = false;
            go.run();
        };
        Runnable staying = () -> {
            underWay = false;
            stay.run();
        };
        main.saveTyped();
        whenSaved(saved -> {
            if (!saved || main.inConflict()) {
                staying.run();
            } else if (main.unsaved().isEmpty()) {
                work(going, staying);
            } else {
                typed(main.unsaved(), going, staying);
            }
        });
    }

    /// One edit may wait for another.
    private void whenSaved(Consumer<Boolean> then) {
        whenOver(tasks.saves(), well -> {
            if (well && !tasks.saves().isEmpty()) {
                whenSaved(then);
            } else {
                then.accept(well);
            }
        });
    }

    private void typed(List<String> problems, Runnable go, Runnable stay) {
        var box = new CloseQuestion("leaving-typed", Messages.get("leaving.typed.title"),
                new VBox(Dialogs.paragraph(Messages.get("leaving.typed.text") + "\n" + String.join("\n", problems))), stay);
        box.offer("leaving-discard", text("discard"), () -> work(go, stay));
        dialogs.show(box.modal);
    }

    private void work(Runnable go, Runnable stay) {
        List<Job> works = List.copyOf(tasks.works());
        if (works.isEmpty()) {
            go.run();
            return;
        }
        var box = new CloseQuestion("leaving", Messages.get("leaving.work.title"),
                new VBox(Dialogs.paragraph(Messages.get("leaving.work.text", names(works)))), stay);
        box.offer("leaving-stop", text("stop"), () -> {
            works.forEach(Job::cancel);
            await(works, text("stopping"), go, stay);
        });
        box.offer("leaving-wait", text("wait"), () -> await(works, text("waiting"), go, stay)).setDefaultButton(true);
        dialogs.show(box.modal);
    }

    /// Goes when the work has ended; stays where it failed, so that the steward hears of it.
    private void await(List<Job> works, String text, Runnable go, Runnable stay) {
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(text);
        var content = new VBox(Dialogs.paragraph(text + " " + names(works)), bar);
        content.getStyleClass().add("modal-content");
        var box = new CloseQuestion("leaving-waiting", Messages.get("leaving.work.title"), content, stay);
        dialogs.show(box.modal);
        whenOver(works, well -> {
            if (!box.answered) {
                box.answer(well ? () -> work(go, stay) : stay);
            }
        });
    }

    private String text(String part) {
        return Messages.get(texts + part);
    }

    private static String names(List<Job> works) {
        return works.stream().map(Job::name).collect(Collectors.joining(", "));
    }

    /// Told once when all jobs have ended, after whoever waits for their results; whether none of them failed.
    private static void whenOver(List<Job> jobs, Consumer<Boolean> then) {
        var running = jobs.stream().filter(job -> job.state() == Job.State.RUNNING).findFirst();
        if (running.isEmpty()) {
            then.accept(jobs.stream().noneMatch(job -> job.state() == Job.State.FAILED));
        } else {
            running.get().stateProperty().subscribe((was, now) -> Platform.runLater(() -> whenOver(jobs, then)));
        }
    }

    /// A dialog that is answered by one of its buttons; closed in another way, by staying.
    private static final class CloseQuestion {
        private final ModalBox modal;
        private boolean answered;

        CloseQuestion(String id, String title, VBox content, Runnable stay) {
            modal = new ModalBox(id, title, content);
            modal.cancel(Messages.get("leaving.stay"));
            modal.onClose(() -> {
                if (!answered) {
                    answered = true;
                    stay.run();
                }
            });
        }

        javafx.scene.control.Button offer(String id, String text, Runnable run) {
            return modal.button(id, text, () -> answer(run));
        }

        void answer(Runnable run) {
            answered = true;
            modal.close();
            run.run();
        }
    }
}
