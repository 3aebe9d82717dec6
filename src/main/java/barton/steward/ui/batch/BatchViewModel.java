package barton.steward.ui.batch;

import barton.steward.catalog.Entity;
import barton.steward.model.StewardException;
import barton.steward.model.audit.Audit;
import barton.steward.model.audit.AuditState;
import barton.steward.model.batch.BatchStory;
import barton.steward.model.review.ReviewFigures;
import barton.steward.service.Session;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The story of a batch, and of another beside it.
final class BatchViewModel {
    /// What is shown of a batch. `audits` are as this steward may know them, the newest first.
    record Shown(BatchStory story, ReviewFigures reviews, List<AuditState> audits) {
    }

    private final Session session;
    private final Channel stories;
    private final Channel choices;
    private final ObservableList<BatchRef> batches = FXCollections.observableArrayList();
    private final ObjectProperty<BatchRef> batch = new SimpleObjectProperty<>();
    private final ObjectProperty<BatchRef> other = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<List<Shown>> shown = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<StewardException> problem = new ReadOnlyObjectWrapper<>();

    BatchViewModel(Session session, Tasks tasks) {
        this.session = session;
        this.stories = tasks.channel();
        this.choices = tasks.channel();
        batch.addListener((o, was, now) -> read());
        other.addListener((o, was, now) -> read());
    }

    /// The batches that can be chosen, the newest first, companies before people.
    ObservableList<BatchRef> batches() {
        return batches;
    }

    /// The batch that is shown; null until one is chosen.
    ObjectProperty<BatchRef> batchProperty() {
        return batch;
    }

    /// The one beside it, or null.
    ObjectProperty<BatchRef> otherProperty() {
        return other;
    }

    /// The one or the two that are shown; they stay while they are read anew.
    ReadOnlyObjectProperty<List<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Why nothing can be shown; else null.
    ReadOnlyObjectProperty<StewardException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Reads the batches and the stories anew; where none is chosen yet, the newest is.
    void refresh() {
        choices.run(Messages.get("palette.reading"), () -> Stream.of(Entity.values()).flatMap(entity ->
                session.review().batchIds(entity).stream().map(id -> new BatchRef(entity, id))).toList(), this::choose,
                failure -> problem.set(failure.cause()));
        read();
    }

    private void choose(List<BatchRef> known) {
        BatchRef chosen = batch.get();
        BatchRef beside = other.get();
        if (!batches.equals(known)) {
            batches.setAll(known);
        }
        batch.set(chosen != null ? chosen : known.stream().findFirst().orElse(null));
        other.set(beside);
    }

    private void read() {
        List<BatchRef> wanted = Stream.of(batch.get(), other.get()).filter(b -> b != null).distinct().toList();
        if (!wanted.isEmpty()) {
            stories.run(Messages.get("batch.reading"), () -> wanted.stream().map(this::read).toList(), read -> {
                problem.set(null);
                shown.set(read);
            }, failure -> {
                shown.set(List.of());
                problem.set(failure.cause());
            });
        }
    }

    private Shown read(BatchRef of) {
        List<Audit> audits = session.audits().ofBatch(of.entity(), of.batch());
        return new Shown(session.batches().story(of.entity(), of.batch()), session.reviews().figures(of.entity(), Optional.of(of.batch())),
                audits.stream().map(session.audits()::state).toList());
    }
}
