package barton.steward.dao.validation;

import barton.steward.catalog.Entity;
import barton.steward.catalog.FieldType;
import barton.steward.catalog.Table;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.dao.history.PlaceholderChange;
import barton.steward.dao.history.RuleChange;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.Work;
import barton.steward.model.validation.Rule;
import barton.steward.model.validation.RuleCount;
import barton.steward.model.validation.RuleDryRun;
import barton.steward.model.validation.RuleKind;
import barton.steward.model.validation.RuleOnBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

public final class JdbiRuleDao implements RuleDao {
    private static final String RULES = "SELECT " + RuleChange.COLUMNS + " FROM " + RuleChange.TABLE + " r";
    private static final String ATTEMPT = "SELECT shq.open_trial(:entity, :field, :kind, :parameters::jsonb, :batch)::text";
    /// The rows of intake in which a cell says one of the texts.
    private static final String SAYING = """
            SELECT count(*) FROM %s t
            WHERE EXISTS (SELECT FROM (VALUES %s) AS v (value) WHERE lower(btrim(v.value)) = ANY (:texts))""";
    private static final String PORTION = "FETCH 5000 FROM trial";
    private static final String COUNTS = """
            SELECT f.rule_set AS set, f.rule_code AS code, f.field,
                   CASE f.severity WHEN 'error' THEN 'error' ELSE 'warning' END AS severity, f.message, count(*) AS records
            FROM shq.finding f JOIN %s i ON i.id = f.record_id
            WHERE f.entity = :entity AND (CAST(:batch AS text) IS NULL OR i.import_batch_id = :batch)
            GROUP BY 1, 2, 3, 4, 5
            ORDER BY records DESC, f.rule_set, f.rule_code""";

    private final Database database;
    private final RuleTime time;

    public JdbiRuleDao(Database database) {
        this(database, RuleTime.USUAL);
    }

    public JdbiRuleDao(Database database, RuleTime time) {
        this.database = database;
        this.time = time;
    }

    @Override
    public List<Rule> rules() {
        return database.read(handle -> handle.createQuery(RULES + " ORDER BY r.entity, r.rule_set, r.position, r.code")
                .map(RuleChange.READ).list());
    }

    @Override
    public Optional<Rule> rule(String set, String code) {
        return database.read(handle -> handle.createQuery(RULES + " WHERE r.rule_set = :set AND r.code = :code")
                .bind("set", set).bind("code", code).map(RuleChange.READ).findOne());
    }

    @Override
    public long add(Rule rule, String executor) {
        return done(RuleChange.of(null, rule, executor), "The set %s has a rule %s already; nothing was saved."
                .formatted(rule.set(), rule.code()), "Choose another name, or edit that rule.");
    }

    @Override
    public long change(Rule before, Rule after, String executor) {
        return done(RuleChange.of(before, after, executor), changed(before), "Look at it as it is now before you change it.");
    }

    @Override
    public long remove(Rule rule, String executor) {
        return done(RuleChange.of(rule, null, executor), changed(rule), "Look at it as it is now before you remove it.");
    }

    private static String changed(Rule rule) {
        return "Somebody else changed or removed the rule %s of %s meanwhile; nothing was saved.".formatted(rule.code(), rule.set());
    }

    private long done(RuleChange change, String refusal, String advice) {
        return IdempotencyKey.kept(database, change::run).orElseThrow(() -> StewardException.refused(refusal, advice));
    }

    @Override
    public List<String> placeholders() {
        return database.read(handle -> handle.createQuery("SELECT p.value FROM shq.placeholder p ORDER BY p.value").mapTo(String.class)
                .list());
    }

    @Override
    public OptionalLong changePlaceholders(List<String> added, List<String> removed, String executor) {
        return IdempotencyKey.kept(database, handle -> new PlaceholderChange(handle.createQuery("""
                SELECT coalesce(jsonb_agg(jsonb_build_object('value', v.value)), '[]')::text FROM unnest(:added) AS v (value)""")
                .bindArray("added", String.class, added.toArray()).mapTo(String.class).one(), removed, "placeholders",
                PlaceholderChange.summary(added, removed), executor, null).run(handle));
    }

    @Override
    public long saying(List<String> texts) {
        return texts.isEmpty() ? 0 : database.longRead(handle -> Stream.of(Entity.values())
                .mapToLong(entity -> saying(handle, entity.intake(), texts)).sum());
    }

    private static long saying(Handle handle, Table intake, List<String> texts) {
        String values = intake.editableFields().stream().filter(f -> f.type() == FieldType.TEXT).map(f -> "(t." + f.name() + "::text)")
                .collect(Collectors.joining(", "));
        return handle.createQuery(SAYING.formatted(intake.qualifiedName(), values)).bindArray("texts", String.class, texts.toArray())
                .mapTo(Long.class).one();
    }

    @Override
    public RuleDryRun attempt(Rule rule, String batch) {
        return database.longRead(handle -> {
            handle.createQuery(ATTEMPT).bind("entity", rule.entity()).bind("field", rule.field()).bind("kind", rule.kind())
                    .bind("parameters", rule.parameters()).bind("batch", batch).mapTo(String.class).one();
            var failing = new ArrayList<Long>();
            long checked = 0;
            for (int more = check(handle, rule, failing); more > 0; more = check(handle, rule, failing)) {
                checked += more;
                Work.progress(checked);
            }
            return new RuleDryRun(new RuleOnBatch(rule, batch), checked, failing.stream().sorted().toList());
        });
    }

    /// Checks some records more, and returns how many.
    private int check(Handle handle, Rule rule, List<Long> failing) {
        return rule.kind() == RuleKind.REGEX
                ? RuleTime.within(handle, time.rule(), RuleTime.slow(rule.set(), rule.code()), () -> portion(handle, failing))
                : portion(handle, failing);
    }

    private static int portion(Handle handle, List<Long> failing) {
        return handle.createQuery(PORTION).map((result, context) -> {
            if (result.getBoolean("fails")) {
                failing.add(result.getLong("id"));
            }
            return result.getLong("id");
        }).list().size();
    }

    @Override
    public List<RuleCount> counts(Entity entity, Optional<String> batch) {
        return database.read(handle -> handle.createQuery(COUNTS.formatted(entity.intake().qualifiedName()))
                .bind("entity", entity).bind("batch", batch.orElse(null))
                .map(ConstructorMapper.of(RuleCount.class)).list());
    }
}
