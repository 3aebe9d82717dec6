package barton.steward.dao.audit;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.model.audit.Audit;
import barton.steward.model.audit.AuditPlan;
import barton.steward.model.audit.AuditResult;
import barton.steward.model.audit.AuditState.AuditEnd;
import barton.steward.model.audit.Judgement;
import barton.steward.model.audit.Judging;
import barton.steward.model.audit.SampledRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Audits of batches: samples, what was said of them, and how they ended. All of it is kept, and nothing is ever changed.
public interface AuditDao {
    /// How many records of the batch have each value of a field, blank for none; without a field one number under null. Empty where the
    /// batch has no such record.
    Map<String, Long> lot(Entity entity, String batch, boolean validatedOnly, Field stratifiedBy);

    /// Draws the sample and keeps the audit, once for a request.
    /// @throws barton.steward.model.StewardException of kind REFUSED where the batch is not as it was planned for any more
    Audit start(AuditPlan plan, String executor, UUID request);

    /// The audits of a batch, the newest first.
    List<Audit> ofBatch(Entity entity, String batch);

    Optional<Audit> byId(String id);

    /// Everything that is known of an audit.
    Reading read(Audit audit);

    /// Adds what a judge says. Where every judge has judged all then, the result is kept and logged.
    /// @param result of everything that is known then; empty while something is open
    /// @throws barton.steward.model.StewardException of kind REFUSED where others judge the audit already
    void judge(Audit audit, List<Judging> judgings, String judge, Function<Reading, Optional<AuditResult>> result);

    /// Lets the batch go although the audit does not accept it.
    void lift(Audit audit, String why, String executor);

    /// The audit that holds a batch back from promotion, and why, in a sentence; empty where none does.
    Optional<String> hold(Entity entity, String batch);

    /// @param judgements the latest of each judge for each place, whoever may see them
    /// @param blind      the latest that were made before the judges could see each other's
    /// @param batchSize  how many records the audit could draw from now
    record Reading(Audit audit, List<SampledRecord> sample, List<Judgement> judgements, List<Judgement> blind, AuditEnd end,
                   long batchSize) {
        /// Whether every judge has judged all.
        public boolean complete() {
            return judgements.size() >= audit.judges() * sample.size();
        }
    }
}
