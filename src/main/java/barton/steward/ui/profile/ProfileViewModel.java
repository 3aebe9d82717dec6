package barton.steward.ui.profile;

import barton.steward.model.StewardException;
import barton.steward.model.profile.ColumnProfile;
import barton.steward.model.profile.ProfileReport;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Job;
import barton.steward.ui.task.Tasks;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// What is in the columns of some rows, which may take its time to find out.
final class ProfileViewModel {
    private final Tasks tasks;
    private final String name;
    private final Callable<ProfileReport> looking;
    private final ReadOnlyObjectWrapper<ProfileReport> report = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<StewardException> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper rows = new ReadOnlyLongWrapper();
    private final ObjectProperty<ColumnProfile> column = new SimpleObjectProperty<>();
    private Job job;

    /// @param name what is looked through, in words
    ProfileViewModel(Tasks tasks, String name, Callable<ProfileReport> looking) {
        this.tasks = tasks;
        this.name = name;
        this.looking = looking;
    }

    /// Null while it is not known.
    ReadOnlyObjectProperty<ProfileReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /// Why it cannot be known; else null.
    ReadOnlyObjectProperty<StewardException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// About how many rows are looked through so far.
    ReadOnlyLongProperty rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// The column that is told in full.
    ObjectProperty<ColumnProfile> columnProperty() {
        return column;
    }

    void look() {
        problem.set(null);
        job = tasks.work(Messages.get("profile.job", name), looking, found -> {
            report.set(found);
            choose(found.unlike().isEmpty() ? null : found.unlike().getFirst().column());
        }, failure -> problem.set(failure.cause()));
        rows.bind(job.rowsProperty());
    }

    /// Shows a column by its name; the first where it is null.
    void choose(String named) {
        ProfileReport shown = report.get();
        column.set(shown.profile().column(named == null ? "" : named)
                .orElseGet(() -> shown.profile().columns().stream().findFirst().orElse(null)));
    }

    void cancel() {
        job.cancel();
    }

    /// It is not wanted any more.
    void drop() {
        job.drop();
    }
}
