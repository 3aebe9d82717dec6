package barton.steward.ui.importing;

import barton.steward.catalog.Entity;
import barton.steward.model.intake.BatchUse;
import barton.steward.model.intake.EarlierImport;
import barton.steward.model.intake.ImportPreview;
import barton.steward.model.intake.UsState;
import barton.steward.service.intake.IntakeImport;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Tasks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Into which batch a file goes, what is there already, and the state of rows that name none.
public final class BatchChoice {
    private final Entity entity;
    private final IntakeImport imports;
    private final Channel proposals;
    private final Channel existing;
    private final StringProperty batch = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper batchNote = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper fileNote = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper sameFile = new ReadOnlyBooleanWrapper();
    private final BooleanProperty again = new SimpleBooleanProperty();
    private final StringProperty state = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper stateNote = new ReadOnlyStringWrapper("");
    private final BooleanBinding usable = Bindings.createBooleanBinding(() -> !batch.get().isBlank() && (!sameFile.get() || again.get()),
            batch, sameFile, again);
    private String stateOfRows = "";
    private String proposed = "";
    private List<EarlierImport> earlier = List.of();
    private long inBatch;

    BatchChoice(Entity entity, IntakeImport imports, Tasks tasks) {
        this.entity = entity;
        this.imports = imports;
        this.proposals = tasks.channel();
        this.existing = tasks.channel();
        state.addListener((o, old, now) -> propose());
        batch.addListener((o, old, now) -> inAnotherBatch());
        propose();
    }

    /// The batch id; follows the state until the steward writes another.
    public StringProperty idProperty() {
        return batch;
    }

    String id() {
        return batch.get().strip();
    }

    /// Says where the batch has rows already, or this very file; else empty.
    public ReadOnlyStringProperty noteProperty() {
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

    /// Whether rows may go into the batch.
    BooleanBinding usable() {
        return usable;
    }

    /// As was shown: what others put into the batch meanwhile is not joined unseen.
    BatchUse use() {
        return sameFile.get() ? BatchUse.AGAIN : inBatch > 0 ? BatchUse.APPEND : BatchUse.NEW;
    }

    /// Which imports took the file before.
    void earlier(List<EarlierImport> found) {
        earlier = found;
        tellWhatIsThere();
    }

    /// A file was read: the batch is named after the state that its first rows agree on.
    void read(ImportPreview preview, Map<String, String> mapping) {
        String header = mapping.get(entity.state().name());
        int column = header == null ? -1 : preview.header().indexOf(header);
        List<String> states = column < 0 ? List.of() : preview.rows().stream().map(row -> row.get(column).strip())
                .filter(text -> !text.isEmpty()).distinct().toList();
        stateOfRows = states.size() == 1 && UsState.of(states.getFirst()).isPresent() ? states.getFirst() : "";
        propose();
    }

    void forget() {
        stateOfRows = "";
        batch.set("");
        proposed = "";
        earlier(List.of());
        propose();
    }

    private void propose() {
        stateNote.set("");
        String of = state.get().isBlank() ? stateOfRows : state.get().strip();
        proposals.run(Messages.get("import.proposing"), () -> imports.proposeBatch(of), proposal -> {
            if (batch.get().equals(proposed)) {
                proposed = proposal;
                batch.set(proposal);
            }
        }, failure -> stateNote.set(failure.cause().getMessage()));
    }

    private void inAnotherBatch() {
        again.set(false);
        inBatch = 0;
        tellWhatIsThere();
        count();
    }

    /// Looks anew what the batch holds.
    void count() {
        String name = id();
        if (name.isEmpty()) {
            existing.drop();
            return;
        }
        existing.run(Messages.get("import.counting"), () -> imports.content(name), content -> {
            inBatch = content.rows();
            tellWhatIsThere();
        });
    }

    private void tellWhatIsThere() {
        Optional<EarlierImport> same = earlier.stream().filter(e -> e.batch().equals(id())).findFirst();
        sameFile.set(same.isPresent());
        batchNote.set(same.map(e -> said("import.batch.same", e))
                .orElse(inBatch == 0 ? "" : Messages.get("import.batch.exists", inBatch)));
        fileNote.set(same.isPresent() || earlier.isEmpty() ? "" : said("import.earlier", earlier.getFirst()));
    }

    private static String said(String message, EarlierImport of) {
        return Messages.get(message, of.rows(), of.batch(), Formats.time(of.at()), of.executor());
    }
}
