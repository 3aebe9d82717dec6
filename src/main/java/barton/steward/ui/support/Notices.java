package barton.steward.ui.support;

import java.time.Instant;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What was said to the steward, with what can be done about it. Nothing goes by itself; where very much was said, the oldest makes room.
/// To be used on the FX thread only.
public final class Notices {
    private static final int MOST = 200;

    private final ObservableList<Notice> all = FXCollections.observableArrayList();
    private final ObservableList<Notice> seen = FXCollections.unmodifiableObservableList(all);
    private final ReadOnlyObjectWrapper<Notice> latest = new ReadOnlyObjectWrapper<>();

    /// Something to do about what was said.
    public record Link(String text, Runnable run) {
    }

    /// What was said, and when; `urgent` where something may be lost if nothing is done.
    public record Notice(String text, List<Link> links, boolean urgent, Instant at) {
    }

    /// The latest first.
    public ObservableList<Notice> all() {
        return seen;
    }

    /// What was said last; null where that was put aside, or nothing was said.
    public ReadOnlyObjectProperty<Notice> latestProperty() {
        return latest.getReadOnlyProperty();
    }

    public void say(String text) {
        say(text, List.of());
    }

    /// With something to do about it, such as `Undo`.
    public void say(String text, String action, Runnable run) {
        say(text, List.of(new Link(action, run)));
    }

    public void say(String text, List<Link> links) {
        add(new Notice(text, links, false, Instant.now()));
    }

    /// What must not be overlooked.
    public void insist(String text) {
        insist(text, List.of());
    }

    public void insist(String text, String action, Runnable run) {
        insist(text, List.of(new Link(action, run)));
    }

    public void insist(String text, List<Link> links) {
        add(new Notice(text, links, true, Instant.now()));
    }

    /// Does not show it as the latest any more; it stays among all.
    public void putAside(Notice notice) {
        if (latest.get() == notice) {
            latest.set(null);
        }
    }

    /// Forgets all, whose links lead into a database that is left.
    public void clear() {
        all.clear();
        latest.set(null);
    }

    private void add(Notice notice) {
        all.addFirst(notice);
        if (all.size() > MOST) {
            all.removeLast();
        }
        latest.set(notice);
    }
}
