package barton.steward.dao.intake;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.dao.change.AuditedChange;
import barton.steward.dao.change.ExpectedCount;
import barton.steward.dao.change.PromotionLock;
import barton.steward.dao.change.Reaching;
import barton.steward.dao.change.Rejections;
import barton.steward.dao.cluster.JdbiValueDao;
import barton.steward.dao.query.IntakeStatusSql;
import barton.steward.dao.query.KnownRecordsSql;
import barton.steward.dao.query.Predicates;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import barton.steward.dao.query.SqlValues;
import barton.steward.dao.step.ActionSteps;
import barton.steward.dao.validation.RuleTime;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.history.BulkResult;
import barton.steward.model.intake.BatchCounts;
import barton.steward.model.intake.Rejection;
import barton.steward.model.query.Reach;
import barton.steward.model.query.Selection;
import barton.steward.model.validation.Fix;
import barton.steward.model.validation.FixSample;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

public final class JdbiIntakeDao implements IntakeDao {
    private static final String BATCHES = """
            SELECT batch, sum(imported) AS imported, sum(validated) AS validated, sum(failed) AS failed, sum(promoted) AS promoted
            FROM (
                SELECT t.import_batch_id::text AS batch, count(*) AS imported, count(*) FILTER (WHERE t.validated) AS validated,
                       count(*) FILTER (WHERE t.validated IS NOT TRUE AND shq.has_error_note(t.validation_notes)) AS failed,
                       count(m.source_record_id) AS promoted, max(t.id) AS newest
                FROM %s t
                LEFT JOIN (SELECT DISTINCT source_record_id FROM %s k
                           WHERE source_system = 'intake_promotion') m ON m.source_record_id = t.id::text
                GROUP BY 1
                UNION ALL
                SELECT c.import_batch_id, count(*), count(*), 0, count(*), max(c.intake_id)
                FROM shq.cleared_intake c
                WHERE c.entity = '%s'
                  AND NOT EXISTS (SELECT FROM shq.run_detail d WHERE d.kind = 'restoring' AND d.of_run = c.validation_run_id)
                GROUP BY 1) b
            GROUP BY batch
            ORDER BY batch IS NULL, max(newest) DESC""";

    private static final Sql REJECTED = Sql.of("t.validated IS NOT TRUE AND shq.is_rejected(t.validation_notes)");

    private static final Reaching.Overridden VALIDATING = new Reaching.Overridden("shq.has_fault_note(t.validation_notes)",
            "shq.is_rejected(t.validation_notes)", "false");
    private static final Reaching.Overridden REJECTING = new Reaching.Overridden("false", "false", "t.validated");

    private final Database database;
    private final RuleTime time;

    public JdbiIntakeDao(Database database) {
        this(database, RuleTime.USUAL);
    }

    public JdbiIntakeDao(Database database, RuleTime time) {
        this.database = database;
        this.time = time;
    }

    @Override
    public List<BatchCounts> batches(Entity entity) {
        String statement = BATCHES.formatted(entity.intake().qualifiedName(), KnownRecordsSql.of(entity), entity.word());
        return database.read(handle -> handle.createQuery(statement).map(ConstructorMapper.of(BatchCounts.class)).list());
    }

    @Override
    public Reach toMark(Selection selection, boolean validated) {
        return Reaching.of(database, selection, open(selection, marked(selection.table(), validated)),
                validated ? VALIDATING : REJECTING);
    }

    @Override
    public BulkResult mark(Selection selection, boolean validated, Optional<String> note, String executor, long announced,
                           UUID request) {
        var mark = new Mark(validated, note, executor);
        var recorded = new AuditedChange(selection.table(), "mark", mark.summary(), executor, request);
        Sql where = open(selection, marked(selection.table(), validated));
        return run(recorded, announced, handle -> {
            Rejections.keptByCaller(handle);
            AuditedChange.Outcome outcome = recorded.update(handle, where, mark.assignments(), OptionalLong.of(announced));
            if (!validated && outcome.action() != 0) {
                Rejections.keep(handle, entity(selection.table()), mark.why(), executor, outcome.action());
            }
            return outcome;
        });
    }

    @Override
    public List<Rejection> rejections(Entity entity, long id) {
        return database.read(handle -> Rejections.standing(handle, entity, id));
    }

    @Override
    public Reach toLift(Selection selection) {
        return reach(selection, REJECTED);
    }

    @Override
    public BulkResult liftRejections(Selection selection, String executor, long announced, UUID request) {
        return run(new AuditedChange(selection.table(), "lift", "Lifted rejections", executor, request), selection, REJECTED,
                Map.of(IntakeFields.VALIDATION_NOTES, Sql.of("shq.lifted_notes(t.validation_notes)")), announced);
    }

    @Override
    public Reach toAssign(Selection selection, String batch) {
        return reach(selection, assigned(batch));
    }

    @Override
    public BulkResult assignBatch(Selection selection, String batch, String executor, long announced, UUID request) {
        var recorded = new AuditedChange(selection.table(), "assign", "Assigned to batch " + batch.strip(), executor, request);
        return run(recorded, selection, assigned(batch),
                Map.of(IntakeFields.IMPORT_BATCH_ID, Sql.of(":batch::text").bind("batch", batch.strip())), announced);
    }

    @Override
    public Reach toFillStates(Selection selection) {
        return toFix(selection, IntakeFields.STATE_ABBREV, new Fix.FillState());
    }

    @Override
    public BulkResult fillStates(Selection selection, String executor, long announced, UUID request) {
        return fix("fill", selection, IntakeFields.STATE_ABBREV, new Fix.FillState(), executor, announced, request);
    }

    @Override
    public Reach toFix(Selection selection, Field field, Fix fix) {
        Sql where = open(selection, new Fixes(selection.table(), field, fix).changing());
        return database.read(handle -> unlessSlow(fix, () -> Reaching.of(handle, selection, where, Reaching.NOTHING)));
    }

    @Override
    public List<FixSample> sampleFix(Selection selection, Field field, Fix fix, int most) {
        var fixes = new Fixes(selection.table(), field, fix);
        Sql statement = Sql.of("""
                SELECT t.id AS intake_id, t.<field>::text AS before, (<value>)::text AS after
                <from> WHERE <where> ORDER BY t.id LIMIT :most""")
                .with("field", field.name()).with("value", fixes.value()).with("from", Source.of(selection.table()).from())
                .with("where", open(selection, fixes.changing())).bind("most", most);
        return database.read(handle -> unlessSlow(fix, () -> statement.query(handle)
                .map(ConstructorMapper.of(FixSample.class)).list()));
    }

    @Override
    public List<String> namesToSplit(Selection selection) {
        return database.longRead(handle -> namesToSplit(handle, selection));
    }

    /// The same in a transaction that goes on.
    public static List<String> namesToSplit(Handle handle, Selection selection) {
        Sql statement = Sql.of("SELECT DISTINCT t.full_name::text <from> WHERE <where>").with("from", Source.of(selection.table()).from())
                .with("where", open(selection, Sql.of(Fixes.UNSPLIT + " AND shq.filled_in(t.full_name::text)")));
        return statement.query(handle).mapTo(String.class).list();
    }

    private static <T> T unlessSlow(Fix fix, Supplier<T> work) {
        return isRegex(fix) ? RuleTime.unlessStopped(RuleTime.slowFix(), work) : work.get();
    }

    private static boolean isRegex(Fix fix) {
        return fix instanceof Fix.Replace(var _, var _, var regex) && regex;
    }

    @Override
    public BulkResult fix(Selection selection, Field field, Fix fix, String executor, long announced, UUID request) {
        return fix("fix", selection, field, fix, executor, announced, request);
    }

    /// A rejection always changes a row: it adds its line to the notes. What was taken back is validated again by who looked at it.
    private static Sql marked(Table intake, boolean validated) {
        return Sql.of(!validated ? "true" : "(t.validated IS NOT TRUE OR t.id IN (SELECT k.intake_id FROM shq.taken_back_rows('"
                + entity(intake).word() + "') k))");
    }

    private static Sql assigned(String batch) {
        if (batch.isBlank()) {
            throw StewardException.refused("A batch needs a name; nothing was changed.", "Give it one, like 20251024-WV-BATCH1.");
        }
        return Sql.of("t.import_batch_id IS DISTINCT FROM :batch::text").bind("batch", SqlValues.storable(batch.strip()));
    }

    private BulkResult fix(String kind, Selection selection, Field field, Fix fix, String executor, long announced, UUID request) {
        var fixes = new Fixes(selection.table(), field, fix);
        var recorded = new AuditedChange(selection.table(), kind, fixes.summary(), executor, request);
        Sql where = open(selection, fixes.changing());
        Map<Field, Sql> assignments = fixes.assignments();
        return ExpectedCount.run(database, request, announced, handle -> {
            var check = new CheckAgain(handle, entity(selection.table()), executor);
            boolean again = check.isNeeded(where);
            if (again) {
                PromotionLock.acquire(handle, "change of rows", executor);
            } else {
                PromotionLock.share(handle, "change of rows", executor);
            }
            Supplier<AuditedChange.Outcome> update = () -> recorded.update(handle, where, assignments, OptionalLong.of(announced));
            AuditedChange.Outcome outcome = isRegex(fix) ? RuleTime.within(handle, time.limit(announced), RuleTime.slowFix(), update)
                    : update.get();
            keep(handle, selection, field, fix, outcome.action());
            if (again && outcome.action() != 0) {
                check.after(outcome.action());
            }
            return outcome;
        });
    }

    /// Does a fix in a transaction that goes on, to as many rows as there are.
    public static AuditedChange.Outcome within(Handle handle, Selection selection, Field field, Fix fix, String executor) {
        var fixes = new Fixes(selection.table(), field, fix);
        return unlessSlow(fix, () -> new AuditedChange(selection.table(), "fix", fixes.summary(), executor).update(handle,
                open(selection, fixes.changing()), fixes.assignments(), OptionalLong.empty()));
    }

    private static void keep(Handle handle, Selection selection, Field field, Fix fix, long action) {
        if (action != 0) {
            // Other people have other names.
            ActionSteps.keep(handle, action, selection, field, fix instanceof Fix.SplitName ? new Fix.SplitName() : fix);
            if (fix instanceof Fix.Merge(var becomes)) {
                JdbiValueDao.keep(handle, entity(selection.table()), field, becomes, action);
            }
        }
    }

    private Reach reach(Selection selection, Sql changing) {
        return Reaching.of(database, selection, open(selection, changing));
    }

    private BulkResult run(AuditedChange recorded, Selection selection, Sql changing, Map<Field, Sql> values, long announced) {
        Sql where = open(selection, changing);
        return run(recorded, announced, handle -> recorded.update(handle, where, values, OptionalLong.of(announced)));
    }

    private BulkResult run(AuditedChange recorded, long announced, Function<Handle, AuditedChange.Outcome> change) {
        return ExpectedCount.run(database, recorded.request(), announced, handle -> {
            PromotionLock.share(handle, "change of rows", recorded.executor());
            return change.apply(handle);
        });
    }

    private static Sql open(Selection selection, Sql changing) {
        Table intake = entity(selection.table()).intake();
        return Predicates.of(selection).and(changing).and(Sql.of("NOT " + IntakeStatusSql.promoted(intake)));
    }

    private static Entity entity(Table intake) {
        return Entity.ofIntake(intake).orElseThrow(() -> new IllegalArgumentException("not rows of intake: " + intake));
    }
}
