package barton.steward.ui.promotion;

import barton.steward.catalog.Entity;
import barton.steward.model.StewardException;
import barton.steward.model.enrichment.IncludeEnrichment;
import barton.steward.model.promotion.PromotionPreview;
import barton.steward.model.promotion.PromotionRefusal;
import barton.steward.model.promotion.PromotionResult;
import barton.steward.service.Session;
import barton.steward.service.promotion.Promotion;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Job;
import barton.steward.ui.task.Tasks;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The promotion of one batch: its preview, then the run, then what came of it. Each run has a request of its own, by which
/// its outcome is looked up where the reply was lost.
public final class PromotionViewModel {
    /// How far the promotion is.
    /// NOTHING: no row of the batch can be promoted, master would refuse one, or an audit holds it back.
    /// UNKNOWN: the connection broke while it ran.
    public enum Step { CHOOSE, LOADING, PREVIEW, NOTHING, RUNNING, UNKNOWN, DONE }

    private static final int MOST_REFUSALS = 5;

    private final Entity entity;
    private final Session session;
    private final Tasks tasks;
    private final Channel previews;
    private final ObservableList<String> batches = FXCollections.observableArrayList();
    private final ObjectProperty<String> batch = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<PromotionPreview> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<PromotionResult> result = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.CHOOSE);
    private final ReadOnlyObjectWrapper<StewardException> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper rows = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper enriched = new ReadOnlyLongWrapper();
    private final ReadOnlyStringWrapper hold = new ReadOnlyStringWrapper();
    private final BooleanProperty withEnrichment = new SimpleBooleanProperty();
    private List<PromotionRefusal> refusals = List.of();
    private List<PromotionRefusal> unplaced = List.of();
    private UUID request;
    private Job job;

    public PromotionViewModel(Session session, Tasks tasks, Entity entity) {
        this.entity = entity;
        this.session = session;
        this.tasks = tasks;
        this.previews = tasks.channel();
        batch.addListener((o, old, now) -> loadPreview());
    }

    /// The batches that have something to promote, and the chosen one.
    public ObservableList<String> batches() {
        return batches;
    }

    /// The batch that is previewed; null while none is chosen.
    public ObjectProperty<String> batchProperty() {
        return batch;
    }

    /// Null while there is none.
    public ReadOnlyObjectProperty<PromotionPreview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /// The rows of the preview that master would refuse, the first of them where there are many.
    public List<PromotionRefusal> refusals() {
        return refusals;
    }

    /// The first of the rows that have no place in master and stay.
    public List<PromotionRefusal> unplaced() {
        return unplaced;
    }

    /// Which audit holds the batch back and why, in a sentence; null where none does.
    public ReadOnlyStringProperty holdProperty() {
        return hold.getReadOnlyProperty();
    }

    /// How many of the rows to be promoted have an enrichment that can be taken along.
    public ReadOnlyLongProperty enrichedProperty() {
        return enriched.getReadOnlyProperty();
    }

    /// Whether it is taken along; not unless it is asked for.
    public BooleanProperty withEnrichmentProperty() {
        return withEnrichment;
    }

    /// What is promoted.
    public Entity entity() {
        return entity;
    }

    /// What the run did; null before its end.
    public ReadOnlyObjectProperty<PromotionResult> resultProperty() {
        return result.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /// Why there is no preview, or the run did not end well; else null.
    public ReadOnlyObjectProperty<StewardException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyLongProperty rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// Reads which batches can be promoted; with a batch, previews that one, without, the first that can be.
    public void open(String wanted) {
        step.set(Step.LOADING);
        tasks.run(Messages.get("promotion.loading"), () -> session.promotion().promotableBatches(entity),
                found -> offer(found, wanted),
                this::notLoaded);
    }

    private void offer(List<String> found, String wanted) {
        batches.setAll(found);
        if (wanted != null && !found.contains(wanted)) {
            batches.addFirst(wanted);
        }
        String first = wanted != null ? wanted : found.isEmpty() ? null : found.getFirst();
        if (first == null) {
            step.set(Step.CHOOSE);
        } else if (first.equals(batch.get())) {
            loadPreview();
        } else {
            batch.set(first);
        }
    }

    /// Computes the preview anew.
    public void loadPreview() {
        problem.set(null);
        look();
    }

    private void look() {
        String of = batch.get();
        preview.set(null);
        if (of == null) {
            step.set(Step.CHOOSE);
            return;
        }
        step.set(Step.LOADING);
        previews.run(Messages.get("promotion.loading"), () -> look(of), this::show, this::notLoaded);
    }

    private Looked look(String of) {
        Promotion promotion = session.promotion();
        PromotionPreview found = promotion.preview(entity, of);
        List<PromotionRefusal> refused = found.refused() == 0 ? List.of() : promotion.refusals(entity, of, MOST_REFUSALS);
        List<PromotionRefusal> staying = found.unplaced() == 0 ? List.of() : promotion.unplaced(entity, of, MOST_REFUSALS);
        return new Looked(found, refused, staying, found.promotable() == 0 ? 0 : promotion.enriched(entity, of),
                session.audits().hold(entity, of).orElse(null));
    }

    private void show(Looked looked) {
        PromotionPreview found = looked.preview();
        request = UUID.randomUUID();
        refusals = looked.refusals();
        unplaced = looked.unplaced();
        enriched.set(looked.enriched());
        hold.set(looked.hold());
        preview.set(found);
        step.set(found.promotable() == 0 || found.refused() > 0 || looked.hold() != null ? Step.NOTHING : Step.PREVIEW);
    }

    private void notLoaded(Failure failure) {
        problem.set(failure.cause());
        step.set(Step.CHOOSE);
    }

    /// Promotes as many rows of the batch as the preview says, or none and previews it anew; where the outcome is UNKNOWN, finds
    /// out what became of the same request instead of starting another.
    public void promote() {
        String of = batch.get();
        var announced = OptionalLong.of(preview.get().promotable());
        IncludeEnrichment along = withEnrichment.get() ? IncludeEnrichment.exactly(enriched.get()) : IncludeEnrichment.NOTHING;
        UUID now = request;
        problem.set(null);
        step.set(Step.RUNNING);
        job = tasks.work(Messages.get("promotion.job", of), () -> session.promotion().promote(entity, of, announced, along, now),
                this::finished, this::failed);
        rows.bind(job.rowsProperty());
    }

    private void finished(PromotionResult found) {
        result.set(found);
        step.set(Step.DONE);
    }

    private void failed(Failure failure) {
        problem.set(failure.cause());
        switch (failure.cause().kind()) {
            case OUTCOME_UNKNOWN, NO_DATABASE -> step.set(Step.UNKNOWN);
            case CANCELLED, UNFORESEEN -> step.set(Step.PREVIEW);
            case REFUSED -> look();
            default -> throw new IllegalStateException(failure.cause());
        }
    }

    /// Stops the run; nothing of it is kept.
    public void cancel() {
        job.cancel();
    }

    private record Looked(PromotionPreview preview, List<PromotionRefusal> refusals, List<PromotionRefusal> unplaced, long enriched,
                          String hold) {
    }
}
