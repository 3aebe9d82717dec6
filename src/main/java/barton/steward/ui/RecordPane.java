package barton.steward.ui;

import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.config.Preferences;
import barton.steward.model.query.Row;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.actions.Draft;
import barton.steward.ui.record.RecordDrawer;
import barton.steward.ui.record.RecordId;
import barton.steward.ui.record.RecordViewModel;
import barton.steward.ui.support.Messages;
import barton.steward.ui.table.RowsView;
import barton.steward.ui.virtual.CurrentRow;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.util.Subscription;
import org.controlsfx.control.MasterDetailPane;

/// The view in sight with the drawer beside it, which shows the current record of the view's table and no other.
final class RecordPane {
    private static final double WIDTH = 400;
    private static final double SHARE = 0.38;
    /// What laying out may change of a width by itself.
    private static final double TOLERANCE = 10;

    private final Preferences preferences;
    private final Function<Table, RowsView> views;
    private final RecordViewModel record;
    private final RecordDrawer drawer;
    private final MasterDetailPane panes;
    private double width;
    private Subscription following = Subscription.EMPTY;

    /// @param views the views of tables
    RecordPane(AppContext context, Node view, Function<Table, RowsView> views) {
        this.preferences = context.preferences();
        this.views = views;
        this.record = new RecordViewModel(context.session(), context.tasks());
        this.drawer = new RecordDrawer(context, record, this::close);
        this.panes = new MasterDetailPane(Side.RIGHT, view, drawer, false);
        panes.setAnimated(false);
        panes.setFocusTraversable(false);
        record.recordProperty().subscribe(row -> {
            if (row != null) {
                shown(row);
            }
        });
        record.onGone(gone -> current(gone.table()).decided(gone.key()));
        record.onSaved(saved -> {
            current(saved.row().table()).read(saved.row());
            context.notices().say(Messages.get("record.saved", Messages.table(saved.row().table())), Messages.get("history.undo"),
                    () -> context.undo(saved.actionId()));
            context.changed(saved.row().table());
        });
    }

    Node node() {
        return panes;
    }

    Node drawer() {
        return drawer;
    }

    RecordViewModel record() {
        return record;
    }

    boolean isOpen() {
        return panes.isShowDetailNode();
    }

    /// Opens the record with this key, which is read first.
    void open(Table table, Object key) {
        show();
        views.apply(table).open(key);
        record.open(table, key);
    }

    /// What is pressed next means the record that was opened, so it is shown before it is read anew.
    void open(Row row) {
        show();
        record.show(row);
        record.open(row.table(), row.key());
    }

    /// Puts the keyboard into the first faulty field.
    void edit() {
        drawer.edit();
    }

    /// Opens a record with what was typed into it and not saved, and the keyboard in one of its fields.
    void resume(Row row, Field field, List<Draft> typed) {
        record.keep(typed);
        if (record.record() != null && RecordId.of(record.record()).equals(RecordId.of(row))) {
            record.close();
        }
        open(row);
        drawer.edit(field);
    }

    void edit(Row row, Field field, String typed) {
        record.edit(row, field, typed);
    }

    /// Saves what is being typed.
    void commit() {
        drawer.commit();
    }

    /// From now on the drawer shows the current record of this table; of none where it is null.
    void follow(Table table) {
        if (record.record() == null || record.record().table() != table) {
            close();
        }
        following.unsubscribe();
        if (table != null) {
            CurrentRow current = current(table);
            current.heldProperty().bind(panes.showDetailNodeProperty());
            following = current.rowProperty().subscribe(this::showCurrent).and(() -> {
                current.heldProperty().unbind();
                current.heldProperty().set(false);
            });
        }
    }

    /// Reads the record anew.
    void refresh() {
        if (isOpen()) {
            record.refresh();
        }
    }

    /// Others changed rows of these tables.
    void othersChanged(Collection<Table> changed) {
        if (record.record() != null && changed.contains(record.record().table()) && !drawer.typing()) {
            refresh();
        }
    }

    void close() {
        record.close();
        rememberWidth();
        panes.setShowDetailNode(false);
    }

    void rememberWidth() {
        if (isOpen() && Math.abs(drawer.getWidth() - width) > TOLERANCE) {
            preferences.put("drawer", drawer.getWidth());
        }
    }

    CurrentRow current(Table table) {
        return views.apply(table).model().current();
    }

    /// As wide as the steward left it.
    private void show() {
        if (!isOpen()) {
            width = preferences.get("drawer", Double.class).orElse(Math.min(WIDTH, SHARE * panes.getWidth()));
            panes.setDividerPosition(1 - width / panes.getWidth());
            panes.setShowDetailNode(true);
        }
    }

    /// The record in the drawer is the current one of its table.
    private void shown(Row row) {
        CurrentRow current = current(row.table());
        if (current.row() != null && current.row().key().equals(row.key())) {
            current.read(row);
        } else {
            views.apply(row.table()).show(row);
        }
    }

    private void showCurrent(Row row) {
        boolean same = row != null && record.record() != null && RecordId.of(record.record()).equals(RecordId.of(row));
        if (row != null && isOpen() && !(same && drawer.typing())) {
            record.show(row);
        }
    }
}
