package barton.steward.ui.importing;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.model.StewardException;
import barton.steward.model.StewardException.Kind;
import barton.steward.model.intake.ImportCheck;
import barton.steward.model.intake.ImportPlan;
import barton.steward.model.intake.ImportPreview;
import barton.steward.model.intake.ImportReport;
import barton.steward.service.Session;
import barton.steward.service.intake.ImportFacts;
import barton.steward.service.intake.IntakeImport;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Job;
import barton.steward.ui.task.Tasks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// The import of one file of companies, or of people: what file, its columns, into which batch; then how it went.
public final class ImportViewModel {
    /// How far the import is. UNKNOWN: the connection broke while the rows were being saved.
    public enum Step { PREPARE, RUNNING, UNKNOWN, REPORT }

    private final Session session;
    private final Entity entity;
    private final IntakeImport imports;
    private final Tasks tasks;
    private final Channel comparing;
    private final Channel checking;
    private final FileChoice file;
    private final BatchChoice batch;
    private final ColumnMapping mapping;
    private final MappingMemory memory;
    private final UpdateChoice update;
    private final BooleanProperty wholeOrNothing = new SimpleBooleanProperty();
    private final BooleanProperty lowerEnds = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<ImportCheck> check = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper rows = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.PREPARE);
    private final ReadOnlyObjectWrapper<StewardException> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ImportReport> report = new ReadOnlyObjectWrapper<>();
    private final BooleanBinding ready;
    private ImportPlan plan;
    private UUID request;
    private Job job;

    public ImportViewModel(Session session, Tasks tasks, Entity entity) {
        this.session = session;
        this.entity = entity;
        this.imports = session.imports(entity);
        this.mapping = new ColumnMapping(imports.table().fields().stream().filter(Field::editable).map(Field::name).toList(),
                Set.copyOf(imports.names()));
        this.tasks = tasks;
        this.comparing = tasks.channel();
        this.checking = tasks.channel();
        this.file = new FileChoice(session, imports, tasks);
        this.batch = new BatchChoice(entity, imports, tasks);
        this.memory = new MappingMemory(session.mappings(), entity, tasks);
        this.update = new UpdateChoice(entity, session.updates(), mapping);
        file.readProperty().addListener((o, was, now) -> show(now));
        file.problemProperty().addListener((o, was, now) -> problem.set(now));
        mapping.targets().addListener((InvalidationListener) o -> {
            forgetCheck();
            update.offer();
        });
        lowerEnds.addListener((o, was, now) -> forgetCheck());
        ready = Bindings.createBooleanBinding(
                () -> file.preview() != null && step.get() == Step.PREPARE && (updates() ? update.usable().get()
                        : batch.usable().get() && mapping.namesRows()),
                file.readProperty(), batch.usable(), mapping.targets(), step, update.tableProperty(), update.usable());
    }

    public FileChoice file() {
        return file;
    }

    public BatchChoice batch() {
        return batch;
    }

    /// What the file is of.
    public Entity entity() {
        return entity;
    }

    public ColumnMapping mapping() {
        return mapping;
    }

    /// Whether the file updates records instead, and which.
    public UpdateChoice update() {
        return update;
    }

    private boolean updates() {
        return update.tableProperty().get() != null;
    }

    /// What the file would update, and who wins in it.
    UpdateViewModel updating() {
        return new UpdateViewModel(session, tasks, update.plan(file.path(), file.preview()), mapping.chosenLists());
    }

    /// Mappings that are kept.
    MappingMemory memory() {
        return memory;
    }

    public BooleanProperty wholeOrNothingProperty() {
        return wholeOrNothing;
    }

    /// Whether a range gives its lower end to a column of numbers, or nothing.
    public BooleanProperty lowerEndsProperty() {
        return lowerEnds;
    }

    /// What taking the file would come to, once [#check()] has read it; null before, and where something was said differently since.
    public ReadOnlyObjectProperty<ImportCheck> checkProperty() {
        return check.getReadOnlyProperty();
    }

    public ReadOnlyLongProperty rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /// Why the file cannot be read, or was not taken; else null.
    public ReadOnlyObjectProperty<StewardException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// How the import went; null before its end.
    public ReadOnlyObjectProperty<ImportReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /// Whether everything is there to start.
    public BooleanBinding ready() {
        return ready;
    }

    /// The sentences about the file, with the columns called as they are on the screen.
    ImportFacts facts() {
        return new ImportFacts(column -> entity.intake().field(column).map(f -> Messages.field(entity.intake(), f)).orElse(column));
    }

    /// What else there is to say of how it went.
    List<String> reportFacts() {
        return Stream.of(facts().claims(plan.mapping()), facts().passedOver(report.get().passedOver())).flatMap(List::stream).toList();
    }

    private void show(FileChoice.Read read) {
        forgetCheck();
        batch.earlier(List.of());
        if (read == null) {
            comparing.drop();
            return;
        }
        ImportPreview preview = read.preview();
        if (!preview.header().equals(mapping.headers())) {
            memory.read(preview.header(), read.before());
            mapping.setLists(preview.header(), memory.of(preview));
        }
        mapping.facts(preview.columns(), preview.counted(), preview.proposed());
        update.read(preview.header());
        batch.read(preview, mapping.chosen());
        compare();
        if (mapping.namesRows() && preview.counted() < IntakeImport.COUNTED_ROWS) {
            check();
        }
    }

    /// Takes the mapping of that name, as far as the file has its headers.
    public void useMapping(String name) {
        memory.use(name).ifPresent(found -> mapping.setLists(mapping.headers().stream().toList(), found));
    }

    private void forgetCheck() {
        checking.drop();
        check.set(null);
    }

    /// Reads the whole file and tells what taking it would come to; nothing is written.
    public void check() {
        ImportPlan asked = plan();
        checking.run(Messages.get("import.checking"), () -> imports.check(asked), check::set, failure -> problem.set(failure.cause()));
    }

    private void compare() {
        Path of = file.path();
        comparing.run(Messages.get("import.comparing"), () -> imports.earlier(of), batch::earlier, failure -> problem.set(failure.cause()));
    }

    private ImportPlan plan() {
        return ImportPlan.of(file.path(), file.preview(), batch.id().isEmpty() ? "-" : batch.id()).mapping(mapping.chosenLists())
                .state(batch.stateNoteProperty().get().isEmpty() ? batch.stateProperty().get().strip() : "").lowerEnds(lowerEnds.get());
    }

    /// Takes the file in; ends in the report, back in PREPARE with a problem, or UNKNOWN.
    public void start() {
        plan = plan().state(batch.stateProperty().get().strip()).wholeOrNothing(wholeOrNothing.get()).use(batch.use());
        request = UUID.randomUUID();
        run(this::failed);
    }

    /// Finds out what became of an import whose outcome is UNKNOWN; takes the file in where nothing of it was kept.
    public void lookUp() {
        run(this::stillUnknown);
    }

    private void run(Consumer<Failure> onFailure) {
        ImportPlan asked = plan;
        UUID by = request;
        checking.drop();
        problem.set(null);
        step.set(Step.RUNNING);
        job = tasks.work(Messages.get("import.job", asked.batch()), () -> imports.run(asked, by), this::finished, onFailure);
        rows.bind(job.rowsProperty());
    }

    private void finished(ImportReport result) {
        if (result.taken() > 0) {
            memory.save(mapping.headers().stream().toList(), plan.mapping());
        }
        report.set(result);
        step.set(Step.REPORT);
    }

    private void failed(Failure failure) {
        problem.set(failure.cause());
        step.set(failure.cause().kind() == Kind.OUTCOME_UNKNOWN ? Step.UNKNOWN : Step.PREPARE);
        batch.count();
        if (failure.cause().kind() == Kind.REFUSED) {
            compare();
        }
    }

    private void stillUnknown(Failure failure) {
        problem.set(failure.cause());
        step.set(failure.cause().kind() == Kind.REFUSED ? Step.PREPARE : Step.UNKNOWN);
    }

    /// Stops the import; nothing of the file is kept.
    public void cancel() {
        job.cancel();
    }

    /// Begins again with another file.
    public void another() {
        report.set(null);
        file.forget();
        batch.forget();
        step.set(Step.PREPARE);
    }

    /// The refusals as lines of a CSV file, with a header.
    public String refusalsAsText() {
        return ReportText.of(report.get());
    }

    /// Writes the refusals into a file.
    public void saveRefusals(Path to, Runnable onSaved) {
        String text = refusalsAsText();
        tasks.save(Messages.get("import.report.saving", report.get().refused()),
                () -> Files.writeString(to, text), saved -> onSaved.run());
    }
}
