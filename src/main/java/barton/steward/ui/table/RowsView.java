package barton.steward.ui.table;

import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.model.view.SavedView;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Page;
import barton.steward.ui.table.filter.FilterDialog;
import barton.steward.ui.virtual.RowList;
import barton.steward.ui.virtual.RowsTable;
import barton.steward.ui.virtual.RowsViewModel;
import barton.steward.ui.virtual.ViewColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A table view: what is asked, the rows, and what can be done with them. The catalog says what it shows; a view of one table adds the
/// commands of its own.
public final class RowsView implements Page {
    private final AppContext context;
    private final RowsViewModel model;
    private final RowsTable table;
    private final TableMemory memory;
    private final ColumnLayout layout;
    private final SavedViewsPanel views;
    private final FilterBar bar;
    private final VBox node;
    private final List<Command> commands = new ArrayList<>();
    private boolean stale;

    /// A table that is looked at, filtered, edited in the drawer and exported, and has no commands of its own.
    public static RowsView of(AppContext context, Table table) {
        return new RowsView(context, new RowsViewModel(table, context.tasks(), context.session().tables()), List.of(), List.of());
    }

    /// @param tools commands for the beginning of the view, of which the first is offered where the table is empty
    /// @param actions commands on the selected rows
    public RowsView(AppContext context, RowsViewModel model, List<Command> tools, List<Command> actions) {
        this(context, model, tools, actions, List.of());
    }

    /// @param rarer further commands on the selected rows, which share one button
    public RowsView(AppContext context, RowsViewModel model, List<Command> tools, List<Command> actions,
                    List<Command> rarer) {
        this.context = context;
        this.model = model;
        this.memory = new TableMemory(context.preferences(), model.table(), context.session().connection());
        model.prepare(memory.query(model.query()));
        this.table = new RowsTable(model, ViewColumn.of(model.table()));
        this.layout = new ColumnLayout(table);
        memory.arrange(layout);
        this.views = new SavedViewsPanel(context, model, layout);
        Command exporting = Command.of("export", "Shortcut+E", this::export);
        List<Command> first = permitted(tools);
        List<Command> main = permitted(actions);
        List<Command> further = permitted(rarer);
        commands.addAll(first);
        List<Command> all = Stream.concat(main.stream(), further.stream()).toList();
        commands.addAll(all);
        var copying = new RowsCopy(context, table, model, this::current, exporting::run);
        Command copy = Command.of("copy", "Shortcut+C", copying::copy);
        commands.add(copy);
        commands.add(Command.of("paste", "Shortcut+V", new RowsPaste(context, table, model)::paste));
        var web = new WebCells(context, table, this::current);
        if (model.table().fields().stream().anyMatch(Field::isWebAddress)) {
            commands.add(web.command());
        }
        commands.add(exporting);
        commands.add(Command.of("search", "/", () -> search().requestFocus()));
        if (model.table().fields().stream().anyMatch(Field::editable) && all.stream().noneMatch(c -> c.id().equals("editsidecar"))) {
            commands.add(Command.of("editrecord", "E", () -> current() != null, () -> context.editRecord(current())));
        }
        commands.add(Command.of("row", "Shortcut+G", this::goToRow));
        var toolNodes = new ArrayList<Node>(first.stream().map(this::toolButton).toList());
        toolNodes.add(new ColumnsButton(table, layout));
        this.bar = new FilterBar(model, model.table().facets(), new SavedViewsButton(views), context.dialogs(), toolNodes);
        var states = new TableStates(model, table, first.isEmpty() ? null : toolButton(first.getFirst()));
        VBox.setVgrow(states, Priority.ALWAYS);
        var editing = new CellEditing(context, table, model, states);
        commands.add(Command.of("editcell", "F2", editing::start));
        commands.add(Command.of("column", "Alt+Down", () -> HeaderMenu.open(table)));
        commands.replaceAll(this::permit);
        var more = new MoreMenu(main, further, () -> WhyNot.of(model));
        this.node = new VBox(bar, states, new ActionBar(model, main.stream().map(this::actionButton).toList(), more));
        node.setId(model.table().name());
        node.getStyleClass().add("rows-view");
        table.onTooLongARange(() -> context.notices().say(Messages.get("rows.longrange", RowList.LONGEST_RANGE)));
        HeaderMenu.install(table, model, layout, field -> FilterDialog.add(model, context.dialogs(), field));
        table.setContextMenu(new RowsMenu(table, model, this::openRecord, context::browse, all, copy, exporting));
        // What the buttons and links of the view do is done: the keyboard is needed at the rows again.
        node.addEventHandler(ActionEvent.ACTION, e -> {
            if (!context.dialogs().isOpen()) {
                focus();
            }
        });
        search().addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.DOWN) {
                focus();
                e.consume();
            }
        });
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        table.addEventHandler(MouseEvent.MOUSE_CLICKED, this::onClick);
    }

    /// Puts something of the view's own between what is asked and the rows.
    public void above(Node own) {
        node.getChildren().add(1, own);
    }

    /// The current record, which a command on a single record means; null where there is none, or where it was not read yet.
    public Row current() {
        return model.current().row();
    }

    /// Moves to a row.
    public void go(int index) {
        table.go(index);
    }

    /// Makes a record the current one, which may be none of the rows.
    public void show(Row row) {
        model.current().show(row);
        table.showCurrent();
    }

    /// Makes the record of a key the current one, which may have to be read first.
    public void open(Object key) {
        model.current().expect(key);
        table.showCurrent();
    }

    public RowsViewModel model() {
        return model;
    }

    /// Shows the rows of a saved view of this table.
    public void show(SavedView view) {
        views.switchOn(view);
    }

    /// Remembers how the steward arranged the table.
    public void remember() {
        memory.remember(layout, model.query());
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void refresh() {
        stale = false;
        model.refresh();
    }

    @Override
    public void shown() {
        if (stale || !model.isCurrent()) {
            refresh();
        }
    }

    /// Others changed rows while the view is in sight: it shows them without moving.
    public void follow() {
        model.rows().follow();
    }

    /// Rows changed while the view is out of sight: it reads them when it is shown.
    public void outdate() {
        stale = true;
    }

    @Override
    public void focus() {
        table.requestFocus();
    }

    @Override
    public void escape() {
        model.selection().clear();
    }

    @Override
    public List<Command> commands() {
        return List.copyOf(commands);
    }

    private Node search() {
        return bar.search();
    }

    private void export() {
        Optional<Selection> selected = model.canExport() ? Optional.of(model.selection().selection()) : Optional.empty();
        context.export(Selection.all(model.query()), selected, table.shownFields());
    }

    private void goToRow() {
        String count = model.rows().countTextProperty().get();
        context.dialogs().ask(Messages.get("row.title"), Messages.get("row.text", count, model.rows().size()), Messages.get("row.number"),
                "",
                Messages.get("row.go"), typed -> {
                    String digits = typed.replaceAll("[^0-9]", "");
                    if (!digits.isEmpty() && digits.length() < 10) {
                        table.go(Math.clamp(Long.parseLong(digits), 1, Math.max(1, model.rows().size())) - 1);
                        focus();
                    }
                });
    }

    private void tick() {
        if (current() != null && !model.current().isApart()) {
            model.selection().toggle(current());
        }
    }

    private void openRecord() {
        if (current() != null) {
            context.openRecord(current());
        }
    }

    private void onClick(MouseEvent e) {
        boolean plain = e.getButton() == MouseButton.PRIMARY && !e.isShiftDown() && !e.isShortcutDown();
        if (plain && RowsMenu.cell(e.getPickResult().getIntersectedNode()) != null) {
            openRecord();
        }
    }

    private void onKey(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown() || e.isShiftDown()) {
            return;
        }
        switch (e.getCode()) {
            case J, DOWN -> table.step(1);
            case K, UP -> table.step(-1);
            case PAGE_DOWN -> table.page(1);
            case PAGE_UP -> table.page(-1);
            case SPACE -> tick();
            case ENTER -> openRecord();
            default -> {
                return;
            }
        }
        e.consume();
    }

    private Explained actionButton(Command command) {
        Button button = button(command);
        button.disableProperty().bind(Bindings.createBooleanBinding(() -> !command.enabled().getAsBoolean(),
                model.selection().countProperty(), model.selection().changesProperty(), model.queryProperty(),
                model.rows().queryProperty(), model.rows().countProperty(), model.rows().failureProperty(),
                model.current().rowProperty(), context.permissions().grantedProperty()));
        return new Explained(button, () -> command.refusal().get().orElseGet(() -> WhyNot.of(model)));
    }

    private Node toolButton(Command command) {
        return Explained.unless(context.permissions().refusalProperty(command), button(command));
    }

    private List<Command> permitted(List<Command> all) {
        return all.stream().map(this::permit).toList();
    }

    private Command permit(Command command) {
        return context.permissions().permit(command, model.table());
    }

    private static Button button(Command command) {
        var button = new Button(command.title());
        button.setId(command.id());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(command.hint()));
        button.setOnAction(e -> command.run());
        return button;
    }
}
