package barton.steward.ui.record;

import barton.steward.catalog.Field;
import barton.steward.model.history.EditResult;
import barton.steward.model.query.Row;
import barton.steward.service.record.RecordEditor;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ValueFormat;
import barton.steward.ui.task.Tasks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Saves edits. Those of one record are saved one after the other, each over the row that the one before it left, so that
/// a steward who is quicker than the database never meets herself. To be used on the FX thread only.
final class SaveQueue {
    private final RecordEditor editor;
    private final Tasks tasks;
    private final SaveListener answers;
    private final Map<RecordId, RecordQueue> lines = new HashMap<>();

    SaveQueue(RecordEditor editor, Tasks tasks, SaveListener answers) {
        this.editor = editor;
        this.tasks = tasks;
        this.answers = answers;
    }

    /// Told how saves end: where badly, with the changes that were not saved, its own and those that waited behind it.
    interface SaveListener {
        void saved(EditResult.Saved saved);

        void conflict(EditResult.Conflict met);

        void refused(Row original, Map<Field, Object> changes, String reason);

        void gone(Row original, Map<Field, Object> changes);

        void failed(Row original, Map<Field, Object> changes, Failure failure);
    }

    /// Saves changes of a row as it was read; what is being saved already is not saved twice.
    void save(Row row, Map<Field, Object> changes) {
        RecordQueue line = lines.computeIfAbsent(RecordId.of(row), id -> new RecordQueue());
        boolean again = changes.entrySet().stream().allMatch(change -> line.value(change.getKey())
                .map(pending -> ValueFormat.same(change.getKey(), pending.value, change.getValue())).orElse(false));
        if (!again) {
            line.waiting.add(new Edit(row, changes));
            next(line);
        }
    }

    /// Whether a value of this field is on its way.
    boolean pending(Row row, Field field) {
        RecordQueue line = lines.get(RecordId.of(row));
        return line != null && line.value(field).isPresent();
    }

    /// Runs when nothing of the record is being saved any more.
    void whenSaved(Row row, Runnable then) {
        RecordQueue line = lines.get(RecordId.of(row));
        if (line == null || line.running == null) {
            then.run();
        } else {
            line.afterwards.add(then);
        }
    }

    /// The steward changed the record otherwise: what she types over the one row goes over the other.
    void changed(Row before, Row now) {
        lines.computeIfAbsent(RecordId.of(before), id -> new RecordQueue()).follow(before, now);
    }

    /// The row that an edit of this one has to go over: the one that earlier edits left, where nobody else came between.
    Row over(Row row) {
        RecordQueue line = lines.get(RecordId.of(row));
        return line == null ? row : line.over(row);
    }

    private void next(RecordQueue line) {
        if (line.running == null && !line.waiting.isEmpty()) {
            Edit edit = line.waiting.poll();
            line.running = edit;
            Row original = line.over(edit.row);
            tasks.save(Messages.get("task.save"), () -> editor.edit(original, edit.changes), result -> {
                ended(line, original, edit.changes, result);
                next(line);
            }, failure -> {
                line.running = null;
                Map<Field, Object> all = line.takeBehind(edit.changes);
                answers.failed(original, all, failure);
                next(line);
            });
        } else if (line.running == null) {
            var all = List.copyOf(line.afterwards);
            line.afterwards.clear();
            all.forEach(Runnable::run);
        }
    }

    private void ended(RecordQueue line, Row original, Map<Field, Object> changes, EditResult result) {
        line.running = null;
        switch (result) {
            case EditResult.Saved saved -> {
                if (saved.actionId() != 0) {
                    line.follow(original, saved.row());
                }
                answers.saved(saved);
            }
            case EditResult.Conflict met -> answers.conflict(new EditResult.Conflict(line.takeBehind(changes), original, met.theirs()));
            case EditResult.Refused refused -> answers.refused(original, changes, refused.reason());
            case EditResult.Gone _ -> answers.gone(original, line.takeBehind(changes));
        }
    }

    private record Edit(Row row, Map<Field, Object> changes) {
    }

    /// A value that may be null.
    private record Pending(Object value) {
    }

    /// The edits of one record, and the versions of it that nobody but these edits lies between.
    private static final class RecordQueue {
        private final Deque<Edit> waiting = new ArrayDeque<>();
        private final Set<Long> left = new HashSet<>();
        private final List<Runnable> afterwards = new ArrayList<>();
        private Edit running;
        private Row latest;

        Optional<Pending> value(Field field) {
            for (var edits = waiting.descendingIterator(); edits.hasNext();) {
                Edit edit = edits.next();
                if (edit.changes.containsKey(field)) {
                    return Optional.of(new Pending(edit.changes.get(field)));
                }
            }
            return running != null && running.changes.containsKey(field)
                    ? Optional.of(new Pending(running.changes.get(field))) : Optional.empty();
        }

        Row over(Row row) {
            return left.contains(row.version()) ? latest : row;
        }

        void follow(Row original, Row now) {
            if (latest == null || latest.version() != original.version()) {
                left.clear();
            }
            left.add(original.version());
            latest = now;
        }

        Map<Field, Object> takeBehind(Map<Field, Object> changes) {
            var all = new LinkedHashMap<>(changes);
            waiting.forEach(edit -> all.putAll(edit.changes));
            waiting.clear();
            return all;
        }
    }
}
