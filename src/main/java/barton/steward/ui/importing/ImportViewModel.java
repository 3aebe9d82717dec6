package barton.steward.ui.importing;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.model.StewardException;
import barton.steward.model.StewardException.Kind;
import barton.steward.model.file.FileOptions;
import barton.steward.model.intake.BatchUse;
import barton.steward.model.intake.EarlierImport;
import barton.steward.model.intake.ImportPlan;
import barton.steward.model.intake.ImportPreview;
import barton.steward.model.intake.ImportReport;
import barton.steward.model.intake.UsState;
import barton.steward.service.Session;
import barton.steward.service.intake.CsvImport;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.TypedPath;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Job;
import barton.steward.ui.task.Tasks;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
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
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The import of one CSV file of companies, or of people: what file, how it is read, into which batch; then how it went.
public final class ImportViewModel {
    /// The encodings and delimiters that can be chosen where they are not recognised rightly.
    public static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"),
            StandardCharsets.ISO_8859_1, Charset.forName("ISO-8859-15"), StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    public static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    /// How far the import is. UNKNOWN: the connection broke while the rows were being saved.
    public enum Step { PREPARE, RUNNING, UNKNOWN, REPORT }

    private final Session session;
    private final Entity entity;
    private final CsvImport imports;
    private final Tasks tasks;
    private final Channel previews;
    private final Channel proposals;
    private final Channel existing;
    private final Channel comparing;
    private final StringProperty path = new SimpleStringProperty("");
    private final ObjectProperty<Charset> charset = new SimpleObjectProperty<>();
    private final ObjectProperty<Character> delimiter = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<ImportPreview> preview = new ReadOnlyObjectWrapper<>();
    private final ColumnMapping mapping;
    private final StringProperty batch = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper batchNote = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper fileNote = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper sameFile = new ReadOnlyBooleanWrapper();
    private final BooleanProperty again = new SimpleBooleanProperty();
    private final StringProperty state = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper stateNote = new ReadOnlyStringWrapper("");
    private final BooleanProperty wholeOrNothing = new SimpleBooleanProperty();
    private final ReadOnlyLongWrapper rows = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.PREPARE);
    private final ReadOnlyObjectWrapper<StewardException> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ImportReport> report = new ReadOnlyObjectWrapper<>();
    private final BooleanBinding ready;
    private String proposed = "";
    private List<EarlierImport> earlier = List.of();
    private long inBatch;
    private boolean settling;
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
        this.previews = tasks.channel();
        this.proposals = tasks.channel();
        this.existing = tasks.channel();
        this.comparing = tasks.channel();
        charset.addListener((o, old, now) -> readAgain());
        delimiter.addListener((o, old, now) -> readAgain());
        state.addListener((o, old, now) -> proposeBatch());
        batch.addListener((o, old, now) -> inAnotherBatch(now));
        ready = Bindings.createBooleanBinding(
                () -> preview.get() != null && !batch.get().isBlank() && mapping.namesRows() && step.get() == Step.PREPARE
                        && (!sameFile.get() || again.get()),
                preview, batch, mapping.targets(), step, sameFile, again);
        proposeBatch();
    }

    /// The file, as typed or chosen; [#read()] looks into it.
    public StringProperty pathProperty() {
        return path;
    }

    /// Null until recognised.
    public ObjectProperty<Charset> charsetProperty() {
        return charset;
    }

    /// Null until recognised.
    public ObjectProperty<Character> delimiterProperty() {
        return delimiter;
    }

    /// The beginning of the file; null while there is none that can be read.
    public ReadOnlyObjectProperty<ImportPreview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /// What the file is of.
    public Entity entity() {
        return entity;
    }

    public ColumnMapping mapping() {
        return mapping;
    }

    /// The batch id; follows the state until the steward writes another.
    public StringProperty batchProperty() {
        return batch;
    }

    /// Says where the batch has rows already, or this very file; else empty.
    public ReadOnlyStringProperty batchNoteProperty() {
        return batchNote.getReadOnlyProperty();
    }

    /// Says where the file was taken into another batch before; else empty.
    public ReadOnlyStringProperty fileNoteProperty() {
        return fileNote.getReadOnlyProperty();
    }

    /// Whether this file was taken into this batch before, so that it is not taken again unless [#againProperty()] says so.
    public ReadOnlyBooleanProperty sameFileProperty() {
        return sameFile.getReadOnlyProperty();
    }

    /// Whether the steward wants the rows of the file in the batch once more.
    public BooleanProperty againProperty() {
        return again;
    }

    /// The state of rows that name none; blank for none.
    public StringProperty stateProperty() {
        return state;
    }

    /// Why the state cannot be used; else empty.
    public ReadOnlyStringProperty stateNoteProperty() {
        return stateNote.getReadOnlyProperty();
    }

    public BooleanProperty wholeOrNothingProperty() {
        return wholeOrNothing;
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

    /// Reads the beginning of the file anew, recognising encoding and delimiter.
    public void read() {
        settle(() -> {
            charset.set(null);
            delimiter.set(null);
        });
        look();
    }

    private void readAgain() {
        if (!settling) {
            look();
        }
    }

    private void look() {
        preview.set(null);
        problem.set(null);
        knownOfFile(List.of());
        comparing.drop();
        if (path.get().isBlank()) {
            previews.drop();
            return;
        }
        try {
            Path file = file();
            FileOptions wanted = FileOptions.NONE.charset(charset.get()).delimiter(delimiter.get());
            previews.run(Messages.get("import.reading"), () -> imports.preview(file, wanted),
                    this::show, failure -> problem.set(failure.cause()));
        } catch (InvalidPathException e) {
            problem.set(StewardException.refused(Messages.get("import.path.invalid"), Messages.get("import.path.invalid.advice")));
        }
    }

    private void show(ImportPreview found) {
        settle(() -> {
            charset.set(found.format().charset());
            delimiter.set(found.format().delimiter());
        });
        if (!found.header().equals(mapping.headers())) {
            mapping.setLists(found.header(), found.mapping());
        }
        preview.set(found);
        proposeBatch();
        compare();
    }

    private void compare() {
        Path file = file();
        comparing.run(Messages.get("import.comparing"), () -> imports.earlier(file), this::knownOfFile,
                failure -> problem.set(failure.cause()));
    }

    private void knownOfFile(List<EarlierImport> found) {
        earlier = found;
        tellWhatIsThere();
    }

    private void settle(Runnable change) {
        settling = true;
        change.run();
        settling = false;
    }

    /// For the state given, else the one that the first rows agree on.
    private void proposeBatch() {
        stateNote.set("");
        String of = state.get().isBlank() ? stateOfRows() : state.get().strip();
        proposals.run(Messages.get("import.proposing"), () -> imports.proposeBatch(of), this::propose,
                failure -> stateNote.set(failure.cause().getMessage()));
    }

    private void propose(String proposal) {
        if (batch.get().equals(proposed)) {
            proposed = proposal;
            batch.set(proposal);
        }
    }

    private String stateOfRows() {
        ImportPreview found = preview.get();
        String header = found == null ? null : mapping.chosen().get(entity.state().name());
        if (header == null) {
            return "";
        }
        int column = found.header().indexOf(header);
        List<String> states = found.rows().stream().filter(row -> column < row.size()).map(row -> row.get(column).strip())
                .filter(text -> !text.isEmpty()).distinct().toList();
        return states.size() == 1 && UsState.of(states.getFirst()).isPresent() ? states.getFirst() : "";
    }

    private void inAnotherBatch(String name) {
        again.set(false);
        inBatch = 0;
        tellWhatIsThere();
        countExisting(name);
    }

    private void countExisting(String name) {
        if (name.isBlank()) {
            existing.drop();
            return;
        }
        existing.run(Messages.get("import.counting"), () -> imports.content(name.strip()), content -> {
            inBatch = content.rows();
            tellWhatIsThere();
        });
    }

    private void tellWhatIsThere() {
        Optional<EarlierImport> same = earlier.stream().filter(e -> e.batch().equals(batch.get().strip())).findFirst();
        sameFile.set(same.isPresent());
        batchNote.set(same.map(e -> said("import.batch.same", e))
                .orElse(inBatch == 0 ? "" : Messages.get("import.batch.exists", inBatch)));
        fileNote.set(same.isPresent() || earlier.isEmpty() ? "" : said("import.earlier", earlier.getFirst()));
    }

    private static String said(String message, EarlierImport of) {
        return Messages.get(message, of.rows(), of.batch(), Formats.time(of.at()), of.executor());
    }

    /// Takes the file in; ends in the report, back in PREPARE with a problem, or UNKNOWN.
    public void start() {
        plan = ImportPlan.of(file(), preview.get(), batch.get().strip()).mapping(mapping.chosenLists()).state(state.get().strip())
                .wholeOrNothing(wholeOrNothing.get()).use(use());
        request = UUID.randomUUID();
        run(this::failed);
    }

    /// As was shown: what others put into the batch meanwhile is not joined unseen.
    private BatchUse use() {
        return sameFile.get() ? BatchUse.AGAIN : inBatch > 0 ? BatchUse.APPEND : BatchUse.NEW;
    }

    /// Finds out what became of an import whose outcome is UNKNOWN; takes the file in where nothing of it was kept.
    public void lookUp() {
        run(this::stillUnknown);
    }

    private void run(Consumer<Failure> onFailure) {
        ImportPlan asked = plan;
        UUID by = request;
        problem.set(null);
        step.set(Step.RUNNING);
        job = tasks.work(Messages.get("import.job", asked.batch()), () -> imports.run(asked, by), this::finished, onFailure);
        rows.bind(job.rowsProperty());
    }

    private void finished(ImportReport result) {
        report.set(result);
        step.set(Step.REPORT);
    }

    private void failed(Failure failure) {
        problem.set(failure.cause());
        step.set(failure.cause().kind() == Kind.OUTCOME_UNKNOWN ? Step.UNKNOWN : Step.PREPARE);
        countExisting(batch.get());
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
        preview.set(null);
        knownOfFile(List.of());
        path.set("");
        batch.set("");
        proposed = "";
        step.set(Step.PREPARE);
        proposeBatch();
    }

    /// The refusals as lines of a CSV file, with a header.
    public String refusalsAsText() {
        return ReportText.of(report.get());
    }

    /// Writes the refusals into a file.
    public void saveRefusals(Path file, Runnable onSaved) {
        String text = refusalsAsText();
        tasks.save(Messages.get("import.report.saving", report.get().refused()),
                () -> Files.writeString(file, text), saved -> onSaved.run());
    }

    private Path file() {
        return TypedPath.of(path.get());
    }
}
