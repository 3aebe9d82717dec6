package barton.steward.ui.table;

import barton.steward.model.query.Row;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ValueFormat;
import barton.steward.ui.virtual.CellCursor;
import barton.steward.ui.virtual.RowCell;
import barton.steward.ui.virtual.RowsTable;
import barton.steward.ui.virtual.RowsViewModel;
import barton.steward.ui.virtual.ViewColumn;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;

/// Edits cells where they stand. F2 and a double click edit a cell. Left and Right go from cell to cell; as long as a cell is marked,
/// typing goes into it, and letters mean no commands; Escape leads back to the row.
final class CellEditing {
    private final AppContext context;
    private final RowsTable table;
    private final RowsViewModel model;
    private final CellCursor cursor;
    private final StackPane over;
    private CellEditor editor;
    private boolean cellByCell;

    /// @param over holds the table, and the editor over it
    CellEditing(AppContext context, RowsTable table, RowsViewModel model, StackPane over) {
        this.context = context;
        this.table = table;
        this.model = model;
        this.cursor = table.cursor();
        this.over = over;
        over.addEventFilter(KeyEvent.KEY_PRESSED, this::onPressed);
        over.addEventFilter(KeyEvent.KEY_TYPED, this::onTyped);
        over.addEventFilter(ScrollEvent.SCROLL, e -> close(true));
        table.addEventHandler(MouseEvent.MOUSE_CLICKED, this::onClick);
        table.widthProperty().addListener(o -> Platform.runLater(this::place));
        model.rows().queryProperty().addListener(o -> close(true));
    }

    /// Edits the marked cell, or the first one of the row that can be edited.
    void start() {
        if (cursor.isOn()) {
            start(null);
        } else {
            editable(table.shownColumns().toList()).ifPresent(first -> startIn(first, null));
        }
    }

    private void startIn(ViewColumn column, String typed) {
        cellByCell = cursor.isOn();
        cursor.go(column);
        open(typed);
    }

    private void start(String typed) {
        cellByCell = true;
        open(typed);
    }

    /// @param typed what the editor begins with, or null for the value
    private void open(String typed) {
        close(true);
        int index = table.getFocusModel().getFocusedIndex();
        ViewColumn column = cursor.column().orElse(null);
        Row row = index < 0 || index >= model.rows().size() ? null : model.rows().get(index);
        Optional<String> refusal = context.permissions().refusal(model.table());
        if (row == null || column == null) {
            leave();
        } else if (refusal.isPresent()) {
            context.notices().say(refusal.get());
            leave();
        } else if (!column.field().editable()) {
            context.notices().say(Messages.get("cell.fixed", column.title()));
            leave();
        } else {
            table.go(index);
            table.layout();
            cursor.cell().ifPresentOrElse(cell -> show(row, column, cell, typed), this::leave);
        }
    }

    private void show(Row row, ViewColumn column, RowCell cell, String typed) {
        editor = new CellEditor(row, column, typed, this::onEditor, this::left);
        over.getChildren().add(editor);
        editor.place(over, cell);
        editor.begin();
    }

    private void place() {
        if (editor != null) {
            cursor.cell().ifPresent(cell -> editor.place(over, cell));
        }
    }

    /// One that is gone loses the keyboard only when the next one has it.
    private void left(CellEditor by) {
        if (by == editor) {
            close(true);
        }
    }

    /// Ends the editing; what was typed is saved, or, where that is asked for, dropped.
    private void close(boolean save) {
        CellEditor open = editor;
        if (open != null) {
            editor = null;
            over.getChildren().remove(open);
            if (save && open.changed()) {
                context.edit(open.row(), open.field(), open.text());
            }
        }
    }

    /// Whether it could be: what is faulty stays open, and says why.
    private boolean save() {
        Optional<String> problem = editor.changed() ? ValueFormat.problem(editor.field(), editor.text()) : Optional.empty();
        if (problem.isPresent()) {
            editor.say(problem.get());
            return false;
        }
        close(true);
        return true;
    }

    private void onEditor(KeyEvent e) {
        switch (e.getCode()) {
            case ESCAPE -> {
                close(false);
                leave();
            }
            case ENTER -> {
                if (e.isShiftDown() && editor.newLine()) {
                    break;
                }
                if (save()) {
                    leave();
                    table.go(table.getFocusModel().getFocusedIndex() + 1);
                }
            }
            case TAB -> {
                if (save()) {
                    next(e.isShiftDown());
                }
            }
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void next(boolean left) {
        List<ViewColumn> shown = table.shownColumns().toList();
        int at = shown.indexOf(cursor.column().orElse(null));
        List<ViewColumn> ahead = left ? shown.subList(0, at).reversed() : shown.subList(at + 1, shown.size());
        boolean stays = cellByCell;
        Optional<ViewColumn> next = editable(ahead);
        if (next.isEmpty()) {
            leave();
        } else {
            cursor.go(next.get());
            open(null);
            cellByCell = stays;
        }
    }

    /// Back to the table, cell by cell as before or row by row.
    private void leave() {
        if (!cellByCell) {
            cursor.clear();
        }
        table.requestFocus();
    }

    private void onPressed(KeyEvent e) {
        if (editor != null || !table.isFocused()) {
            return;
        }
        boolean plain = !e.isShortcutDown() && !e.isAltDown() && !e.isControlDown() && !e.isMetaDown();
        if (e.getCode() == KeyCode.F2) {
            start();
        } else if (plain && !e.isShiftDown() && (e.getCode() == KeyCode.LEFT || e.getCode() == KeyCode.RIGHT)) {
            cursor.move(e.getCode() == KeyCode.LEFT ? -1 : 1);
        } else if (cursor.isOn() && plain && e.getCode() == KeyCode.ESCAPE) {
            cursor.clear();
        } else if (cursor.isOn() && plain && (e.getCode() == KeyCode.DELETE || e.getCode() == KeyCode.BACK_SPACE)) {
            start("");
        } else if (!cursor.isOn() || !plain || !types(e.getText())) {
            return;
        }
        e.consume();
    }

    private void onTyped(KeyEvent e) {
        boolean plain = !e.isShortcutDown() && !e.isAltDown() && !e.isMetaDown();
        if (editor == null && table.isFocused() && cursor.isOn() && plain && types(e.getCharacter())) {
            start(e.getCharacter());
            e.consume();
        }
    }

    /// Blank picks the row.
    private static boolean types(String character) {
        return character.length() == 1 && character.charAt(0) > ' ' && character.charAt(0) != '\u007f';
    }

    private void onClick(MouseEvent e) {
        RowCell cell = RowsMenu.cell(e.getPickResult().getIntersectedNode());
        if (cell != null && e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
            startIn(cell.column(), null);
        }
    }

    private static Optional<ViewColumn> editable(List<ViewColumn> columns) {
        return columns.stream().filter(column -> column.field().editable()).findFirst();
    }
}
