package barton.steward.ui.exporting;

import barton.steward.catalog.Field;
import barton.steward.catalog.KeptColumns;
import barton.steward.catalog.RowVersion;
import barton.steward.catalog.Table;
import barton.steward.model.StewardException;
import barton.steward.model.query.Selection;
import barton.steward.service.Session;
import barton.steward.service.export.ExportFormat;
import barton.steward.service.export.ExportPlan;
import barton.steward.service.export.ExportResult;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Sentences;
import barton.steward.ui.support.TypedPath;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Job;
import barton.steward.ui.task.Tasks;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The export of a selection: into which file, which columns, how; then how many rows were saved.
public final class ExportViewModel {
    /// How far the export is.
    public enum Step { PREPARE, RUNNING, DONE }

    private final Session session;
    private final Tasks tasks;
    private final Selection all;
    private final Optional<Selection> selected;
    private final Channel fileChecks;
    private final ObservableList<ExportColumn> columns = FXCollections.observableArrayList(c -> new Observable[] {c.chosenProperty()});
    private final ObservableList<ExportColumn> kept = FXCollections.observableArrayList(c -> new Observable[] {c.chosenProperty()});
    private final StringProperty path = new SimpleStringProperty("");
    private final ObjectProperty<ExportFormat> format = new SimpleObjectProperty<>(ExportFormat.CSV);
    private final BooleanProperty neutralise = new SimpleBooleanProperty(true);
    private final BooleanProperty byteOrderMark = new SimpleBooleanProperty();
    private final BooleanProperty forEditing = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper replaces = new ReadOnlyBooleanWrapper();
    private final BooleanProperty selectedOnly = new SimpleBooleanProperty();
    private final ReadOnlyLongWrapper allCount = new ReadOnlyLongWrapper(-1);
    private final ReadOnlyLongWrapper selectedCount = new ReadOnlyLongWrapper(-1);
    private final ReadOnlyLongWrapper count = new ReadOnlyLongWrapper(-1);
    private final ReadOnlyLongWrapper rows = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper saved = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper leftOut = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper cut = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.PREPARE);
    private final ReadOnlyObjectWrapper<StewardException> problem = new ReadOnlyObjectWrapper<>();
    private final BooleanBinding ready;
    private Job job;

    /// A field that may be exported.
    public record ExportColumn(Field field, BooleanProperty chosenProperty) {
    }

    /// @param all every row that the filter finds
    /// @param selected the selected ones; chosen first where they are more than the row that has the keyboard
    /// @param shown the fields that the view shows, which are chosen first
    public ExportViewModel(Session session, Tasks tasks, Selection all, Optional<Selection> selected, List<Field> shown) {
        this.session = session;
        this.tasks = tasks;
        this.all = all;
        this.selected = selected.filter(s -> !(s instanceof Selection.Matching matching && matching.except().isEmpty()));
        selectedOnly.set(this.selected.filter(s -> !(s instanceof Selection.Keys keys && keys.keys().size() == 1)).isPresent());
        count.bind(Bindings.when(selectedOnly).then(selectedCount).otherwise(allCount));
        this.fileChecks = tasks.channel();
        shown.forEach(field -> columns.add(new ExportColumn(field, new SimpleBooleanProperty(true))));
        all.table().fields().stream().filter(field -> !shown.contains(field))
                .forEach(field -> columns.add(new ExportColumn(field, new SimpleBooleanProperty(false))));
        if (all.table().isIntake()) {
            tasks.run(Messages.get("export.kept.looking"), () -> session.exports().kept(all), headers -> kept.setAll(headers.stream()
                    .map(header -> new ExportColumn(KeptColumns.column(header), new SimpleBooleanProperty())).toList()),
                    failure -> problem.set(failure.cause()));
        }
        path.addListener((o, old, now) -> lookForFile());
        format.addListener((o, old, now) -> path.set(renamed(path.get(), old, now)));
        ready = Bindings.createBooleanBinding(
                () -> !path.get().isBlank() && !(chosen(columns).isEmpty() && chosen(kept).isEmpty()) && step.get() == Step.PREPARE, path,
                columns, kept, step);
        count(all, allCount);
        this.selected.ifPresent(s -> count(s, selectedCount));
    }

    private void count(Selection of, ReadOnlyLongWrapper found) {
        tasks.run(Messages.get("export.counting"), () -> session.tables().count(of), found::set,
                failure -> problem.set(failure.cause()));
    }

    public Table table() {
        return all.table();
    }

    /// Whether there are selected rows beside all that the filter finds.
    public boolean hasSelected() {
        return selected.isPresent();
    }

    /// Whether the selected rows are exported, and not all that the filter finds.
    public BooleanProperty selectedOnlyProperty() {
        return selectedOnly;
    }

    /// How many rows the filter finds; −1 while that is not known.
    public ReadOnlyLongProperty allCountProperty() {
        return allCount.getReadOnlyProperty();
    }

    /// How many rows are selected; −1 while that is not known.
    public ReadOnlyLongProperty selectedCountProperty() {
        return selectedCount.getReadOnlyProperty();
    }

    /// Every field of the table: first those that the view shows, in its order.
    public ObservableList<ExportColumn> columns() {
        return columns;
    }

    /// What files have beside the columns of intake, among the rows that the filter finds; they come behind the others.
    public ObservableList<ExportColumn> kept() {
        return kept;
    }

    public StringProperty pathProperty() {
        return path;
    }

    /// What kind of file it becomes; the file's name follows.
    public ObjectProperty<ExportFormat> formatProperty() {
        return format;
    }

    /// The name with the ending of the new kind, where it had that of the old one.
    private static String renamed(String path, ExportFormat was, ExportFormat now) {
        String ending = "." + was.ending();
        return path.toLowerCase(Locale.ROOT).endsWith(ending)
                ? path.substring(0, path.length() - ending.length()) + "." + now.ending() : path;
    }

    /// Whether a CSV file begins with a byte order mark.
    public BooleanProperty byteOrderMarkProperty() {
        return byteOrderMark;
    }

    /// Whether the file gets what it needs to come back as an update.
    public BooleanProperty forEditingProperty() {
        return forEditing;
    }

    public boolean canComeBack() {
        return RowVersion.TABLES.contains(table());
    }

    /// Of how many cells the file lacks the end, when it is done.
    public ReadOnlyLongProperty cutProperty() {
        return cut.getReadOnlyProperty();
    }

    /// How many people were left out because nobody contacts them, when it is done.
    public ReadOnlyLongProperty leftOutProperty() {
        return leftOut.getReadOnlyProperty();
    }

    /// Moves a column by so many places in the file, as far as there are any.
    public void move(ExportColumn column, int by) {
        int from = columns.indexOf(column);
        int to = Math.clamp((long) from + by, 0, columns.size() - 1);
        if (from != to) {
            columns.remove(from);
            columns.add(to, column);
        }
    }

    /// Whether cells that a spreadsheet would run as a formula get an apostrophe in front.
    public BooleanProperty neutraliseProperty() {
        return neutralise;
    }

    /// Whether there is such a file already.
    public ReadOnlyBooleanProperty replacesProperty() {
        return replaces.getReadOnlyProperty();
    }

    /// How many rows will be exported; −1 while that is not known.
    public ReadOnlyLongProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /// How many rows are written so far.
    public ReadOnlyLongProperty rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// How many rows the file has, when it is done.
    public ReadOnlyLongProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<StewardException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public BooleanBinding ready() {
        return ready;
    }

    public void chooseAll(boolean chosen) {
        columns.forEach(column -> column.chosenProperty().set(chosen));
    }

    /// Writes the file; ends in DONE, or back in PREPARE with a problem.
    public void start() {
        problem.set(null);
        try {
            ExportPlan plan = plan();
            step.set(Step.RUNNING);
            job = tasks.work(Messages.get("export.job", plan.file().getFileName()),
                    () -> new Exported(session.exports().suppressed(plan), session.exports().write(plan.withoutSuppressed())),
                    this::finished, this::failed);
            rows.bind(job.rowsProperty());
        } catch (InvalidPathException e) {
            problem.set(StewardException.refused(Messages.get("export.path.invalid"), Messages.get("export.path.invalid.advice")));
        }
    }

    private ExportPlan plan() {
        Selection rowsOf = selectedOnly.get() ? selected.orElseThrow() : all;
        String filter = all instanceof Selection.Matching matching ? Sentences.of(rowsOf, matching.query()) : "";
        ExportPlan plan = ExportPlan.of(rowsOf, chosen(columns), file()).as(format.get()).safe(neutralise.get()).marked(byteOrderMark.get())
                .about(filter).kept(chosen(kept).stream().map(Field::name).toList());
        return forEditing.get() ? plan.forEditing() : plan;
    }

    /// Stops the export; no file is left behind.
    public void cancel() {
        job.cancel();
    }

    private record Exported(long leftOut, ExportResult written) {
    }

    private void finished(Exported done) {
        leftOut.set(done.leftOut());
        saved.set(done.written().rows());
        cut.set(done.written().cut());
        step.set(Step.DONE);
    }

    private void failed(Failure failure) {
        problem.set(failure.cause());
        step.set(Step.PREPARE);
    }

    private void lookForFile() {
        replaces.set(false);
        Arrays.stream(ExportFormat.values()).filter(f -> path.get().toLowerCase(Locale.ROOT).endsWith("." + f.ending()))
                .findFirst().ifPresent(format::set);
        try {
            Path file = file();
            fileChecks.run(Messages.get("export.looking"), () -> Files.isRegularFile(file), replaces::set);
        } catch (InvalidPathException e) {
            fileChecks.drop();
        }
    }

    private static List<Field> chosen(List<ExportColumn> of) {
        return of.stream().filter(column -> column.chosenProperty().get()).map(ExportColumn::field).toList();
    }

    private Path file() {
        return TypedPath.of(path.get());
    }
}
