package barton.steward.ui;

import barton.steward.model.query.Query;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.review.ReviewView;
import barton.steward.ui.support.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;

/// The review that fills the window in the place of tables and record, if there is one, and those that were left and are still writing.
final class Reviewing {
    private final AppContext context;
    private final Consumer<Node> shown;
    private final Runnable left;
    private final List<ReviewView> writing = new ArrayList<>();
    private ReviewView review;

    /// @param shown puts the review into the window
    /// @param left  puts what was there before back
    Reviewing(AppContext context, Consumer<Node> shown, Runnable left) {
        this.context = context;
        this.shown = shown;
        this.left = left;
    }

    boolean isOpen() {
        return review != null;
    }

    void open(Query query) {
        leave();
        review = new ReviewView(context, query, this::leave);
        shown.accept(review.node());
        review.focus();
    }

    /// Leaves it, if there is one: what was decided goes on being written.
    void leave() {
        if (end()) {
            left.run();
        }
    }

    /// The same where nothing comes after it, because the window lets go of the database.
    boolean end() {
        if (review == null) {
            return false;
        }
        ReviewView was = review;
        review = null;
        writing.removeIf(r -> r.unwritten().isEmpty());
        writing.add(was);
        was.leave();
        return true;
    }

    /// Reads the record on the screen anew, and writes what waits.
    void refresh() {
        review.refresh();
    }

    /// Null where it is not open.
    Page page() {
        return review;
    }

    /// Why what was typed is not saved, and what was decided and is not written.
    Stream<String> unsaved() {
        return Stream.concat(writing.stream(), Stream.ofNullable(review))
                .flatMap(r -> Stream.concat(r.unsaved().stream(), r.unwritten().stream()));
    }
}
