package barton.steward.dao.review;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.dao.change.AuditedChange;
import barton.steward.dao.change.PromotionLock;
import barton.steward.dao.change.Rejections;
import barton.steward.dao.intake.Mark;
import barton.steward.dao.query.IntakeStatusSql;
import barton.steward.dao.query.Predicates;
import barton.steward.dao.query.ReviewedSql;
import barton.steward.dao.query.Sql;
import barton.steward.model.query.Selection;
import barton.steward.model.review.ReviewVerdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// A decision about records that were looked at: a mark of them, and a fact of its own about each.
final class Decisions {
    private static final String TAKEN_BACK = "t.id IN (SELECT k.intake_id FROM shq.taken_back_rows('<entity>') k)";
    /// Who validated a record stays who did, unless its promotion was taken back: that wants a new look, which this is.
    private static final String UNLESS_VALIDATED = "CASE WHEN t.validated AND NOT <taken> THEN t.<field> ELSE <anew> END";
    private static final String KEEP = """
            WITH reviewed AS (
                INSERT INTO shq.review (entity, intake_id, verdict, reason, batch, seen, reviewed_by, request_id, action_id)
                SELECT :entity, t.id, :verdict, :reason::text, t.import_batch_id, <content>, :steward, :request::uuid,
                       nullif(:action::bigint, 0)
                FROM <intake> t WHERE <of>
                RETURNING intake_id)
            DELETE FROM shq.review_lease l USING reviewed r WHERE l.entity = :entity AND l.intake_id = r.intake_id""";

    private final Table intake;
    private final Entity entity;
    private final Selection records;
    private final ReviewVerdict verdict;
    private final Mark mark;
    private final String steward;
    private final UUID request;

    Decisions(Selection records, ReviewVerdict verdict, Optional<String> reason, String steward, UUID request) {
        this.intake = records.table();
        this.entity = Entity.ofIntake(intake).orElseThrow(() -> new IllegalArgumentException("not rows of intake: " + intake));
        this.records = records;
        this.verdict = verdict;
        this.mark = new Mark(verdict == ReviewVerdict.ACCEPTED, reason, steward);
        this.steward = steward;
        this.request = request;
    }

    /// The records of a selection that can be decided about.
    static Sql open(Selection records) {
        return Predicates.of(records).and(Sql.of("NOT " + IntakeStatusSql.promoted(records.table())));
    }

    AuditedChange.Outcome write(Handle handle, long announced) {
        if (verdict == ReviewVerdict.SKIPPED) {
            return new AuditedChange.Outcome(keep(handle, 0, null, Predicates.of(records)), 0);
        }
        PromotionLock.shareSoon(handle);
        Rejections.keptByCaller(handle);
        var recorded = new AuditedChange(intake, "mark", mark.summary(), steward, request);
        AuditedChange.Outcome outcome = recorded.update(handle, open(records), assignments(), OptionalLong.of(announced));
        if (outcome.action() != 0) {
            if (verdict == ReviewVerdict.REJECTED) {
                Rejections.keep(handle, entity, mark.why(), steward, outcome.action());
            }
            String reason = verdict == ReviewVerdict.REJECTED ? mark.why() : mark.note().orElse(null);
            keep(handle, outcome.action(), reason, Sql.of("""
                    t.id IN (SELECT k.key::bigint FROM shq.change c CROSS JOIN LATERAL unnest(c.keys) AS k (key)
                             WHERE c.action_id = :action::bigint)"""));
        }
        return outcome;
    }

    private Map<Field, Sql> assignments() {
        if (!mark.validated()) {
            return mark.assignments();
        }
        var values = new LinkedHashMap<Field, Sql>();
        mark.assignments().forEach((field, anew) -> values.put(field, field.equals(IntakeFields.VALIDATED) ? anew
                : Sql.of(UNLESS_VALIDATED).with("taken", Sql.of(TAKEN_BACK).with("entity", entity.word())).with("anew", anew)
                        .with("field", field.name())));
        return values;
    }

    /// @return of how many records
    private long keep(Handle handle, long action, String reason, Sql of) {
        Sql keep = Sql.of(KEEP).with("content", ReviewedSql.content(entity)).with("intake", intake.qualifiedName()).with("of", of)
                .bind("entity", entity).bind("verdict", verdict).bind("reason", reason).bind("steward", steward)
                .bind("request", request.toString()).bind("action", action);
        keep.execute(handle);
        return handle.createQuery("SELECT count(*) FROM shq.review r WHERE r.request_id = :request").bind("request", request)
                .mapTo(Long.class).one();
    }
}
