package barton.steward.dao.review;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.IntakeStatus;
import barton.steward.dao.query.KnownRecordsSql;
import barton.steward.dao.query.OpenRecordsSql;
import barton.steward.dao.query.Paging;
import barton.steward.dao.query.Predicates;
import barton.steward.dao.query.ReviewedSql;
import barton.steward.dao.query.Sql;
import barton.steward.dao.query.SqlColumn;
import barton.steward.model.query.Condition;
import barton.steward.model.query.PageKey;
import barton.steward.model.query.Query;
import barton.steward.model.query.Sort;
import barton.steward.model.review.ReviewQueue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// The rows of a review's queue and their order, read by key from where it stopped.
final class ReviewQueueSql {
    /// A pair that nobody decided about says as much against a record as a missing website and a warning.
    private static final int ALIKE_POINTS = 8;
    /// The records with such a pair. They are few, and looked up by their keys: else they would be looked for along the whole order.
    private static final Map<Entity, String> ALIKE = Map.of(Entity.COMPANY, """
            (t.id = ANY (ARRAY(SELECT p.intake_id FROM shq.match_pair p
                               WHERE p.entity = 'company' AND p.score >= (SELECT s.shown FROM shq.match_setting s)
                                 AND NOT EXISTS (SELECT FROM shq.match_standing d WHERE d.pair = p.pair
                                                 AND d.entity = 'company' AND d.decision <> 'later'))))""");
    private static final String REJECTED = "(t.validated IS NOT TRUE AND shq.is_rejected(t.validation_notes))";
    /// Asked of one row at a time: an EXISTS would have the planner read all of master for a few rows.
    private static final String PROMOTED = "(SELECT count(*) FROM <known> m WHERE m.source_record_id = t.id::text"
            + " AND m.source_system = 'intake_promotion') > 0";
    private static final String DONE = """
            EXISTS (SELECT <standing>
                    AND CASE r.verdict WHEN 'accepted' THEN t.validated WHEN 'rejected' THEN <rejected>
                             ELSE r.reviewed_by = :steward AND NOT :again END)""";

    private final ReviewQueue queue;
    private final Sql where;

    ReviewQueueSql(ReviewQueue queue, boolean skippedToo, String steward) {
        this.queue = queue;
        Query asked = switch (queue.scope()) {
            case OPEN, ALL -> queue.query();
            case FAILED -> queue.query().where(Condition.is(IntakeFields.STATUS, IntakeStatus.FAILED));
            case EDITED -> queue.query().where(Condition.is(IntakeFields.STATUS, IntakeStatus.EDITED));
            case VALIDATED -> queue.query().where(Condition.is(IntakeFields.STATUS, IntakeStatus.VALIDATED));
        };
        Sql done = Sql.of(DONE).with("standing", ReviewedSql.standing(queue.entity())).with("rejected", REJECTED)
                .bind("steward", steward).bind("again", skippedToo);
        Sql open = Sql.of(switch (queue.scope()) {
            case OPEN -> "t.validated IS NOT TRUE";
            default -> "true";
        });
        this.where = Predicates.of(asked).and(open).and(Sql.of("NOT " + REJECTED)).and(Sql.of("NOT").then(done))
                .and(Sql.of("NOT " + PROMOTED).with("known", KnownRecordsSql.of(queue.entity())));
    }

    Sql where() {
        return where;
    }

    /// The places of the next rows for which a further condition holds.
    List<PageKey> next(Handle handle, Sql also, Optional<PageKey> after, int most) {
        return switch (queue.order()) {
            case RISK -> byRisk(handle, where.and(also), after, most);
            case RULE -> read(handle, Sort.ascending(IntakeFields.FAULT), where.and(also), after, most);
            case NAME -> read(handle, Sort.ascending(name()), where.and(also), after, most);
        };
    }

    private Field name() {
        return queue.query().table().title().getLast();
    }

    /// Those with a pair are as many points further in front; read apart and put together.
    private List<PageKey> byRisk(Handle handle, Sql of, Optional<PageKey> after, int most) {
        Sort risk = Sort.descending(IntakeFields.RISK);
        String alike = ALIKE.get(queue.entity());
        if (alike == null) {
            return read(handle, risk, of, after, most);
        }
        List<PageKey> plain = read(handle, risk, of.and(Sql.of("NOT " + alike)), after, most);
        List<PageKey> raised = read(handle, risk, of.and(Sql.of(alike)), after.map(p -> raised(p, -ALIKE_POINTS)), most);
        Comparator<PageKey> inOrder = Comparator.comparing(ReviewQueueSql::risk);
        return Stream.concat(plain.stream(), raised.stream().map(p -> raised(p, ALIKE_POINTS)))
                .sorted(inOrder.thenComparing(p -> (Long) p.key()).reversed()).limit(most).toList();
    }

    private static PageKey raised(PageKey place, int points) {
        return PageKey.at(risk(place) + points, place.key());
    }

    private static Integer risk(PageKey place) {
        return (Integer) place.sortValues().getFirst();
    }

    /// In what is kept of the open records, where only those are wanted.
    private SqlColumn ordered(SqlColumn column) {
        return switch (queue.scope()) {
            case OPEN, FAILED, EDITED -> OpenRecordsSql.kept(queue.entity(), column);
            case ALL, VALIDATED -> column.ofEveryRow();
        };
    }

    private List<PageKey> read(Handle handle, Sort order, Sql of, Optional<PageKey> after, int most) {
        var paging = new Paging(queue.query().sortedBy(order), of, this::ordered);
        var places = new ArrayList<PageKey>();
        for (Sql statement : paging.places(after)) {
            if (places.size() < most) {
                statement.then("LIMIT :most").bind("most", most - places.size()).query(handle)
                        .map((result, context) -> paging.place(result)).forEach(places::add);
            }
        }
        return places;
    }
}
