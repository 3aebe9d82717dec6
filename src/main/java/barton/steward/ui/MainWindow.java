package barton.steward.ui;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.config.Preferences;
import barton.steward.model.database.Permission;
import barton.steward.model.file.FileOptions;
import barton.steward.model.history.Action;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.model.view.SavedView;
import barton.steward.service.Session;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.actions.AlertWatch;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.actions.DecisionQueue;
import barton.steward.ui.actions.Draft;
import barton.steward.ui.actions.Permissions;
import barton.steward.ui.history.ActionsDialog;
import barton.steward.ui.importing.ImportView;
import barton.steward.ui.palette.KeysView;
import barton.steward.ui.palette.PaletteView;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.Desktop;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Notices;
import barton.steward.ui.task.Tasks;
import barton.steward.ui.virtual.RowsViewModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/// The window's content while a database is open: navigation, the view in sight, the record drawer, the status bar.
final class MainWindow extends WindowFrame implements AppContext {
    private final Session session;
    private final Tasks tasks;
    private final Dialogs dialogs;
    private final Notices notices;
    private final Preferences preferences;
    private final Permissions permissions;
    private final WindowDialogs opening = new WindowDialogs(this);
    private final Pages pages;
    private final AttentionCounts counts;
    private final AlertWatch alerts;
    private final ExternalChanges live;
    private final List<Command> commands;
    private final DecisionQueue decisions;
    private final StackPane view = new StackPane();
    private final RecordPane record;
    private final Places places;
    private final Updates updates;
    private final ConnectionState connection;
    private final StatusBar status;
    private final Reviewing review = new Reviewing(this, this::setCenter, this::leftReview);
    private final Runnable connect;

    /// @param further commands of the application, which are the same whatever the window shows
    MainWindow(Session session, Tasks tasks, Dialogs dialogs, Notices notices, Preferences preferences, List<Command> further,
               Desktop desktop, Runnable connect) {
        this.session = session;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.notices = notices;
        this.preferences = preferences;
        this.permissions = new Permissions(session, tasks);
        this.connect = connect;
        this.alerts = new AlertWatch(session, tasks);
        new AlertNotices(alerts, this::inUse, () -> Desktop.wanted(preferences), desktop);
        this.pages = new Pages(this, connect);
        this.counts = new AttentionCounts(session, tasks, this::followFigures, alerts::follow);
        this.record = new RecordPane(this, view, table -> pages.table(ViewId.of(table)));
        this.decisions = new DecisionQueue(session.tables(), tasks, record.record());
        this.places = new Places(this, pages, record, review, counts, view);
        this.updates = new Updates(pages, places, record, review, counts, decisions);
        this.connection = new ConnectionState(session, tasks, updates::all);
        this.status = new StatusBar(new ConnectionLine(session.connection(), session.executor(), connection),
                places.factsProperty(), tasks, notices);
        this.commands = windowCommands(further);
        // A view that is wider than its place loses its right edge, not the marks of its rows.
        view.setAlignment(Pos.TOP_LEFT);
        setId("window");
        setCenter(record.node());
        setLeft(new Navigation(wide, places.placeProperty(), places::go, counts.byPlace(),
                commands.stream().filter(GoCommands::inMenu).map(permissions::permit).toList()));
        setBottom(status);
        var keys = new ShortcutHandler(this::commands, dialogs::isOpen, notices::say);
        addEventHandler(KeyEvent.KEY_PRESSED, keys);
        addEventHandler(KeyEvent.KEY_TYPED, keys);
        addEventFilter(MouseEvent.MOUSE_PRESSED, places::onMouse);
        ImportView.acceptDrops(this, this, places::entity);
        places.go(ViewId.remembered(preferences));
        var keeper = new FocusKeeper(this, record.drawer(), dialogs::isOpen, places::focus);
        dialogs.openProperty().subscribe(open -> {
            if (!open) {
                Platform.runLater(keeper::settle);
            }
        });
        this.live = new ExternalChanges(session, tasks, updates::othersChanged);
    }

    /// Puts the keyboard where work goes on: into the view in sight.
    void focus() {
        places.focus();
    }

    private boolean inUse() {
        return getScene() != null && getScene().getWindow() != null && getScene().getWindow().isFocused();
    }

    /// What the view of a table asks, and whom it means.
    RowsViewModel model(Table table) {
        return places.table(table).model();
    }

    /// Lets go of the database: nothing is followed any more.
    void leave() {
        review.end();
        live.close();
        connection.close();
        counts.stop();
        alerts.stop();
    }

    /// Remembers the view in sight and how the tables are arranged.
    void remember() {
        record.commit();
        preferences.put("place", places.here());
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
        places.go(to);
    }

    private void followFigures() {
        updates.followFigures();
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
    public AlertWatch alerts() {
        return alerts;
    }

    @Override
    public DecisionQueue decisions() {
        return decisions;
    }

    @Override
    public List<Command> commands() {
        var all = new ArrayList<>(places.inSight().commands());
        commands.stream().filter(c -> all.stream().noneMatch(other -> other.id().equals(c.id()))).forEach(all::add);
        all.replaceAll(permissions::permit);
        return all;
    }

    @Override
    public void open(Query query) {
        places.open(query);
    }

    @Override
    public void open(SavedView saved) {
        places.open(saved);
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
        places.be(table);
        record.open(table, key);
    }

    @Override
    public void openRecord(Row row) {
        places.be(row.table());
        record.open(row);
    }

    @Override
    public void editRecord(Row row) {
        openRecord(row);
        record.edit();
    }

    @Override
    public void resume(Row row, Field field, List<Draft> typed) {
        places.be(row.table());
        record.resume(row, field, typed);
    }

    @Override
    public void edit(Row row, Field field, String typed) {
        record.edit(row, field, typed);
    }

    @Override
    public void openOverview() {
        places.go(ViewId.OVERVIEW);
    }

    @Override
    public void openBatch(Entity entity, String batch) {
        places.openBatch(entity, batch);
    }

    @Override
    public void audit(Entity entity, String batch) {
        opening.audit(entity, batch, () -> places.page().refresh());
    }

    @Override
    public void promote(Entity entity, String batch) {
        opening.promote(entity, batch);
    }

    @Override
    public void importCsv(Entity entity) {
        opening.importCsv(entity);
    }

    @Override
    public void updateRecords(Table table) {
        opening.updateRecords(table);
    }

    @Override
    public void verifyEmails() {
        opening.verifyEmails();
    }

    @Override
    public void export(Selection all, Optional<Selection> selected, List<Field> shown) {
        opening.export(all, selected, shown);
    }

    @Override
    public void addSlot(String company) {
        opening.addSlot(company);
    }

    @Override
    public void setSidecar(Table sidecars, String key) {
        opening.setSidecar(sidecars, key);
    }

    /// In the place of tables and record, until it is left.
    @Override
    public void review(Query query) {
        opening.ifAllowed(Permission.DECIDE, () -> {
            record.commit();
            review.open(query);
        });
    }

    @Override
    public void profile(Query query) {
        opening.profile(query);
    }

    @Override
    public void profile(Entity entity, Path file, FileOptions reading) {
        opening.profile(entity, file, reading);
    }

    @Override
    public void clusters(Query query, Field field) {
        opening.clusters(query, field);
    }

    @Override
    public void recipes(Entity entity, String batch) {
        opening.recipes(entity, batch);
    }

    private void leftReview() {
        setCenter(record.node());
        updates.all();
        places.focus();
    }

    @Override
    public void browse(String address) {
        Browsing.open(this, address);
    }

    @Override
    public void undo() {
        opening.undo();
    }

    @Override
    public void undo(Action action) {
        opening.undo(action);
    }

    @Override
    public void undo(long actionId) {
        opening.undo(actionId);
    }

    @Override
    public void decided(Row shown, Optional<Row> now) {
        updates.decided(shown, now);
    }

    @Override
    public void changed(Table... changed) {
        updates.changed(changed);
    }

    private List<Command> windowCommands(List<Command> further) {
        var all = new ArrayList<>(GoCommands.of(this, places::go));
        all.add(Command.of("palette", "Shortcut+K", () -> PaletteView.open(this)));
        all.add(Command.of("import", "Shortcut+I", this::importCsv));
        all.add(Command.of("promote", null, () -> promote(null)));
        all.add(Command.of("undo", "Shortcut+Z", this::undo));
        all.add(Command.of("actions", "Shortcut+Shift+Z", () -> ActionsDialog.open(this)));
        all.add(Command.of("redo", "Shortcut+Y", opening::redo));
        all.add(Command.of("refresh", "F5", updates::all));
        all.add(Command.of("connect", null, connect));
        all.addAll(further);
        all.add(Command.of("messages", "Shortcut+M", status::showMessages));
        all.add(Command.of("keys", "F1", () -> KeysView.open(this)));
        all.addAll(places.commands());
        return all;
    }
}
