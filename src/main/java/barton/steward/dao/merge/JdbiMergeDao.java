package barton.steward.dao.merge;

import barton.steward.catalog.Entity;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.dao.change.PromotionLock;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.merge.MergePlan;
import barton.steward.model.merge.MergePreview;
import barton.steward.model.merge.MergeRule;
import barton.steward.model.merge.MergedCell;
import barton.steward.model.merge.MergedRow;
import barton.steward.model.merge.StandingMerge;
import barton.steward.model.merge.Unmerged;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

public final class JdbiMergeDao implements MergeDao {
    private static final String PREVIEWED = "previewed";

    private final Database database;

    public JdbiMergeDao(Database database) {
        this.database = database;
    }

    private record Cell(String field, String value, String fromId, boolean chosen, List<String> options) {
        MergedCell merged() {
            return new MergedCell(field, value, fromId, chosen, options);
        }
    }

    private record Facts(List<String> names, long slots, long people, long results, List<String> hindering, List<String> referring,
                         String seen) {
    }

    private record Report(String run, List<String> back, List<String> edited, List<String> people, List<String> slots, List<String> went,
                          List<String> asked, List<String> askedNames, List<String> answers) {
        Unmerged of(String merge, boolean done) {
            return new Unmerged(merge, done ? run : null, back, edited, people, slots, went,
                    IntStream.range(0, asked.size()).mapToObj(i -> new Unmerged.Asked(asked.get(i), askedNames.get(i), answers.get(i)))
                            .toList());
        }
    }

    private record Rule(String entity, String field, List<String> by, List<String> sources) {
    }

    @Override
    public Optional<String> survivor(Entity entity, List<String> ids) {
        return database.read(handle -> handle.createQuery(MergeSql.SURVIVOR).bind("entity", entity.word())
                .bindArray("ids", String.class, ids).mapTo(String.class).findOne());
    }

    @Override
    public MergePreview preview(MergePlan plan) {
        return database.read(handle -> {
            bound(handle.createQuery(MergeSql.MISSING), plan).mapTo(String.class).findOne().ifPresent(missing -> {
                throw StewardException.refused(missing + "; nothing was merged.", "Look at the records again.");
            });
            bound(handle.createQuery(MergeSql.CHECK), plan).mapTo(String.class).one();
            List<MergedCell> cells = bound(handle.createQuery(MergeSql.CELLS), plan).map(ConstructorMapper.of(Cell.class)).list().stream()
                    .map(Cell::merged).toList();
            Facts facts = bound(handle.createQuery(MergeSql.FACTS), plan).map(ConstructorMapper.of(Facts.class)).one();
            boolean companies = plan.entity() == Entity.COMPANY;
            return new MergePreview(plan, facts.names(), cells, companies ? facts.slots() : 0, companies ? facts.people() : 0,
                    companies ? 0 : facts.results(), facts.hindering(), facts.referring(), facts.seen());
        });
    }

    @Override
    public String merge(MergePlan plan, String seen, String executor, UUID request) {
        return IdempotencyKey.write(database, handle -> {
            IdempotencyKey.announce(handle, request);
            PromotionLock.acquire(handle, "merging", executor);
            return bound(handle.createQuery(MergeSql.MERGE), plan).bind("executor", executor).bind("seen", seen).mapTo(String.class).one();
        });
    }

    @Override
    public Unmerged previewUnmerge(String merge, Map<String, String> answers, String executor) {
        return database.longWrite(handle -> {
            PromotionLock.acquire(handle, "looking at a merge", executor);
            handle.savepoint(PREVIEWED);
            Unmerged found = unmerged(handle, merge, answers, executor).of(merge, false);
            handle.rollbackToSavepoint(PREVIEWED);
            return found;
        });
    }

    @Override
    public Unmerged unmerge(String merge, Map<String, String> answers, String executor, UUID request) {
        return IdempotencyKey.write(database, handle -> {
            IdempotencyKey.announce(handle, request);
            PromotionLock.acquire(handle, "unmerging", executor);
            return unmerged(handle, merge, answers, executor).of(merge, true);
        });
    }

    private static Report unmerged(Handle handle, String merge, Map<String, String> answers, String executor) {
        List<String> asked = List.copyOf(answers.keySet());
        return handle.createQuery(MergeSql.UNMERGE).bind("merge", merge).bind("executor", executor)
                .bindArray("asked", String.class, asked).bindArray("answers", String.class, asked.stream().map(answers::get).toList())
                .map(ConstructorMapper.of(Report.class)).one();
    }

    @Override
    public List<String> mergesInto(String id) {
        return database.read(handle -> handle.createQuery(MergeSql.INTO).bind("id", id).mapTo(String.class).list());
    }

    @Override
    public List<StandingMerge> standing(String id) {
        return database.read(handle -> handle.createQuery(MergeSql.STANDING).bind("id", id)
                .map(ConstructorMapper.of(StandingMerge.class)).list());
    }

    @Override
    public Optional<String> mergeOf(String id) {
        return database.read(handle -> handle.createQuery(MergeSql.OF).bind("id", id).mapTo(String.class).findOne());
    }

    @Override
    public String currentId(String id) {
        return database.read(handle -> handle.createQuery("SELECT shq.current_id(:id)").bind("id", id).mapTo(String.class).one());
    }

    @Override
    public Optional<MergedRow> mergedRow(Entity entity, long intakeId) {
        return database.read(handle -> handle.createQuery(MergeSql.OF_ROW).bind("entity", entity.word()).bind("id", intakeId)
                .map(ConstructorMapper.of(MergedRow.class)).findOne());
    }

    @Override
    public List<MergeRule> rules(Entity entity) {
        return database.read(handle -> handle.createQuery(MergeSql.RULES).bind("entity", entity.word())
                .map(ConstructorMapper.of(Rule.class)).list()).stream()
                .map(r -> new MergeRule(entity, r.field(), r.by(), r.sources())).toList();
    }

    @Override
    public void set(MergeRule rule, String executor) {
        int set = IdempotencyKey.kept(database, handle -> rule.by().isEmpty()
                ? handle.createUpdate(MergeSql.FORGET).bind("entity", rule.entity().word()).bind("field", rule.field()).execute() + 1
                : handle.createUpdate(MergeSql.SET).bind("entity", rule.entity().word()).bind("field", rule.field())
                        .bindArray("by", String.class, rule.by()).bindArray("sources", String.class, rule.sources())
                        .bind("executor", executor).execute());
        if (set == 0) {
            throw StewardException.refused("There is no column “" + rule.field() + "” that a merge decides; nothing was set.",
                    "`steward merge --dry-run --json` names them.");
        }
    }

    private static Query bound(Query query, MergePlan plan) {
        List<String> fields = List.copyOf(plan.choice().keySet());
        return query.bind("entity", plan.entity().word()).bind("survivor", plan.survivor())
                .bindArray("others", String.class, plan.others()).bindArray("ids", String.class, plan.ids())
                .bindArray("fields", String.class, fields)
                .bindArray("chosen", String.class, fields.stream().map(plan.choice()::get).toList());
    }
}
