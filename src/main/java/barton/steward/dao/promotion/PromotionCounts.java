package barton.steward.dao.promotion;

import barton.steward.catalog.Entity;
import barton.steward.model.promotion.CompanyPromotionPreview;
import barton.steward.model.promotion.PeoplePromotionPreview;
import barton.steward.model.promotion.PromotionPreview;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// How many rows of a batch stand where before promotion.
/// @param remarked of the promotable rows, those that the mapping to master remarks
/// @param alike of the promotable rows, those with an undecided pair of the last search
/// @param searched when that was; null where nobody has looked for matches
record PromotionCounts(Map<String, Long> rows, long remarked, long alike, Instant searched) {
    private static final String COUNTS = """
            SELECT c.standing, c.records, c.remarked, c.alike,
                   (SELECT r.found_at FROM shq.match_run r WHERE r.batch = :batch AND r.entity = 'company'
                    ORDER BY r.match_run_id DESC LIMIT 1) AS searched
            FROM (SELECT 1) AS one LEFT JOIN shq.promotion_counts('%s', :batch) c ON true""";

    static PromotionCounts of(Handle handle, Entity entity, String batch) {
        return handle.createQuery(COUNTS.formatted(entity.word())).bind("batch", batch)
                .reduceResultSet(new PromotionCounts(new HashMap<>(), 0, 0, null), (counts, row, context) -> {
                    var searched = row.getObject("searched", OffsetDateTime.class);
                    counts.rows.put(row.getString("standing"), row.getLong("records"));
                    boolean promotable = "promotable".equals(row.getString("standing"));
                    return new PromotionCounts(counts.rows, promotable ? row.getLong("remarked") : counts.remarked,
                            promotable ? row.getLong("alike") : counts.alike, searched == null ? null : searched.toInstant());
                });
    }

    PromotionPreview preview(Entity entity, String batch) {
        return switch (entity) {
            case COMPANY -> new CompanyPromotionPreview(batch, at("promotable"), at("already_promoted"), at("held_by_other_source"),
                    at("held_by_match"), at("not_validated"), at("edited_since_validation"), at("refused"), remarked,
                    searched == null ? null : alike, searched);
            case PERSON -> new PeoplePromotionPreview(batch, at("promotable"), at("already_promoted"), at("held_by_other_source"),
                    at("company_missing"), at("company_ambiguous"), at("slot_missing"), at("not_validated"),
                    at("edited_since_validation"), at("refused"), remarked, at("held_by_match"));
        };
    }

    private long at(String standing) {
        return rows.getOrDefault(standing, 0L);
    }
}
