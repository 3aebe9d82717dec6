package barton.steward.cli.audit;

import barton.steward.catalog.Entity;
import barton.steward.cli.support.Answer;
import barton.steward.cli.support.OfPeople;
import barton.steward.cli.support.StewardCommand;
import barton.steward.model.Counted;
import barton.steward.model.StewardException;
import barton.steward.model.audit.Audit;
import barton.steward.model.audit.AuditPlan;
import barton.steward.model.audit.AuditRequest;
import barton.steward.model.audit.AuditState;
import barton.steward.model.audit.Judging;
import barton.steward.model.audit.Outcome;
import barton.steward.service.audit.Audits;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Judges a batch by a sample of its records.
@Command(name = "audit", description = "Judge a batch by eye: draw a random sample of its records, keep what is said of each, and tell what"
        + " that shows of the batch. Without more it tells how far the latest audit of the batch is.")
public final class AuditCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Spec
    private CommandSpec spec;

    @Option(names = "--batch", paramLabel = "ID", required = true, description = "The batch.")
    private String batch;

    @Mixin
    private OfPeople of;

    @Option(names = "--audit", paramLabel = "AUD-…", description = "Another audit of the batch than the latest.")
    private String id;

    @Mixin
    private DrawOptions draw;

    @Mixin
    private JudgeOptions judge;

    @Option(names = "--report", paramLabel = "FILE", description = "Write a report of the judged audit, as HTML or PDF by the ending.")
    private Path report;

    @Option(names = "--let-go", paramLabel = "REASON", description = "Let the batch be promoted although the audit does not accept it.")
    private String letGo;

    @Override
    public Integer call() {
        judge.check(spec);
        if (draw.given() && (judge.given() || letGo != null || id != null || report != null) || judge.given() && letGo != null) {
            throw new ParameterException(spec.commandLine(), "An audit is started, judged or let go, one at a time.");
        }
        if (draw.dryRun() && !draw.given()) {
            throw new ParameterException(spec.commandLine(), "--dry-run needs --sample, --bound or --aql.");
        }
        Optional<AuditRequest> request = draw.given() ? Optional.of(draw.request(spec, of.entity(), batch)) : Optional.empty();
        return steward.inSession(session -> {
            Audits audits = session.audits();
            if (request.isPresent()) {
                return drawn(audits, audits.plan(request.get()));
            }
            Audit audit = audit(audits);
            if (letGo != null) {
                audits.lift(audit, letGo);
            } else if (judge.given()) {
                List<Judging> judgings = judge.judgings(audits.state(audit).sample());
                audits.judge(audit, judgings);
            }
            if (report != null) {
                audits.report(audit, session.connection(), report);
            }
            return told(audits, audit);
        });
    }

    private Answer drawn(Audits audits, AuditPlan plan) {
        if (draw.dryRun()) {
            return Answer.done(AuditAnswer.Planned.of(plan), AuditText.plan(plan) + "\nNothing was drawn.");
        }
        return told(audits, audits.start(plan, UUID.randomUUID()));
    }

    private Audit audit(Audits audits) {
        List<Audit> ofBatch = audits.ofBatch(of.entity(), batch);
        return ofBatch.stream().filter(a -> id == null || a.id().equals(id)).findFirst().orElseThrow(() -> StewardException.refused(
                id == null ? "Batch " + batch + " has no audit." : "Batch " + batch + " has no audit " + id + ".",
                id == null ? "`steward audit --batch " + batch + (of.entity() == Entity.PERSON ? " --people" : "")
                        + " --bound 2%` starts one." : Counted.of(ofBatch.size(), "audit of it is", "audits of it are") + " known."));
    }

    private static Answer told(Audits audits, Audit audit) {
        AuditState state = audits.state(audit);
        Object json = AuditAnswer.of(state, audits.judge());
        String text = AuditText.of(state, audits.judge());
        boolean refused = state.end() != null && (state.end().outcome() == Outcome.REJECTED || state.end().outcome() == Outcome.UNSETTLED);
        return refused ? Answer.wrong(json, text, List.of()) : Answer.done(json, text);
    }
}
