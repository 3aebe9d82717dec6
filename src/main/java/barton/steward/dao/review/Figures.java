package barton.steward.dao.review;

import barton.steward.catalog.Entity;
import barton.steward.dao.query.ReviewedSql;
import barton.steward.dao.query.Sql;
import barton.steward.model.review.ReviewFigures;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// Reads what reviewing has come to.
final class Figures {
    private static final String REVIEWS = """
            WITH stands AS MATERIALIZED (
                SELECT r.intake_id, r.review_no, r.verdict, r.reason, r.reviewed_by, r.reviewed_at
                FROM shq.review r
                WHERE r.entity = :entity AND (:batch::text IS NULL OR r.batch = :batch::text) AND <standing>),
            last AS MATERIALIZED (SELECT DISTINCT ON (s.intake_id) s.verdict, s.reason FROM stands s ORDER BY s.intake_id, s.review_no DESC)
            """;
    private static final String TOTALS = REVIEWS + """
            SELECT count(*) FILTER (WHERE l.verdict = 'accepted') AS accepted, count(*) FILTER (WHERE l.verdict = 'rejected') AS rejected,
                   count(*) FILTER (WHERE l.verdict = 'skipped') AS skipped
            FROM last l""";
    private static final String REASONS = REVIEWS + """
            SELECT l.reason, count(*) AS records FROM last l WHERE l.verdict = 'rejected' GROUP BY 1 ORDER BY 2 DESC, 1""";
    private static final String STEWARDS = REVIEWS + """
            , paced AS (
                SELECT s.reviewed_by, s.verdict,
                       extract(epoch FROM s.reviewed_at - lag(s.reviewed_at) OVER (PARTITION BY s.reviewed_by ORDER BY s.review_no)) AS gap
                FROM stands s)
            SELECT p.reviewed_by AS steward, count(*) FILTER (WHERE p.verdict = 'accepted') AS accepted,
                   count(*) FILTER (WHERE p.verdict = 'rejected') AS rejected, count(*) FILTER (WHERE p.verdict = 'skipped') AS skipped,
                   (60 * count(*) FILTER (WHERE p.gap <= 300) / nullif(sum(p.gap) FILTER (WHERE p.gap <= 300), 0))::float8 AS pace
            FROM paced p GROUP BY 1 ORDER BY count(*) DESC, 1""";

    private Figures() {
    }

    public record Totals(long accepted, long rejected, long skipped) {
    }

    static ReviewFigures of(Handle handle, Entity entity, Optional<String> batch) {
        Totals totals = statement(TOTALS, entity, batch).query(handle).map(ConstructorMapper.of(Totals.class)).one();
        return new ReviewFigures(totals.accepted(), totals.rejected(), totals.skipped(),
                statement(REASONS, entity, batch).query(handle).map(ConstructorMapper.of(ReviewFigures.ByReason.class)).list(),
                statement(STEWARDS, entity, batch).query(handle).map(ConstructorMapper.of(ReviewFigures.BySteward.class)).list());
    }

    private static Sql statement(String text, Entity entity, Optional<String> batch) {
        return Sql.of(text).with("standing", ReviewedSql.STANDS).bind("entity", entity).bind("batch", batch.orElse(null));
    }
}
