package barton.steward.ui.importing;

import barton.steward.catalog.Table;
import barton.steward.model.StewardException;
import barton.steward.model.StewardException.Kind;
import barton.steward.model.update.UpdateKind;
import barton.steward.model.update.UpdatePlan;
import barton.steward.model.update.UpdatePlan.NewRows;
import barton.steward.model.update.UpdateReport;
import barton.steward.model.update.UpdateReport.FieldDiff;
import barton.steward.model.update.UpdateReport.Line;
import barton.steward.model.update.Winner;
import barton.steward.service.Session;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Job;
import barton.steward.ui.task.Tasks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// What a file would change in the records that it names, who wins in which column, and then how it went.
public final class UpdateViewModel {
    /// UNKNOWN: the connection broke while it was being written.
    public enum Step { LOOKING, SEEN, RUNNING, UNKNOWN, DONE }

    private final Session session;
    private final Tasks tasks;
    private final UpdatePlan asked;
    private final Map<String, List<String>> mapping;
    private final BatchChoice into;
    private final BooleanProperty takesNew = new SimpleBooleanProperty();
    private final Map<String, ObjectProperty<Winner>> winners = new LinkedHashMap<>();
    private final ObservableList<FieldDiff> fields = FXCollections.observableArrayList();
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final FilteredList<Line> shown = new FilteredList<>(lines);
    private final ObjectProperty<UpdateKind> kind = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<UpdateReport> report = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<StewardException> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.LOOKING);
    private final ReadOnlyLongWrapper rows = new ReadOnlyLongWrapper();
    private final BooleanBinding ready;
    private UpdatePlan plan;
    private UUID request;
    private Job job;
    private boolean deciding;

    /// @param mapping as an import of the file would have it, for its new rows
    public UpdateViewModel(Session session, Tasks tasks, UpdatePlan asked, Map<String, List<String>> mapping) {
        this.session = session;
        this.tasks = tasks;
        this.asked = asked;
        this.mapping = mapping;
        var entity = asked.table().entity().orElseThrow();
        this.into = new BatchChoice(entity, session.imports(entity), tasks);
        kind.addListener((o, was, now) -> shown.setPredicate(now == null ? null : line -> line.kind() == now));
        ready = Bindings.createBooleanBinding(() -> step.get() == Step.SEEN && report.get() != null && (report.get().writes() > 0
                && (!takesNew() || into.usable().get()) || takesNew() && into.usable().get()), step, report, takesNew, into.usable());
    }

    public Table table() {
        return asked.table();
    }

    /// What was seen, or done; null while it is not known.
    public ReadOnlyObjectProperty<UpdateReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<StewardException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /// How many rows of the file are read.
    public ReadOnlyLongProperty rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// The rows of the kind that is asked for.
    public ObservableList<Line> lines() {
        return shown;
    }

    /// Null: rows of every kind.
    public ObjectProperty<UpdateKind> kindProperty() {
        return kind;
    }

    /// The columns in which file and records differ.
    public ObservableList<FieldDiff> fields() {
        return fields;
    }

    /// Who wins in a column.
    public ObjectProperty<Winner> winner(String field) {
        return winners.computeIfAbsent(field, f -> {
            var winner = new SimpleObjectProperty<>(Winner.FILL);
            winner.addListener((o, was, now) -> look());
            return winner;
        });
    }

    /// Lets the same side win in every column in which they differ.
    public void all(Winner winner) {
        deciding = true;
        fields.forEach(f -> winner(f.field()).set(winner));
        deciding = false;
        look();
    }

    /// Into which batch new rows go.
    public BatchChoice into() {
        return into;
    }

    /// Whether new rows are taken in the same go.
    public BooleanProperty takesNewProperty() {
        return takesNew;
    }

    private boolean takesNew() {
        return takesNew.get() && report.get() != null && report.get().fresh() > 0;
    }

    /// Whether it can be written.
    public BooleanBinding ready() {
        return ready;
    }

    /// Compares the file with the records; nothing is written.
    public void look() {
        if (deciding) {
            return;
        }
        drop();
        problem.set(null);
        step.set(Step.LOOKING);
        UpdatePlan looking = plan();
        run("update.looking", () -> session.updates().preview(looking), this::seen, failure -> problem.set(failure.cause()));
    }

    private void run(String name, Callable<UpdateReport> work, Consumer<UpdateReport> onDone,
                     Consumer<Failure> onFailure) {
        job = tasks.work(Messages.get(name, asked.file().getFileName()), work, onDone, onFailure);
        rows.bind(job.rowsProperty());
    }

    private UpdatePlan plan() {
        var chosen = new LinkedHashMap<String, Winner>();
        winners.forEach((field, winner) -> chosen.put(field, winner.get()));
        return asked.winners(chosen);
    }

    private void seen(UpdateReport found) {
        report.set(found);
        if (!fields.stream().map(FieldDiff::field).toList().equals(found.fields().stream().map(FieldDiff::field).toList())) {
            var all = new LinkedHashMap<String, FieldDiff>();
            fields.forEach(f -> all.put(f.field(), new FieldDiff(f.field(), 0, 0, 0, 0)));
            found.fields().forEach(f -> all.put(f.field(), f));
            fields.setAll(all.values());
        } else {
            fields.setAll(found.fields());
        }
        lines.setAll(found.lines());
        step.set(Step.SEEN);
    }

    /// Writes what was seen; ends in DONE, back in SEEN with a problem, or UNKNOWN.
    public void perform() {
        plan = takesNew() ? plan().fresh(Optional.of(new NewRows(into.id(), into.use(), mapping))) : plan();
        request = UUID.randomUUID();
        write(this::failed);
    }

    /// Finds out what became of it where the outcome is UNKNOWN, and writes it where nothing was kept.
    public void lookUp() {
        write(failure -> {
            problem.set(failure.cause());
            step.set(failure.cause().kind() == Kind.REFUSED ? Step.SEEN : Step.UNKNOWN);
        });
    }

    private void write(Consumer<Failure> onFailure) {
        problem.set(null);
        step.set(Step.RUNNING);
        UpdatePlan agreed = plan;
        String seen = report.get().seen();
        UUID by = request;
        run("update.writing", () -> session.updates().perform(agreed, seen, by), done -> {
            report.set(done);
            step.set(Step.DONE);
        }, onFailure);
    }

    private void failed(Failure failure) {
        problem.set(failure.cause());
        step.set(failure.cause().kind() == Kind.OUTCOME_UNKNOWN ? Step.UNKNOWN : Step.SEEN);
        into.count();
    }

    /// Stops what runs; nothing of it is kept.
    public void cancel() {
        job.cancel();
    }

    /// What is being looked at is not wanted any more.
    public void drop() {
        if (job != null && step.get() == Step.LOOKING) {
            job.drop();
        }
    }
}
