package barton.steward.ui.actions;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.config.Preferences;
import barton.steward.model.file.FileOptions;
import barton.steward.model.history.Action;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.model.view.SavedView;
import barton.steward.service.Session;
import barton.steward.ui.controls.NoticeStrip;
import barton.steward.ui.controls.TabKey;
import barton.steward.ui.record.RecordViewModel;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Notices;
import barton.steward.ui.support.TestScene;
import barton.steward.ui.task.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxToolkit;

/// A window around one view, for its test: the real task runner and dialogs, and a record of what the view asked the window for.
public final class TestContext extends TestScene implements AppContext {
    public final List<Query> opened = new ArrayList<>();
    public final List<String> edits = new ArrayList<>();
    public final List<SavedView> views = new ArrayList<>();
    public final List<String> runsOpened = new ArrayList<>();
    public final List<String> batches = new ArrayList<>();
    public final List<String> audits = new ArrayList<>();
    public final List<String> promotions = new ArrayList<>();
    public final List<List<Table>> changes = new ArrayList<>();
    public final List<Failure> failures = new ArrayList<>();
    public final List<Command> commands = new ArrayList<>();
    public final List<String> records = new ArrayList<>();
    public final List<Selection> exports = new ArrayList<>();
    public final List<String> slots = new ArrayList<>();
    public final List<String> sidecars = new ArrayList<>();
    public final List<Long> undone = new ArrayList<>();
    public final List<Draft> kept = new ArrayList<>();
    public final List<String> browsed = new ArrayList<>();
    public final List<String> recipes = new ArrayList<>();
    public final List<String> spellings = new ArrayList<>();
    public final List<String> profiled = new ArrayList<>();
    public int imports;

    private final Session session;
    private final Tasks tasks = Tasks.onThreads(failures::add);
    private final DecisionQueue decisions;
    private final Preferences preferences;
    private Permissions permissions;
    private AlertWatch alerts;
    private Dialogs dialogs;
    private Notices notices;
    private Scene scene;

    private TestContext(Session session, Path settings) {
        this.session = session;
        this.decisions = new DecisionQueue(session.tables(), tasks, new RecordViewModel(session, tasks));
        this.preferences = Preferences.at(settings);
    }

    /// Shows what the view makes of the window.
    public static TestContext show(Session session, double width, double height, Function<TestContext, Node> view) {
        try {
            Stage stage = FxToolkit.registerPrimaryStage();
            var context = new TestContext(session, Files.createTempDirectory("bench").resolve("settings.json"));
            // Letters go to this window, and none of an earlier test is in the way.
            context.robot.targetWindow(stage);
            context.onWindow(() -> {
                Window.getWindows().stream().filter(w -> w != stage).toList().forEach(Window::hide);
                Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
                context.dialogs = new Dialogs();
                context.notices = new Notices();
                var root = new StackPane();
                context.scene = new Scene(root, width, height);
                TabKey.movesOnIn(context.scene);
                context.scene.getStylesheets().add(Messages.class.getResource("/barton/steward/steward.css").toExternalForm());
                var shown = new BorderPane(view.apply(context));
                shown.setBottom(new NoticeStrip(context.notices));
                root.getChildren().addAll(shown, context.dialogs.layer());
                stage.setScene(context.scene);
                atTheTop(stage);
                stage.setWidth(width);
                stage.setHeight(height);
                stage.show();
                return null;
            });
            context.settle();
            return context;
        } catch (TimeoutException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What was said, the latest last.
    public List<String> said() {
        return onWindow(() -> notices.all().reversed().stream().map(Notices.Notice::text).toList());
    }

    /// Saves how the window looks now, light and dark, where `-Dsteward.pictures=true` asks for it.
    public void picture(String name) {
        if (Boolean.getBoolean("steward.pictures")) {
            save(name + "-dark", new PrimerDark());
            save(name + "-light", new PrimerLight());
        }
    }

    private void save(String name, Theme theme) {
        run(() -> Application.setUserAgentStylesheet(theme.getUserAgentStylesheet()));
        save(name);
    }

    @Override
    public Scene scene() {
        return scene;
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
    public Permissions permissions() {
        if (permissions == null) {
            permissions = new Permissions(session, tasks);
        }
        return permissions;
    }

    @Override
    public AlertWatch alerts() {
        if (alerts == null) {
            alerts = new AlertWatch(session, tasks);
        }
        return alerts;
    }

    @Override
    public Notices notices() {
        return notices;
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
        return commands;
    }

    @Override
    public void open(Query query) {
        opened.add(query);
    }

    @Override
    public void open(SavedView view) {
        views.add(view);
    }

    @Override
    public void openRun(String run) {
        runsOpened.add(run);
    }

    @Override
    public void openRecord(Table table, Object key) {
        records.add(table + " " + key);
    }

    @Override
    public void resume(Row row, Field field, List<Draft> typed) {
        kept.addAll(typed);
        openRecord(row);
    }

    @Override
    public void editRecord(Row row) {
        openRecord(row);
    }

    @Override
    public void export(Selection all, Optional<Selection> selected, List<Field> shown) {
        exports.add(all);
        selected.ifPresent(exports::add);
    }

    @Override
    public void addSlot(String company) {
        slots.add(company);
    }

    @Override
    public void setSidecar(Table sidecars, String key) {
        this.sidecars.add(sidecars + " " + key);
    }

    @Override
    public void edit(Row row, Field field, String typed) {
        edits.add(row.key() + " " + field + " = " + typed);
    }

    @Override
    public void openOverview() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void openBatch(Entity entity, String batch) {
        batches.add(entity + " " + batch);
    }

    @Override
    public void audit(Entity entity, String batch) {
        audits.add(entity + " " + batch);
    }

    @Override
    public void promote(Entity entity, String batch) {
        promotions.add(batch);
    }

    @Override
    public void importCsv(Entity entity) {
        imports++;
    }

    @Override
    public void updateRecords(Table table) {
        imports++;
    }

    @Override
    public void verifyEmails() {
        imports++;
    }

    @Override
    public void review(Query query) {
        opened.add(query);
    }

    @Override
    public void profile(Query query) {
        opened.add(query);
    }

    @Override
    public void profile(Entity entity, Path file, FileOptions reading) {
        profiled.add(entity + " " + file.getFileName());
    }

    @Override
    public void clusters(Query query, Field field) {
        spellings.add(query + " " + field);
    }

    @Override
    public void recipes(Entity entity, String batch) {
        recipes.add(entity + " " + batch);
    }

    @Override
    public void browse(String address) {
        browsed.add(address);
    }

    @Override
    public void undo() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void undo(Action action) {
        undone.add(action.id());
    }

    @Override
    public void undo(long actionId) {
        undone.add(actionId);
    }

    @Override
    public void decided(Row before, Optional<Row> now) {
        changed(before.table());
    }

    @Override
    public void changed(Table... tables) {
        changes.add(List.of(tables));
    }
}
