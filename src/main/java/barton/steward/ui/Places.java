package barton.steward.ui;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.model.query.Query;
import barton.steward.model.view.SavedView;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Page;
import barton.steward.ui.table.RowsView;
import barton.steward.ui.virtual.RowList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/// Which view of a window is in sight, where the steward has been, and where the keyboard belongs.
final class Places {
    private final Node window;
    private final Pages pages;
    private final RecordPane record;
    private final Reviewing review;
    private final AttentionCounts counts;
    private final StackPane view;
    private final Trail trail = new Trail();
    private final ReadOnlyObjectWrapper<ViewId> place = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper("");

    /// @param window what all of it is in, once it is shown
    /// @param view   where the view in sight stands
    Places(Node window, Pages pages, RecordPane record, Reviewing review, AttentionCounts counts, StackPane view) {
        this.window = window;
        this.pages = pages;
        this.record = record;
        this.review = review;
        this.counts = counts;
        this.view = view;
    }

    /// The view in sight, or behind the review.
    ReadOnlyObjectProperty<ViewId> placeProperty() {
        return place.getReadOnlyProperty();
    }

    ViewId here() {
        return place.get();
    }

    /// How many rows the view in sight has, and how long reading them took; blank where it has none.
    ReadOnlyStringProperty factsProperty() {
        return facts.getReadOnlyProperty();
    }

    Page page() {
        return pages.page(here());
    }

    Page inSight() {
        return review.isOpen() ? review.page() : page();
    }

    RowsView table(Table table) {
        return pages.table(ViewId.of(table));
    }

    void go(ViewId to) {
        review.leave();
        place.set(to);
        var page = pages.page(to);
        trail.at(to, to.table() == null ? null : pages.table(to).model().queryProperty());
        view.getChildren().setAll(List.of(page.node()));
        showFacts(to);
        record.follow(to.table());
        page.shown();
        if (window.getScene() != null) {
            focus();
        }
        if (to.table() == null) {
            counts.count();
        } else {
            counts.countAfter(pages.table(to).model().rows());
        }
    }

    /// Out of the review, to the view of a table, unless it is in sight.
    void be(Table table) {
        review.leave();
        if (here() != ViewId.of(table)) {
            go(ViewId.of(table));
        }
    }

    void open(Query query) {
        table(query.table()).model().ask(query);
        go(ViewId.of(query.table()));
    }

    void open(SavedView saved) {
        table(saved.table()).show(saved);
        go(ViewId.of(saved.table()));
    }

    void openBatch(Entity entity, String batch) {
        pages.batch().open(entity, batch);
        go(ViewId.BATCH);
    }

    /// Whose records are in sight; companies, where nobody's are.
    Entity entity() {
        return Optional.ofNullable(here().table()).flatMap(Entity::ofIntake).orElse(Entity.COMPANY);
    }

    List<Command> commands() {
        return List.of(Command.of("back", "Alt+Left", trail::canGoBack, () -> revisit(trail.back())),
                Command.of("forward", "Alt+Right", trail::canGoForward, () -> revisit(trail.forward())),
                Command.of("escape", "Esc", this::escape));
    }

    /// The buttons of a mouse that are for going back and forward.
    void onMouse(MouseEvent e) {
        if (e.getButton() == MouseButton.BACK || e.getButton() == MouseButton.FORWARD) {
            revisit(e.getButton() == MouseButton.BACK ? trail.back() : trail.forward());
            e.consume();
        }
    }

    /// Puts the keyboard where work goes on: into the view in sight.
    void focus() {
        Page page = inSight();
        if (page.node().getScene() == null) {
            // The pane around it has no skin yet, so nothing in it can have the keyboard.
            whenInScene(page.node(), this::focus);
            return;
        }
        page.focus();
        if (!FocusKeeper.within(page.node(), owner())) {
            page.node().requestFocus();
        }
    }

    private static void whenInScene(Node node, Runnable then) {
        node.sceneProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Scene> scene, Scene old, Scene now) {
                scene.removeListener(this);
                then.run();
            }
        });
    }

    /// One step back each time: to the row, to the table without the drawer, to no row ticked.
    private void escape() {
        Node before = owner();
        focus();
        if (owner() != before) {
            return;
        }
        if (record.isOpen()) {
            record.close();
        } else {
            inSight().escape();
        }
    }

    private Node owner() {
        return window.getScene().getFocusOwner();
    }

    /// Asks again what was asked at that stop.
    private void revisit(Optional<Trail.Stop> stop) {
        stop.ifPresent(to -> {
            if (to.query() != null) {
                pages.table(to.view()).model().again(to.query());
            }
            go(to.view());
        });
    }

    private void showFacts(ViewId of) {
        facts.unbind();
        facts.set("");
        if (of.table() != null) {
            RowList rows = pages.table(of).model().rows();
            facts.bind(Bindings.createStringBinding(() -> rows.query() == null ? "" : Messages.get("status.facts",
                    rows.countTextProperty().get(), rows.millisProperty().get(), rows.countProperty().get()),
                    rows.countTextProperty(), rows.countProperty(), rows.millisProperty(), rows.queryProperty()));
        }
    }
}
