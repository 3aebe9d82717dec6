package barton.steward.ui.virtual;

import barton.steward.model.query.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// The one current record of a table: it has the keyboard, it is the one that is shown beside the table, and actions mean it where no
/// rows are ticked. It follows its record wherever rows go, and is never another one by itself: where the record leaves the rows, it
/// stays current while it is held, apart from them, until the steward moves on or has decided about it. Then the next one comes.
public final class CurrentRow {
    private final RowList rows;
    private final ReadOnlyObjectWrapper<Row> row = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty held = new SimpleBooleanProperty();
    private final List<Runnable> onPlace = new ArrayList<>();
    private Object key;
    private int place = -1;
    private final ReadOnlyBooleanWrapper apart = new ReadOnlyBooleanWrapper();
    private int questions;
    private Object decided;
    private boolean cameByItself;

    CurrentRow(RowList rows) {
        this.rows = rows;
        rows.onArrival(this::rowsArrived);
        rows.onMove(this::rowsMoved);
        rows.mark(() -> key == null || apart.get() ? Map.of() : Map.of(place, key));
        held.subscribe(now -> {
            if (!now && apart.get()) {
                comeToPlace();
                tell();
            }
        });
    }

    /// Null where there are no rows, and until the row at its place was read.
    public ReadOnlyObjectProperty<Row> rowProperty() {
        return row.getReadOnlyProperty();
    }

    public Row row() {
        return row.get();
    }

    /// Whether it is shown beside the table.
    public BooleanProperty heldProperty() {
        return held;
    }

    /// Whether it is none of the rows, or not known to be.
    public boolean isApart() {
        return apart.get();
    }

    public ReadOnlyBooleanProperty apartProperty() {
        return apart.getReadOnlyProperty();
    }

    /// The place of the record among the rows; −1 where it is none of them.
    int index() {
        return apart.get() ? -1 : place;
    }

    /// Told when the record may be at another place.
    void onPlace(Runnable run) {
        onPlace.add(run);
    }

    /// The steward goes to a row, if there is one at this place.
    public void goTo(int index) {
        if (index >= 0 && index < rows.size()) {
            moved();
            put(index);
            tell();
        }
    }

    /// The steward goes on by so many rows, or back. Where the next record has come by itself, one that she was going to has come.
    void step(int by) {
        if (by > 0 && cameByItself) {
            cameByItself = false;
        } else {
            goTo(apart.get() && by > 0 ? Math.min(place + by - 1, rows.size() - 1) : place + by);
        }
    }

    /// The steward opened this record, which may be none of the rows.
    public void show(Row opened) {
        be(opened.key(), opened);
    }

    /// The steward opened the record with this key: where that was not read yet, there is none until it is.
    public void expect(Object opened) {
        be(opened, null);
    }

    private void be(Object opened, Row known) {
        moved();
        int found = rows.place(opened);
        if (found >= 0) {
            put(found);
        } else {
            key = opened;
            place = Math.max(0, place);
            apart.set(true);
            row.set(known);
        }
        tell();
    }

    /// A record was read anew.
    public void read(Row now) {
        rows.replace(now);
        if (apart.get() && now.key().equals(key)) {
            row.set(now);
        }
    }

    /// The steward has decided about a record, or it is not there any more: where it leaves the rows, the next one comes.
    public void decided(Object about) {
        if (about.equals(key)) {
            decided = about;
            if (apart.get()) {
                comeToPlace();
                tell();
            }
        }
    }

    private void moved() {
        decided = null;
        cameByItself = false;
    }

    private void rowsArrived() {
        boolean another = rows.questions() != questions;
        questions = rows.questions();
        int found = key == null ? -1 : rows.place(key);
        if (found >= 0) {
            put(found);
        } else if (key == null || another && !(apart.get() && held.get())) {
            moved();
            put(another ? 0 : place);
        } else if (place >= rows.size() || rows.get(place) != null) {
            if (held.get() && !key.equals(decided)) {
                apart.set(true);
            } else {
                comeToPlace();
            }
        }
        tell();
    }

    private void rowsMoved(RowShift move) {
        place = move.of(place);
        tell();
    }

    /// The record at the place of the one that left.
    private void comeToPlace() {
        cameByItself = key.equals(decided) && place < rows.size();
        decided = null;
        put(place);
    }

    private void put(int index) {
        place = Math.clamp(index, rows.isEmpty() ? -1 : 0, rows.size() - 1);
        Row there = place < 0 ? null : rows.get(place);
        key = there == null ? null : there.key();
        apart.set(false);
        row.set(there);
    }

    private void tell() {
        onPlace.forEach(Runnable::run);
    }
}
