package barton.steward.dao.review;

import barton.steward.catalog.Entity;
import barton.steward.dao.change.AuditedChange;
import barton.steward.dao.change.ExpectedCount;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.dao.change.Reaching;
import barton.steward.dao.intake.Mark;
import barton.steward.dao.query.ReviewedSql;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.history.BulkResult;
import barton.steward.model.query.PageKey;
import barton.steward.model.query.Reach;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.model.review.Lookalike;
import barton.steward.model.review.ReviewFact;
import barton.steward.model.review.ReviewFigures;
import barton.steward.model.review.ReviewItem;
import barton.steward.model.review.ReviewQueue;
import barton.steward.model.review.ReviewReason;
import barton.steward.model.review.ReviewVerdict;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

public final class JdbiReviewDao implements ReviewDao {
    private static final String HELD = "now() + interval '10 minutes'";
    private static final String FREE = """
            NOT EXISTS (SELECT FROM shq.review_lease l
                        WHERE l.entity = :entity AND l.intake_id = t.id AND l.until > now())""";
    private static final String HOLD = """
            INSERT INTO shq.review_lease AS l (entity, intake_id, holder, steward, until)
            SELECT :entity, k.id, :holder::uuid, :steward, %s FROM unnest(:ids::bigint[]) AS k (id) ORDER BY k.id
            ON CONFLICT (entity, intake_id) DO UPDATE SET holder = excluded.holder, steward = excluded.steward, until = excluded.until
            WHERE l.until <= now()
            RETURNING l.intake_id""".formatted(HELD);
    private static final String RENEW = "UPDATE shq.review_lease SET until = " + HELD + " WHERE holder = :holder::uuid AND until > now()";
    private static final String GIVE_BACK = """
            DELETE FROM shq.review_lease WHERE holder = :holder::uuid AND entity = :entity AND intake_id = ANY (:ids::bigint[])""";
    private static final String GIVE_ALL_BACK = "DELETE FROM shq.review_lease WHERE holder = :holder::uuid OR until < now()";
    private static final String EARLIER = """
            SELECT count(*) AS rows, coalesce(max(r.action_id), 0) AS action FROM shq.review r WHERE r.request_id = :request
            HAVING count(*) > 0""";
    private static final String LATEST = """
            SELECT r.verdict, r.reason, r.reviewed_by AS by, r.reviewed_at AS at, coalesce(r.seen = <content>, false) AS current
            FROM shq.review r LEFT JOIN <intake> t ON t.id = r.intake_id
            WHERE r.entity = :entity AND r.intake_id = :record AND r.verdict <> 'skipped' AND <stands>
            ORDER BY r.review_no DESC LIMIT 1""";
    private static final String REASONS = """
            SELECT r.reason, r.position, r.active FROM shq.review_reason r WHERE r.entity = :entity ORDER BY r.position, r.reason""";
    private static final String OFFER = """
            INSERT INTO shq.review_reason (entity, reason, position, active, changed_by)
            SELECT :entity, :reason, coalesce(max(r.position), 0) + 10, :active, :steward
            FROM shq.review_reason r WHERE r.entity = :entity
            ON CONFLICT (entity, reason) DO UPDATE
            SET active = excluded.active, changed_by = excluded.changed_by, changed_at = now()""";
    private static final String ARRANGE = """
            UPDATE shq.review_reason r SET position = 10 * o.n, changed_by = :steward, changed_at = now()
            FROM unnest(:reasons::text[]) WITH ORDINALITY AS o (reason, n)
            WHERE r.entity = :entity AND r.reason = o.reason AND r.position <> 10 * o.n""";

    private final Database database;

    public JdbiReviewDao(Database database) {
        this.database = database;
    }

    /// One after the other, so that two that ask at the same time do not look at the same rows; it takes milliseconds.
    @Override
    public List<ReviewItem> handOut(ReviewQueue queue, Optional<PageKey> after, boolean skippedToo, int most, UUID holder,
                                    String steward) {
        var rows = new ReviewQueueSql(queue, skippedToo, steward);
        Sql free = Sql.of(FREE).bind("entity", queue.entity());
        return database.write(handle -> {
            IdempotencyKey.lock(handle, "steward: handing out " + queue.entity().plural());
            List<PageKey> places = rows.next(handle, free, after, most);
            Set<Long> held = hold(handle, queue.entity(), places, holder, steward);
            return items(handle, queue.entity(), places.stream().filter(p -> held.contains((Long) p.key())).toList());
        });
    }

    private static Set<Long> hold(Handle handle, Entity entity, List<PageKey> places, UUID holder, String steward) {
        return new HashSet<>(Sql.of(HOLD).bind("entity", entity).bind("holder", holder.toString()).bind("steward", steward)
                .bind("ids", places.stream().map(PageKey::key).toArray()).query(handle).mapTo(Long.class).list());
    }

    private static List<ReviewItem> items(Handle handle, Entity entity, List<PageKey> places) {
        Source source = Source.of(entity.intake());
        List<Long> ids = places.stream().map(p -> (Long) p.key()).toList();
        Map<Object, Row> rows = Sql.of("<select> <from> WHERE t.id = ANY (:ids::bigint[])").with("select", source.select())
                .with("from", source.from()).bind("ids", ids.toArray()).query(handle).map((result, context) -> source.row(result))
                .stream().collect(Collectors.toMap(Row::key, r -> r));
        Map<Long, List<Lookalike>> alike = Lookalikes.of(handle, entity, ids);
        return places.stream().filter(p -> rows.containsKey(p.key()))
                .map(p -> new ReviewItem(rows.get(p.key()), p, alike.getOrDefault((Long) p.key(), List.of()))).toList();
    }

    @Override
    public void renew(UUID holder) {
        database.write(handle -> Sql.of(RENEW).bind("holder", holder.toString()).execute(handle));
    }

    @Override
    public void giveBack(Entity entity, UUID holder, Collection<Long> records) {
        database.write(handle -> Sql.of(GIVE_BACK).bind("entity", entity).bind("holder", holder.toString())
                .bind("ids", records.toArray()).execute(handle));
    }

    @Override
    public void giveBack(UUID holder) {
        database.write(handle -> Sql.of(GIVE_ALL_BACK).bind("holder", holder.toString()).execute(handle));
    }

    @Override
    public long waiting(ReviewQueue queue, boolean skippedToo, String steward) {
        Sql statement = Sql.of("SELECT count(*) <from> WHERE <where>").with("from", Source.of(queue.query().table()).from())
                .with("where", new ReviewQueueSql(queue, skippedToo, steward).where());
        return database.read(handle -> statement.query(handle).mapTo(Long.class).one());
    }

    @Override
    public List<Lookalike> alike(Entity entity, long record) {
        return database.read(handle -> Lookalikes.of(handle, entity, List.of(record)).getOrDefault(record, List.of()));
    }

    @Override
    public Reach toDecide(Selection records) {
        return Reaching.of(database, records, Decisions.open(records));
    }

    /// In a short transaction: these are records that somebody looked at, and the next one waits.
    @Override
    public BulkResult decide(Selection records, ReviewVerdict verdict, Optional<String> reason, String steward, long announced,
                             UUID request) {
        return IdempotencyKey.untilKnown(() -> database.write(handle -> {
            IdempotencyKey.lock(handle, request.toString());
            AuditedChange.Outcome outcome = earlier(handle, request)
                    .orElseGet(() -> new Decisions(records, verdict, reason, steward, request).write(handle, announced));
            return ExpectedCount.result(announced, outcome);
        }));
    }

    /// What the request did already where the reply to it was lost.
    private static Optional<AuditedChange.Outcome> earlier(Handle handle, UUID request) {
        return handle.createQuery(EARLIER).bind("request", request).map(ConstructorMapper.of(AuditedChange.Outcome.class)).findOne();
    }

    @Override
    public Optional<ReviewFact> latest(Entity entity, long record) {
        Sql statement = Sql.of(LATEST).with("content", ReviewedSql.content(entity)).with("intake", entity.intake().qualifiedName())
                .with("stands", ReviewedSql.STANDS).bind("entity", entity).bind("record", record);
        return database.read(handle -> statement.query(handle).map(ConstructorMapper.of(ReviewFact.class)).findOne());
    }

    @Override
    public ReviewFigures figures(Entity entity, Optional<String> batch) {
        return database.read(handle -> handle.inTransaction(h -> Figures.of(h, entity, batch)));
    }

    @Override
    public List<ReviewReason> reasons(Entity entity) {
        return database.read(handle -> handle.createQuery(REASONS).bind("entity", entity).map(ConstructorMapper.of(ReviewReason.class))
                .list());
    }

    @Override
    public void offer(Entity entity, String reason, boolean active, String steward) {
        String line = Mark.oneLine(reason);
        if (line.isEmpty()) {
            throw StewardException.refused("A reason needs words; nothing was changed.", "Say in a few words why records are rejected.");
        }
        IdempotencyKey.kept(database, handle -> handle.createUpdate(OFFER).bind("entity", entity).bind("reason", line)
                .bind("active", active).bind("steward", steward).execute());
    }

    @Override
    public void arrange(Entity entity, List<String> reasons, String steward) {
        IdempotencyKey.kept(database, handle -> Sql.of(ARRANGE).bind("entity", entity)
                .bind("reasons", reasons.toArray()).bind("steward", steward).execute(handle));
    }
}
