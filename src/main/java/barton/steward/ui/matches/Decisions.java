package barton.steward.ui.matches;

import barton.steward.model.history.UndoResult;
import barton.steward.service.Session;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Tasks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What is decided here about pairs and groups: written in the order of the keys, and taken back one after the other, the latest first.
/// A decision is there from its key on, so that one that is not written yet can be taken back too.
final class Decisions {
    private final Session session;
    private final WritingLine line;
    /// The latest first.
    private final NavigableSet<Step<?>> steps = new TreeSet<>(Comparator.comparingLong((Step<?> s) -> s.number).reversed());
    private final ReadOnlyObjectWrapper<Decided> last = new ReadOnlyObjectWrapper<>();
    private long numbered;

    Decisions(Session session, Tasks tasks) {
        this.session = session;
        this.line = new WritingLine(tasks);
    }

    /// A decision from its key on: what was on the screen and, once it is written, what it came to.
    static final class Step<S> {
        private final long number;
        private final S shown;
        private Decided decided;

        private Step(long number, S shown) {
            this.number = number;
            this.shown = shown;
        }

        S shown() {
            return shown;
        }

        /// Empty as long as it is not written, and where it could not be.
        Optional<Decided> decided() {
            return Optional.ofNullable(decided);
        }
    }

    /// The latest decision that stands; null where none was taken here.
    ReadOnlyObjectProperty<Decided> lastProperty() {
        return last.getReadOnlyProperty();
    }

    WritingLine line() {
        return line;
    }

    /// Writes a decision after those before it.
    /// @param told hears how it ended, and gives what was decided; empty where nothing was
    <S, R> void add(S shown, Callable<R> write, Function<R, Optional<Decided>> told, Consumer<Failure> failed) {
        var step = new Step<>(++numbered, shown);
        steps.add(step);
        line.add(Messages.get("matches.deciding"), write, result -> {
            step.decided = told.apply(result).orElse(null);
            if (step.decided == null) {
                steps.remove(step);
            }
            tell();
        }, failure -> {
            steps.remove(step);
            failed.accept(failure);
            tell();
        });
    }

    /// The decision before the one that is about the same, where it is not written yet.
    Optional<Step<?>> unwritten(Predicate<Object> about) {
        return steps.stream().filter(s -> s.decided == null && about.test(s.shown)).findFirst();
    }

    /// What U takes back; null where nothing was decided here, or all of it was taken back.
    Step<?> latest() {
        return steps.isEmpty() ? null : steps.first();
    }

    /// Somebody took it back elsewhere.
    void forget(Decided decided) {
        steps.removeIf(s -> s.decided == decided);
        tell();
    }

    /// Takes the latest decision back, once it is written.
    /// @param told hears the reasons why it was not, none where it was
    void takeBack(Consumer<List<String>> told, Consumer<Failure> failed) {
        Step<?> step = steps.removeFirst();
        line.add(Messages.get("task.undo"), () -> undo(step), reasons -> {
            tell();
            told.accept(reasons);
        }, failure -> {
            steps.add(step);
            tell();
            failed.accept(failure);
        });
        tell();
    }

    private List<String> undo(Step<?> step) {
        var reasons = new ArrayList<String>();
        if (step.decided == null) {
            return List.of(Messages.get("matches.back.nothing"));
        }
        for (long action : step.decided.actions().reversed()) {
            if (session.history().undo(action) instanceof UndoResult.Refused refused) {
                reasons.addAll(refused.reasons());
            }
        }
        return reasons;
    }

    private void tell() {
        last.set(steps.stream().map(s -> s.decided).filter(Objects::nonNull).findFirst().orElse(null));
    }
}
