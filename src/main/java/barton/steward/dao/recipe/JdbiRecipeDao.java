package barton.steward.dao.recipe;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.FieldType;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.dao.change.PromotionLock;
import barton.steward.dao.intake.JdbiIntakeDao;
import barton.steward.dao.intake.JdbiPhoneDao;
import barton.steward.dao.step.StepJson;
import barton.steward.dao.validation.JdbiValidationDao;
import barton.steward.db.Database;
import barton.steward.model.recipe.BatchSteps;
import barton.steward.model.recipe.Recipe;
import barton.steward.model.recipe.RecipeStep;
import barton.steward.model.recipe.StepResult;
import barton.steward.model.validation.ValidationResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

public final class JdbiRecipeDao implements RecipeDao {
    private static final String ALL = """
            SELECT name, entity, steps::text AS steps, saved_by, saved_at FROM shq.recipe
            WHERE :name::text IS NULL OR lower(name) = lower(:name::text) ORDER BY lower(name)""";
    private static final String SAVE = """
            INSERT INTO shq.recipe (name, entity, steps, saved_by) VALUES (:name, :entity, :steps::jsonb, :savedBy)
            ON CONFLICT (lower(name)) DO UPDATE SET name = excluded.name, entity = excluded.entity, steps = excluded.steps,
                saved_by = excluded.saved_by, saved_at = now() WHERE :replace""";
    private static final String DELETE = "DELETE FROM shq.recipe WHERE lower(name) = lower(:name)";
    private static final String STANDING = """
            NOT EXISTS (SELECT FROM shq.action u WHERE u.undoes = a.action_id AND NOT EXISTS (
                SELECT FROM shq.action r WHERE r.undoes = u.action_id))""";
    private static final String DONE = """
            SELECT s.kind, s.step FROM (
                SELECT 'mapping' AS kind, (SELECT jsonb_build_object('mapping', f.mapping)::text FROM shq.import_file f
                    WHERE f.table_name = '<intake>' AND f.batch = :batch AND f.mapping <> '{}' ORDER BY f.import_no LIMIT 1) AS step,
                    NULL::timestamptz AS at, 0::bigint AS n
                UNION ALL
                SELECT CASE WHEN p.action_id IS NULL THEN 'unknown' WHEN p.step IS NULL THEN 'by hand' ELSE 'step' END, p.step::text,
                       a.happened_at, a.action_id
                FROM shq.action a LEFT JOIN shq.action_step p ON p.action_id = a.action_id
                WHERE a.table_name = '<intake>' AND a.kind IN ('fix', 'fill') AND a.summary NOT LIKE 'Wrote the phones of batch%'
                  AND <standing> AND EXISTS (
                      SELECT FROM shq.change c CROSS JOIN LATERAL unnest(c.keys) AS k (key)
                      JOIN <intake> t ON t.id = k.key::bigint AND t.import_batch_id = :batch WHERE c.action_id = a.action_id)
                UNION ALL
                SELECT 'step', jsonb_build_object('check', d.rule_set)::text, d.created_at, d.run_no
                FROM shq.run_detail d LEFT JOIN shq.action a ON a.action_id = d.action_id
                JOIN public.shq_validation_log l ON l.validation_run_id = d.validation_run_id
                WHERE d.kind = 'validation' AND d.batch = :batch AND d.rule_set IS NOT NULL AND l.source_table = '<intake>'
                  AND (a.action_id IS NULL OR <standing>)) s
            ORDER BY s.at NULLS FIRST, s.n""".replace("<standing>", STANDING);

    private final Database database;

    public JdbiRecipeDao(Database database) {
        this.database = database;
    }

    private record Found(String name, String entity, String steps, String savedBy, Instant savedAt) {
        /// Another version of the program may have saved steps that this one does not know.
        Stream<Recipe> recipe() {
            Entity of = Arrays.stream(Entity.values()).filter(e -> e.word().equals(entity)).findFirst().orElseThrow();
            try {
                return Stream.of(new Recipe(name, of, StepJson.read(of, steps), savedBy, savedAt));
            } catch (IllegalArgumentException e) {
                return Stream.empty();
            }
        }
    }

    private record Deed(String kind, String step) {
    }

    @Override
    public List<Recipe> all() {
        return found(null);
    }

    @Override
    public Optional<Recipe> named(String name) {
        return found(name.strip()).stream().findFirst();
    }

    private List<Recipe> found(String name) {
        return database.read(handle -> handle.createQuery(ALL).bind("name", name).map(ConstructorMapper.of(Found.class)).list()).stream()
                .flatMap(Found::recipe).toList();
    }

    @Override
    public boolean save(Recipe recipe, boolean replace) {
        return IdempotencyKey.kept(database, handle -> handle.createUpdate(SAVE).bind("name", recipe.name())
                .bind("entity", recipe.entity().word())
                .bind("steps", StepJson.write(recipe.steps())).bind("savedBy", recipe.savedBy()).bind("replace", replace).execute()) > 0;
    }

    @Override
    public boolean delete(String name) {
        return IdempotencyKey.kept(database, handle -> handle.createUpdate(DELETE).bind("name", name.strip()).execute()) > 0;
    }

    @Override
    public BatchSteps done(Entity entity, String batch) {
        List<Deed> deeds = database.longRead(handle -> handle.createQuery(DONE.replace("<intake>", entity.intake().qualifiedName()))
                .bind("batch", batch).map(ConstructorMapper.of(Deed.class)).list());
        var steps = new ArrayList<RecipeStep>();
        for (Deed deed : deeds) {
            if (deed.step() != null) {
                RecipeStep step = StepJson.readOne(entity, deed.step());
                // Of several runs of the same rules the last one counts, of corrections that are the same the first.
                if (step instanceof RecipeStep.Check) {
                    steps.remove(step);
                }
                if (!steps.contains(step)) {
                    steps.add(step);
                }
            }
        }
        return new BatchSteps(steps, deeds.stream().filter(d -> d.kind().equals("by hand")).count(),
                deeds.stream().filter(d -> d.kind().equals("unknown")).count());
    }

    @Override
    public Set<Field> filled(Entity entity, String batch, Set<Field> fields) {
        return database.read(handle -> {
            var filled = new HashSet<Field>();
            for (Field field : fields) {
                String is = field.type() == FieldType.TEXT ? "shq.filled_in(t." + field.name() + "::text, '" + field.name() + "')"
                        : "t." + field.name() + " IS NOT NULL";
                if (handle.createQuery("SELECT EXISTS (SELECT FROM " + entity.intake().qualifiedName()
                        + " t WHERE t.import_batch_id = :batch AND " + is + ")").bind("batch", batch).mapTo(Boolean.class).one()) {
                    filled.add(field);
                }
            }
            return filled;
        });
    }

    @Override
    public List<StepResult> rehearse(Entity entity, String batch, List<RecipeStep> steps, String executor,
            Preparing preparing) {
        return database.longWrite(handle -> {
            PromotionLock.share(handle, "dry run of a recipe", executor);
            handle.savepoint("before");
            List<StepResult> results = steps.stream().map(step -> attempt(handle, entity, batch, step, preparing.before(step,
                    JdbiPhoneDao.within(handle), rows -> JdbiIntakeDao.namesToSplit(handle, rows)), executor)).toList();
            handle.rollbackToSavepoint("before");
            return results;
        });
    }

    private static StepResult attempt(Handle handle, Entity entity, String batch, RecipeStep step, RecipeStep prepared,
            String executor) {
        return switch (prepared) {
            case RecipeStep.Mapping _ -> StepResult.of(step, 0, 0, null);
            case RecipeStep.Correct correct -> StepResult.of(step, JdbiIntakeDao.within(handle, correct.rows(entity, batch),
                    correct.field(), correct.fix(), executor).rows(), 0, null);
            case RecipeStep.Check(var rules) -> {
                IdempotencyKey.announce(handle, UUID.randomUUID());
                ValidationResult result = JdbiValidationDao.batch(handle, entity, batch, executor, rules);
                yield StepResult.of(step, result.failed(), 0, "");
            }
        };
    }
}
