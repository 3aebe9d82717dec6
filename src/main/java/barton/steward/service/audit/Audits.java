package barton.steward.service.audit;

import barton.steward.catalog.ColumnNames;
import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.dao.audit.AuditDao;
import barton.steward.model.StewardException;
import barton.steward.model.audit.Audit;
import barton.steward.model.audit.AuditPlan;
import barton.steward.model.audit.AuditRequest;
import barton.steward.model.audit.AuditResult;
import barton.steward.model.audit.AuditState;
import barton.steward.model.audit.AuditState.JudgeProgress;
import barton.steward.model.audit.Fault;
import barton.steward.model.audit.Judgement;
import barton.steward.model.audit.Judging;
import barton.steward.service.report.ReportFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Judges batches by samples: draws them, keeps what people say of each record, and tells what that shows of the batch. Where two judge,
/// neither sees what the other says before both have said all.
public final class Audits {
    private final AuditDao dao;
    private final String executor;

    public Audits(AuditDao dao, String executor) {
        this.dao = dao;
        this.executor = executor;
    }

    /// What a request means for the batch now; nothing is drawn.
    /// @throws StewardException of kind REFUSED where no sample can do what is asked
    public AuditPlan plan(AuditRequest request) {
        Map<String, Long> lot = dao.lot(request.entity(), request.batch(), request.validatedOnly(), request.stratifiedBy());
        return AuditPlans.of(request, lot);
    }

    /// Draws the sample of a plan.
    /// @throws StewardException of kind REFUSED where the batch has another number of records by now
    public Audit start(AuditPlan plan, UUID request) {
        return dao.start(plan, executor, request);
    }

    /// The audits of a batch, the newest first.
    public List<Audit> ofBatch(Entity entity, String batch) {
        return dao.ofBatch(entity, batch);
    }

    public Optional<Audit> byId(String id) {
        return dao.byId(id);
    }

    /// How far an audit is, as far as this steward may know it.
    public AuditState state(Audit audit) {
        AuditDao.Reading read = dao.read(audit);
        Predicate<Judgement> visible = j -> read.complete() || j.judge().equals(executor);
        return new AuditState(audit, read.sample(), progress(read.judgements()), read.judgements().stream().filter(visible).toList(),
                result(read).orElse(null), read.end(), read.batchSize());
    }

    private static List<JudgeProgress> progress(List<Judgement> judgements) {
        return judgements.stream().collect(Collectors.groupingBy(Judgement::judge)).entrySet().stream()
                .map(j -> new JudgeProgress(j.getKey(), j.getValue().size(),
                        j.getValue().stream().map(Judgement::at).max(Comparator.naturalOrder()).orElse(Instant.EPOCH)))
                .sorted(Comparator.comparing(JudgeProgress::judge)).toList();
    }

    private static Optional<AuditResult> result(AuditDao.Reading read) {
        return AuditResults.of(read.audit(), read.sample(), read.judgements(), read.blind());
    }

    /// Keeps what this steward says of records, with fields by title or by their name in the database; what he said of them before does
    /// not count any more.
    /// @throws StewardException of kind REFUSED where a field is none of the records' or others judge the audit already
    public void judge(Audit audit, List<Judging> judgings) {
        Table intake = audit.entity().intake();
        List<Judging> named = judgings.stream().map(j -> new Judging(j.place(), j.verdict(), j.faults().stream()
                .map(f -> new Fault(ColumnNames.column(intake, f.field()), f.reason())).toList())).toList();
        named.forEach(j -> check(audit, j));
        dao.judge(audit, named, executor, Audits::result);
    }

    private static void check(Audit audit, Judging judging) {
        if (judging.place() < 1 || judging.place() > audit.sampleSize()) {
            throw StewardException.refused("The sample has no record " + judging.place() + "; nothing was kept.",
                    "Its records are 1 to " + audit.sampleSize() + ".");
        }
        for (Fault fault : judging.faults()) {
            if (audit.entity().intake().field(fault.field()).filter(Field::editable).isEmpty()) {
                throw StewardException.refused("There is no field “" + fault.field() + "” that could be wrong; nothing was kept.",
                        "The fields are " + ColumnNames.list(audit.entity().intake(), audit.entity().intake().editableFields()) + ".");
            }
            if (fault.reason().isBlank()) {
                throw StewardException.refused("What is wrong with “" + ColumnNames.of(audit.entity().intake(), fault.field())
                        + "” is not said; nothing was kept.", "Say it.");
            }
        }
    }

    /// Lets a batch go although its audit does not accept it.
    /// @throws StewardException of kind REFUSED where the audit holds nothing back, or no reason is given
    public void lift(Audit audit, String why) {
        if (why.isBlank()) {
            throw StewardException.refused("The batch is not let go without a reason.", "Say why it may be promoted.");
        }
        if (!state(audit).holds()) {
            throw StewardException.refused("Audit " + audit.id() + " holds nothing back.", "");
        }
        dao.lift(audit, why.strip(), executor);
    }

    /// Writes a report of an audit that is judged, as the ending of the file says: `.html` or `.pdf`.
    /// @param connection where the batch is, as the report names it
    /// @throws StewardException of kind REFUSED where not all is judged or the file cannot be written
    public void report(Audit audit, String connection, Path file) {
        ReportFile.check(file);
        ReportFile.write(AuditReport.of(state(audit), connection), file);
    }

    /// Which audit keeps a batch from being promoted and why, in a sentence; empty where none does.
    public Optional<String> hold(Entity entity, String batch) {
        return dao.hold(entity, batch);
    }

    /// The name under which this steward judges.
    public String judge() {
        return executor;
    }
}
