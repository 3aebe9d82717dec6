package barton.steward.ui.audit;

import barton.steward.catalog.Entity;
import barton.steward.model.audit.Audit;
import barton.steward.model.audit.AuditPlan;
import barton.steward.model.audit.AuditRequest;
import barton.steward.model.audit.AuditState;
import barton.steward.model.audit.Fault;
import barton.steward.model.audit.Judgement;
import barton.steward.model.audit.Judging;
import barton.steward.model.audit.SampledRecord;
import barton.steward.model.audit.Verdict;
import barton.steward.model.review.Lookalike;
import barton.steward.service.Session;
import barton.steward.service.audit.Audits;
import barton.steward.service.review.Reviews;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Tasks;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The audit of one batch: its plan, then the records of its sample one by one, then what it showed. A judgement is kept at once, while
/// the next record is shown already.
final class AuditViewModel {
    /// What is to be done now.
    enum Step {
        LOADING, PLAN, JUDGE, WAIT, RESULT
    }

    private final Audits audits;
    private final Reviews reviews;
    private final String connection;
    private final Tasks tasks;
    private final Channel planning;
    private final Channel looking;
    private final Entity entity;
    private final String batch;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.LOADING);
    private final ReadOnlyObjectWrapper<AuditPlan> plan = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<AuditState> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Failure> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper place = new ReadOnlyIntegerWrapper();
    private final Map<Integer, Judging> said = new HashMap<>();
    private UUID request = UUID.randomUUID();
    private int writing;

    AuditViewModel(Session session, Tasks tasks, Entity entity, String batch) {
        this.audits = session.audits();
        this.reviews = session.reviews();
        this.connection = session.connection();
        this.tasks = tasks;
        this.planning = tasks.channel();
        this.looking = tasks.channel();
        this.entity = entity;
        this.batch = batch;
    }

    Entity entity() {
        return entity;
    }

    String batch() {
        return batch;
    }

    String judge() {
        return audits.judge();
    }

    ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /// What the request that was planned last means; null while none does.
    ReadOnlyObjectProperty<AuditPlan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /// The audit as it was read last; null where none is.
    ReadOnlyObjectProperty<AuditState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What went wrong last; null where nothing did.
    ReadOnlyObjectProperty<Failure> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// The place in the sample of the record that is judged now, from 1.
    ReadOnlyIntegerProperty placeProperty() {
        return place.getReadOnlyProperty();
    }

    /// Goes on with the latest audit of the batch, or plans one where there is none.
    void open() {
        tasks.run(Messages.get("audit.reading"), () -> audits.ofBatch(entity, batch).stream().findFirst().map(audits::state), found ->
                found.ifPresentOrElse(this::show, () -> step.set(Step.PLAN)), problem::set);
    }

    /// Plans another audit.
    void another() {
        request = UUID.randomUUID();
        problem.set(null);
        step.set(Step.PLAN);
    }

    void plan(AuditRequest asked) {
        planning.run(Messages.get("audit.planning"), () -> audits.plan(asked), found -> {
            problem.set(null);
            plan.set(found);
        }, failure -> {
            plan.set(null);
            problem.set(failure);
        });
    }

    /// Draws the sample that was planned.
    void start() {
        AuditPlan planned = plan.get();
        tasks.save(Messages.get("audit.drawing"), () -> audits.state(audits.start(planned, request)), this::show, problem::set);
    }

    private void show(AuditState read) {
        problem.set(null);
        said.clear();
        read.judgements().stream().filter(j -> j.judge().equals(judge()))
                .forEach(j -> said.put(j.place(), new Judging(j.place(), j.verdict(), j.faults())));
        state.set(read);
        List<SampledRecord> open = read.open(judge());
        boolean full = read.judges().stream().noneMatch(j -> j.judge().equals(judge())) && read.judges().size() >= read.audit().judges();
        if (read.result() != null) {
            step.set(Step.RESULT);
        } else if (open.isEmpty() || full) {
            step.set(Step.WAIT);
        } else {
            place.set(open.getFirst().place());
            step.set(Step.JUDGE);
        }
    }

    /// The record that is judged now.
    SampledRecord record() {
        return state.get().sample().get(place.get() - 1);
    }

    /// What the record that is judged now looks like.
    void alike(Consumer<List<Lookalike>> found) {
        long id = record().intakeId();
        looking.run(Messages.get("task.record"), () -> reviews.alike(entity, id), found, failed -> found.accept(List.of()));
    }

    /// What was said of it before; null where nothing was.
    Judging said() {
        return said.get(place.get());
    }

    /// How many records are judged.
    int judged() {
        return said.size();
    }

    void judge(Verdict verdict) {
        keep(Judging.of(place.get(), verdict));
    }

    void wrong(List<Fault> faults) {
        keep(new Judging(place.get(), Verdict.WRONG, faults));
    }

    /// One after the other, so that the last of all finds the others written.
    private void keep(Judging judging) {
        Audit audit = state.get().audit();
        said.put(judging.place(), judging);
        writing++;
        boolean last = said.size() == audit.sampleSize();
        int now = judging.place();
        if (!last) {
            place.set(next(now));
        }
        tasks.save(Messages.get("audit.keeping"), () -> {
            audits.judge(audit, List.of(judging));
            return null;
        }, done -> {
            writing--;
            if (said.size() == audit.sampleSize() && writing == 0) {
                reread(audit);
            }
        }, failure -> {
            writing--;
            said.remove(judging.place());
            place.set(judging.place());
            problem.set(failure);
        });
    }

    private int next(int after) {
        int size = state.get().audit().sampleSize();
        for (int i = 1; i <= size; i++) {
            int candidate = (after + i - 1) % size + 1;
            if (!said.containsKey(candidate)) {
                return candidate;
            }
        }
        return after;
    }

    /// To the record before, judged or not.
    void back() {
        place.set(place.get() > 1 ? place.get() - 1 : state.get().audit().sampleSize());
    }

    /// To the next record, judged or not.
    void forth() {
        place.set(place.get() % state.get().audit().sampleSize() + 1);
    }

    /// Judges the sample once more from its beginning; what is said anew counts.
    void again() {
        place.set(1);
        step.set(Step.JUDGE);
    }

    void finished() {
        reread(state.get().audit());
    }

    private void reread(Audit audit) {
        tasks.run(Messages.get("audit.reading"), () -> audits.state(audit), this::show, problem::set);
    }

    void report(Path file, Consumer<Path> written) {
        Audit audit = state.get().audit();
        tasks.work(Messages.get("audit.reporting"), () -> {
            audits.report(audit, connection, file);
            return file;
        }, written, problem::set);
    }

    void lift(String why) {
        Audit audit = state.get().audit();
        tasks.save(Messages.get("audit.lifting"), () -> {
            audits.lift(audit, why);
            return audits.state(audit);
        }, this::show, problem::set);
    }

    /// What every judge said of a record, for the result.
    List<Judgement> judgements(Verdict verdict) {
        return state.get().judgements().stream().filter(j -> j.verdict() == verdict).toList();
    }
}
