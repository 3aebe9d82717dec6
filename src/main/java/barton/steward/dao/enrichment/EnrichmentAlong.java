package barton.steward.dao.enrichment;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.dao.change.AuditedChange;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.dao.change.StagingTable;
import barton.steward.dao.change.Statistics;
import barton.steward.dao.query.Sql;
import barton.steward.dao.query.SqlValues;
import barton.steward.dao.sidecar.SidecarDao;
import barton.steward.model.enrichment.IncludeEnrichment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// What enrichments found for the sidecars of records of intake, on its way into those of the records that a promotion makes.
public final class EnrichmentAlong {
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
        return Sql.of("SELECT count(*) FROM shq.promotion_standing('" + SqlValues.word(entity) + "', ?) s"
                + " WHERE EXISTS (SELECT FROM shq.intake_enrichment a WHERE a.entity = ?)"
                + " AND s.standing = 'promotable' AND EXISTS (SELECT FROM shq.latest_enrichment(?, s.intake_id) e)",
                batch, SqlValues.word(entity), SqlValues.word(entity))
                .query(handle).mapTo(Long.class).one();
    }

    /// Makes the sidecars, in the transaction of the promotion and as an action of its own that can be undone.
    /// @return how many; where the same request made them already, how many it made
    public long take(Handle handle, String run, IncludeEnrichment along, String executor, UUID request) {
        UUID own = UUID.nameUUIDFromBytes((request + " enrichment").getBytes(StandardCharsets.UTF_8));
        Optional<AuditedChange.Outcome> earlier = IdempotencyKey.action(handle, own);
        if (earlier.isPresent()) {
            return earlier.get().rows();
        }
        String made = " FROM " + master.qualifiedName() + " m WHERE m.source_system = 'intake_promotion' AND m.promotion_audit_log_id ="
                + " (SELECT d.run_no FROM shq.run_detail d WHERE d.validation_run_id = ?)";
        String key = "m." + master.key().name();
        handle.execute("INSERT INTO " + sidecars.qualifiedName() + " (" + sidecars.key().name() + ", enrichment_payload, enrichment_source,"
                + " confidence_score, last_enriched_at) SELECT p.key, e.payload, e.source, e.confidence, e.enriched_at"
                + " FROM (SELECT " + key + " AS key, m.source_record_id" + made + ") p"
                + " CROSS JOIN LATERAL shq.latest_enrichment(?, p.source_record_id::bigint) e ON CONFLICT DO NOTHING", run,
                SqlValues.word(entity));
        long rows = new AuditedChange(sidecars, "sidecar", "Took the enrichment along in run " + run, executor, own)
                .inserted(handle, Sql.of("t." + sidecars.key().name() + " IN (SELECT " + key + made + ")", run)).rows();
        StagingTable.asAnnounced(along.announced(), rows);
        Statistics.refresh(handle, rows, List.of(sidecars.qualifiedName()));
        return rows;
    }
}
