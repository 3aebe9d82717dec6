package barton.steward.ui;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.config.Preferences;
import barton.steward.model.database.Permission;
import barton.steward.model.history.Action;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.model.view.SavedView;
import barton.steward.service.Session;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.actions.DecisionQueue;
import barton.steward.ui.actions.Draft;
import barton.steward.ui.actions.Permissions;
import barton.steward.ui.audit.AuditView;
import barton.steward.ui.exporting.ExportView;
import barton.steward.ui.history.ActionsDialog;
import barton.steward.ui.importing.ImportView;
import barton.steward.ui.importing.VerifyView;
import barton.steward.ui.palette.KeysView;
import barton.steward.ui.palette.PaletteView;
import barton.steward.ui.promotion.PromotionView;
import barton.steward.ui.sidecars.SidecarDialog;
import barton.steward.ui.slots.SlotDialog;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Notices;
import barton.steward.ui.support.Page;
import barton.steward.ui.task.Tasks;
import barton.steward.ui.virtual.CurrentRow;
import barton.steward.ui.virtual.RowList;
import barton.steward.ui.virtual.RowsViewModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/// The window's content while a database is open: navigation, the view in sight, the record drawer, the status bar.
final class MainWindow extends BorderPane implements AppContext {
    private static final double NARROW_WINDOW = 1150;
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final ObservableValue<Boolean> wide = widthProperty().map(width -> width.doubleValue() >= NARROW_WINDOW);
    private final Session session;
    private final Tasks tasks;
    private final Dialogs dialogs;
    private final Notices notices;
    private final Preferences preferences;
    private final Permissions permissions;
    private final UndoFlow undoing = new UndoFlow(this);
    private final Pages pages;
    private final ReadOnlyObjectWrapper<ViewId> place = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper("");
    private final AttentionCounts counts;
    private final ExternalChanges live;
    private final List<Command> commands;
    private final DecisionQueue decisions;
    private final StackPane view = new StackPane();
    private final Trail trail = new Trail();
    private final RecordPane record;
    private final ConnectionState connection;
    private final StatusBar status;
    private final Reviewing review = new Reviewing(this, this::setCenter, this::leftReview);
    private final Runnable connect;

    /// @param further commands of the application, which are the same whatever the window shows
    MainWindow(Session session, Tasks tasks, Dialogs dialogs, Notices notices, Preferences preferences, List<Command> further,
               Runnable connect) {
        this.session = session;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.notices = notices;
        this.preferences = preferences;
        this.permissions = new Permissions(session, tasks);
        this.connect = connect;
        this.pages = new Pages(this, connect);
        this.counts = new AttentionCounts(session, tasks, this::followFigures);
        this.record = new RecordPane(this, view, table -> pages.table(ViewId.of(table)));
        this.decisions = new DecisionQueue(session.tables(), tasks, record.record());
        this.connection = new ConnectionState(session, tasks, this::refresh);
        this.status = new StatusBar(new ConnectionLine(session.connection(), session.executor(), connection),
                facts.getReadOnlyProperty(), tasks, notices);
        this.commands = windowCommands(further);
        // A view that is wider than its place loses its right edge, not the marks of its rows.
        view.setAlignment(Pos.TOP_LEFT);
        setId("window");
        getStyleClass().add("main-window");
        setMinSize(0, 0);
        wide.addListener((o, was, now) -> pseudoClassStateChanged(NARROW, !now));
        setCenter(record.node());
        setLeft(new Navigation(wide, place.getReadOnlyProperty(), this::go, counts.byPlace(),
                commands.stream().filter(GoCommands::inMenu).map(permissions::permit).toList()));
        setBottom(status);
        var keys = new ShortcutHandler(this::commands, dialogs::isOpen, notices::say);
        addEventHandler(KeyEvent.KEY_PRESSED, keys);
        addEventHandler(KeyEvent.KEY_TYPED, keys);
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::onMouse);
        ImportView.acceptDrops(this, this, () -> Optional.ofNullable(place.get().table()).flatMap(Entity::ofIntake).orElse(Entity.COMPANY));
        go(preferences.get("place", ViewId.class).orElse(ViewId.OVERVIEW));
        var keeper = new FocusKeeper(this, record.drawer(), dialogs::isOpen, this::focus);
        dialogs.openProperty().subscribe(open -> {
            if (!open) {
                Platform.runLater(keeper::settle);
            }
        });
        this.live = new ExternalChanges(session, tasks, this::othersChanged);
    }

    /// Puts the keyboard where work goes on: into the view in sight.
    void focus() {
        Page page = inSight();
        page.focus();
        if (!FocusKeeper.within(page.node(), getScene().getFocusOwner())) {
            page.node().requestFocus();
        }
    }

    private Page inSight() {
        return review.isOpen() ? review.page() : pages.page(place.get());
    }

    /// What the view of a table asks, and whom it means.
    RowsViewModel model(Table table) {
        return pages.table(ViewId.of(table)).model();
    }

    /// Lets go of the database: nothing is followed any more.
    void leave() {
        review.end();
        live.close();
        connection.close();
        counts.stop();
    }

    /// Remembers the view in sight and how the tables are arranged.
    void remember() {
        record.commit();
        preferences.put("place", place.get());
        record.rememberWidth();
        pages.remember();
    }

    /// Saves what is being typed into the record.
    void saveTyped() {
        record.commit();
        review.leave();
    }

    /// Whether the steward has to choose between her values and somebody else's.
    boolean inConflict() {
        return record.record().conflictProperty().get() != null;
    }

    /// Why what was typed into records is not saved, and what was decided and is not written; empty where all of it is.
    List<String> unsaved() {
        return Stream.of(record.record().unsaved().stream(), decisions.unwritten().stream(), review.unsaved()).flatMap(all -> all)
                .toList();
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
        if (getScene() != null) {
            focus();
        }
        if (to.table() == null) {
            counts.count();
        } else {
            counts.countAfter(pages.table(to).model().rows());
        }
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public Tasks tasks() {
        return tasks;
    }

    @Override
    public Dialogs dialogs() {
        return dialogs;
    }

    @Override
    public Notices notices() {
        return notices;
    }

    @Override
    public Permissions permissions() {
        return permissions;
    }

    @Override
    public Preferences preferences() {
        return preferences;
    }

    @Override
    public DecisionQueue decisions() {
        return decisions;
    }

    @Override
    public List<Command> commands() {
        var all = new ArrayList<>(inSight().commands());
        commands.stream().filter(c -> all.stream().noneMatch(other -> other.id().equals(c.id()))).forEach(all::add);
        all.replaceAll(permissions::permit);
        return all;
    }

    @Override
    public void open(Query query) {
        ViewId to = ViewId.of(query.table());
        pages.table(to).model().ask(query);
        go(to);
    }

    @Override
    public void open(SavedView saved) {
        ViewId to = ViewId.of(saved.table());
        pages.table(to).show(saved);
        go(to);
    }

    @Override
    public void openRun(String run) {
        var made = Stream.of(Entity.values()).map(entity -> FigureQueries.madeBy(entity, run)).toList();
        tasks.run(Messages.get("task.count"), () -> made.stream().filter(q -> session.tables().count(Selection.all(q)) > 0)
                .findFirst(),
                found -> found.ifPresentOrElse(this::open, () -> notices.say(Messages.get("log.nothingmade", run))));
    }

    @Override
    public void openRecord(Table table, Object key) {
        review.leave();
        if (place.get() != ViewId.of(table)) {
            go(ViewId.of(table));
        }
        record.open(table, key);
    }

    @Override
    public void openRecord(Row row) {
        review.leave();
        if (place.get() != ViewId.of(row.table())) {
            go(ViewId.of(row.table()));
        }
        record.open(row);
    }

    @Override
    public void editRecord(Row row) {
        openRecord(row);
        record.edit();
    }

    @Override
    public void resume(Row row, Field field, List<Draft> typed) {
        review.leave();
        if (place.get() != ViewId.of(row.table())) {
            go(ViewId.of(row.table()));
        }
        record.resume(row, field, typed);
    }

    @Override
    public void edit(Row row, Field field, String typed) {
        record.edit(row, field, typed);
    }

    @Override
    public void openOverview() {
        go(ViewId.OVERVIEW);
    }

    @Override
    public void openBatch(Entity entity, String batch) {
        pages.batch().open(entity, batch);
        go(ViewId.BATCH);
    }

    @Override
    public void audit(Entity entity, String batch) {
        ifAllowed(Permission.AUDIT, () -> AuditView.open(this, entity, batch, () -> pages.page(place.get()).refresh()));
    }

    @Override
    public void promote(Entity entity, String batch) {
        ifAllowed(Permission.PROMOTE, () -> decisions.whenWritten(() -> PromotionView.open(this, entity, batch)));
    }

    @Override
    public void importCsv(Entity entity) {
        ifAllowed(Permission.IMPORT, () -> ImportView.open(this, entity, null));
    }

    @Override
    public void verifyEmails() {
        ifAllowed(Permission.EMAILS, () -> VerifyView.open(this));
    }

    @Override
    public void export(Selection all, Optional<Selection> selected, List<Field> shown) {
        ExportView.open(this, all, selected, shown);
    }

    @Override
    public void addSlot(String company) {
        ifAllowed(Permission.SLOTS, () -> SlotDialog.open(this, company));
    }

    @Override
    public void setSidecar(Table sidecars, String key) {
        ifAllowed(Permission.SIDECARS, () -> SidecarDialog.open(this, sidecars, key));
    }

    /// In the place of tables and record, until it is left.
    @Override
    public void review(Query query) {
        ifAllowed(Permission.DECIDE, () -> {
            record.commit();
            review.open(query);
        });
    }

    private void ifAllowed(Permission needed, Runnable run) {
        permissions.refusal(needed).ifPresentOrElse(notices::say, run);
    }

    private void leftReview() {
        setCenter(record.node());
        refresh();
        focus();
    }

    @Override
    public void browse(String address) {
        Browsing.open(this, address);
    }

    @Override
    public void undo() {
        ifAllowed(Permission.UNDO, () -> decisions.whenWritten(undoing::latest));
    }

    @Override
    public void undo(Action action) {
        ifAllowed(Permission.UNDO, () -> undoing.undo(action));
    }

    @Override
    public void undo(long actionId) {
        ifAllowed(Permission.UNDO, () -> undoing.undo(actionId));
    }

    /// The tables are read anew once nothing waits any more.
    @Override
    public void decided(Row shown, Optional<Row> now) {
        CurrentRow current = record.current(shown.table());
        now.ifPresent(current::read);
        current.decided(shown.key());
        if (decisions.isEmpty()) {
            changed(shown.table());
        }
    }

    @Override
    public void changed(Table... changed) {
        if (review.isOpen()) {
            pages.outdate(EnumSet.allOf(Table.class), null);
            review.refresh();
            counts.count();
            return;
        }
        Table shown = place.get().table();
        pages.outdate(EnumSet.allOf(Table.class), place.get());
        if (shown == null || Arrays.asList(changed).contains(shown)) {
            pages.page(place.get()).refresh();
        }
        record.refresh();
        counts.count();
    }

    private void othersChanged(Set<Table> changed) {
        if (review.isOpen()) {
            pages.outdate(changed, null);
            return;
        }
        pages.outdate(changed, place.get());
        Table shown = place.get().table();
        if (shown != null && changed.contains(shown)) {
            pages.table(place.get()).follow();
        }
        record.othersChanged(changed);
        counts.follow();
    }

    /// The figures take their time at large sizes, so they follow others' changes at a distance.
    private void followFigures() {
        if (place.get().table() == null) {
            pages.page(place.get()).refresh();
        }
    }

    private void refresh() {
        changed(Table.values());
    }

    /// One step back each time: to the row, to the table without the drawer, to no row ticked.
    private void escape() {
        Node before = getScene().getFocusOwner();
        focus();
        if (getScene().getFocusOwner() != before) {
            return;
        }
        if (record.isOpen()) {
            record.close();
        } else {
            inSight().escape();
        }
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

    private void onMouse(MouseEvent e) {
        if (e.getButton() == MouseButton.BACK || e.getButton() == MouseButton.FORWARD) {
            revisit(e.getButton() == MouseButton.BACK ? trail.back() : trail.forward());
            e.consume();
        }
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

    private List<Command> windowCommands(List<Command> further) {
        var all = new ArrayList<>(GoCommands.of(this, this::go));
        all.add(Command.of("palette", "Shortcut+K", () -> PaletteView.open(this)));
        all.add(Command.of("import", "Shortcut+I", this::importCsv));
        all.add(Command.of("promote", null, () -> promote(null)));
        all.add(Command.of("undo", "Shortcut+Z", this::undo));
        all.add(Command.of("actions", "Shortcut+Shift+Z", () -> ActionsDialog.open(this)));
        all.add(Command.of("redo", "Shortcut+Y", undoing::again));
        all.add(Command.of("back", "Alt+Left", trail::canGoBack, () -> revisit(trail.back())));
        all.add(Command.of("forward", "Alt+Right", trail::canGoForward, () -> revisit(trail.forward())));
        all.add(Command.of("refresh", "F5", this::refresh));
        all.add(Command.of("connect", null, connect));
        all.addAll(further);
        all.add(Command.of("messages", "Shortcut+M", status::showMessages));
        all.add(Command.of("keys", "F1", () -> KeysView.open(this)));
        all.add(Command.of("escape", "Esc", this::escape));
        return all;
    }
}
