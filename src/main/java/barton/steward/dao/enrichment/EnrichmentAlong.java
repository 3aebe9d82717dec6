package barton.steward.dao.enrichment;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.dao.change.AuditedChange;
import barton.steward.dao.change.ExpectedCount;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.dao.change.Statistics;
import barton.steward.dao.query.Sql;
import barton.steward.dao.sidecar.SidecarDao;
import barton.steward.model.enrichment.IncludeEnrichment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// What enrichments found for the sidecars of records of intake, on its way into those of the records that a promotion makes.
public final class EnrichmentAlong {
    private static final String PROMOTABLE = """
            SELECT count(*) FROM shq.promotion_standing('%1$s', :batch) s
            WHERE EXISTS (SELECT FROM shq.intake_enrichment a WHERE a.entity = '%1$s')
              AND s.standing = 'promotable' AND EXISTS (SELECT FROM shq.latest_enrichment('%1$s', s.intake_id) e)""";
    private static final String MADE = """
            SELECT m.%1$s AS key FROM %2$s m
            WHERE m.source_system = 'intake_promotion'
              AND m.promotion_audit_log_id = (SELECT d.run_no FROM shq.run_detail d WHERE d.validation_run_id = :run)""";
    private static final String MAKE = """
            INSERT INTO %1$s (%2$s, enrichment_payload, enrichment_source, confidence_score, last_enriched_at)
            SELECT p.key, e.payload, e.source, e.confidence, e.enriched_at
            FROM (SELECT m.%3$s AS key, m.source_record_id FROM %4$s m
                  WHERE m.source_system = 'intake_promotion'
                    AND m.promotion_audit_log_id = (SELECT d.run_no FROM shq.run_detail d WHERE d.validation_run_id = :run)) p
            CROSS JOIN LATERAL shq.latest_enrichment(:entity, p.source_record_id::bigint) e
            ON CONFLICT DO NOTHING""";

    private final Entity entity;
    private final Table master;
    private final Table sidecars;

    public EnrichmentAlong(Entity entity) {
        this.entity = entity;
        this.master = entity.master();
        this.sidecars = SidecarDao.of(master);
    }

    /// How many of the rows that can be promoted now have an enrichment. Where none is known at all, the batch is not looked at.
    public long count(Handle handle, String batch) {
        return handle.createQuery(PROMOTABLE.formatted(entity.word())).bind("batch", batch).mapTo(Long.class).one();
    }

    /// Makes the sidecars, in the transaction of the promotion and as an action of its own that can be undone.
    /// @return how many; where the same request made them already, how many it made
    public long include(Handle handle, String run, IncludeEnrichment along, String executor, UUID request) {
        UUID own = UUID.nameUUIDFromBytes((request + " enrichment").getBytes(StandardCharsets.UTF_8));
        Optional<AuditedChange.Outcome> earlier = IdempotencyKey.action(handle, own);
        if (earlier.isPresent()) {
            return earlier.get().rows();
        }
        String key = sidecars.key().name();
        handle.createUpdate(MAKE.formatted(sidecars.qualifiedName(), key, master.key().name(), master.qualifiedName()))
                .bind("run", run).bind("entity", entity).execute();
        long rows = new AuditedChange(sidecars, "sidecar", "Took the enrichment along in run " + run, executor, own)
                .inserted(handle, Sql.of("t." + key + " IN (" + MADE.formatted(master.key().name(), master.qualifiedName()) + ")")
                        .bind("run", run)).rows();
        ExpectedCount.check(along.announced(), rows);
        Statistics.refresh(handle, rows, List.of(sidecars.qualifiedName()));
        return rows;
    }
}
