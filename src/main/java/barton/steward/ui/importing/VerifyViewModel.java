package barton.steward.ui.importing;

import barton.steward.model.StewardException;
import barton.steward.model.email.EarlierCheck;
import barton.steward.model.email.EmailCheckPlan;
import barton.steward.model.email.EmailCheckPreview;
import barton.steward.model.email.EmailCheckReport;
import barton.steward.model.file.FileOptions;
import barton.steward.model.file.FilePreview;
import barton.steward.service.Session;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.TypedPath;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Tasks;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The results of a verification service: what file, whose, what taking it would do; then how it went. What it would do is counted
/// anew whenever something is said differently.
public final class VerifyViewModel {
    private final Session session;
    private final Tasks tasks;
    private final Channel reading;
    private final Channel counting;
    private final StringProperty path = new SimpleStringProperty("");
    private final StringProperty service = new SimpleStringProperty("");
    private final ColumnMapping mapping = new ColumnMapping(EmailCheckPlan.COLUMNS, Set.of());
    private final ReadOnlyObjectWrapper<FilePreview> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<EmailCheckReport> counted = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<EmailCheckReport> report = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<StewardException> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper earlierNote = new ReadOnlyStringWrapper("");
    private final BooleanProperty again = new SimpleBooleanProperty();
    private boolean settling;
    private EmailCheckPlan plan;
    private UUID request;

    public VerifyViewModel(Session session, Tasks tasks) {
        this.session = session;
        this.tasks = tasks;
        this.reading = tasks.channel();
        this.counting = tasks.channel();
        earlierNote.bind(counted.map(c -> c.earlier().map(VerifyViewModel::said).orElse("")).orElse(""));
        InvalidationListener changed = o -> count();
        service.addListener(changed);
        mapping.targets().addListener(changed);
    }

    private static String said(EarlierCheck earlier) {
        return Messages.get("verify.earlier", earlier.people(), Formats.time(earlier.at()), earlier.executor());
    }

    /// The file, as typed or chosen; [#read()] looks into it.
    public StringProperty pathProperty() {
        return path;
    }

    /// Whose results they are; blank while nobody knows.
    public StringProperty serviceProperty() {
        return service;
    }

    /// Which headers give address, result and score.
    public ColumnMapping mapping() {
        return mapping;
    }

    /// The beginning of the file; null while there is none that can be read.
    public ReadOnlyObjectProperty<FilePreview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /// What taking the file would do; null while that is not known.
    public ReadOnlyObjectProperty<EmailCheckReport> countedProperty() {
        return counted.getReadOnlyProperty();
    }

    /// How it went; null before its end.
    public ReadOnlyObjectProperty<EmailCheckReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /// Why the file cannot be read, or was not taken; else null.
    public ReadOnlyObjectProperty<StewardException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Says where the same file was taken before, so that it is not taken again unless [#againProperty()] says so; else empty.
    public ReadOnlyStringProperty earlierNoteProperty() {
        return earlierNote.getReadOnlyProperty();
    }

    /// Whether the steward wants the results kept once more.
    public BooleanProperty againProperty() {
        return again;
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// Reads the beginning of the file and recognises what it can.
    public void read() {
        preview.set(null);
        counted.set(null);
        problem.set(null);
        again.set(false);
        try {
            Path file = TypedPath.of(path.get());
            reading.run(Messages.get("import.reading"), () -> session.emails().preview(file, FileOptions.NONE, ""),
                    found -> show(file, found), failure -> problem.set(failure.cause()));
        } catch (InvalidPathException e) {
            problem.set(StewardException.refused(Messages.get("import.path.invalid"), Messages.get("import.path.invalid.advice")));
        }
    }

    private void show(Path file, EmailCheckPreview found) {
        settling = true;
        plan = new EmailCheckPlan(file, found.file().format().options(), "", found.mapping(), false);
        mapping.set(found.file().header(), found.mapping());
        service.set(found.service());
        settling = false;
        preview.set(found.file());
        count();
    }

    private void count() {
        if (settling || preview.get() == null) {
            return;
        }
        counted.set(null);
        problem.set(null);
        var chosen = mapping.chosen();
        if (service.get().isBlank() || !chosen.containsKey(EmailCheckPlan.EMAIL) || !chosen.containsKey(EmailCheckPlan.RESULT)) {
            counting.drop();
            return;
        }
        var asked = new EmailCheckPlan(plan.file(), plan.reading(), service.get().strip(), chosen, false);
        counting.run(Messages.get("verify.counting"), () -> session.emails().count(asked), found -> {
            plan = asked;
            request = UUID.randomUUID();
            counted.set(found);
        }, failure -> problem.set(failure.cause()));
    }

    /// Takes the file as it was counted; where that is refused, it is counted anew. Tried again after a lost reply, it finds out what
    /// became of it.
    public void start() {
        var asked = new EmailCheckPlan(plan.file(), plan.reading(), plan.service(), plan.mapping(), again.get());
        long announced = counted.get().counts().changing();
        UUID by = request;
        problem.set(null);
        running.set(true);
        tasks.work(Messages.get("verify.job", asked.service()), () -> session.emails().run(asked, announced, by),
                done -> {
            running.set(false);
            report.set(done);
        }, failure -> {
            running.set(false);
            if (failure.cause().kind() == StewardException.Kind.REFUSED) {
                count();
            }
            problem.set(failure.cause());
        });
    }
}
