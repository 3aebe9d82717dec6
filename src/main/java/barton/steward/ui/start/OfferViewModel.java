package barton.steward.ui.start;

import barton.steward.catalog.Entity;
import barton.steward.model.StewardException;
import barton.steward.model.intake.ImportReport;
import barton.steward.service.Session;
import barton.steward.service.intake.SampleData;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Job;
import barton.steward.ui.task.Tasks;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The offer to begin with the sample companies.
public final class OfferViewModel {
    private final Session session;
    private final Tasks tasks;
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper rows = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<ImportReport> report = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<StewardException> problem = new ReadOnlyObjectWrapper<>();
    private UUID request = UUID.randomUUID();
    private Job job;

    public OfferViewModel(Session session, Tasks tasks) {
        this.session = session;
        this.tasks = tasks;
    }

    public ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    public ReadOnlyLongProperty rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// What was loaded; null before.
    public ReadOnlyObjectProperty<ImportReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /// Why nothing was loaded; else null.
    public ReadOnlyObjectProperty<StewardException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Takes the sample companies into intake.
    public void loadSample() {
        UUID asked = request;
        problem.set(null);
        loading.set(true);
        var sample = new SampleData(session.imports(Entity.COMPANY), session.imports(Entity.PERSON));
        job = tasks.work(Messages.get("offer.loading"), () -> sample.load(asked), loaded -> {
            request = UUID.randomUUID();
            loading.set(false);
            report.set(loaded);
        }, failure -> {
            loading.set(false);
            problem.set(failure.cause());
        });
        rows.bind(job.rowsProperty());
    }

    /// Stops the loading; nothing of it is kept.
    public void cancel() {
        job.cancel();
    }
}
