package barton.steward.dao.validation;

import barton.steward.catalog.Entity;
import barton.steward.model.StewardException;
import barton.steward.model.Work;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// How long rules may take: a regular expression can take for ever on one long text, and nobody else promotes or marks while rules run.
/// So those that may are tried on the batch before the turn is taken, and a whole run is limited by its rows.
/// @param rule the least for one rule, and the most for a portion of a trial
/// @param run the least for a run
/// @param row what each row adds to either
public record RuleTime(Duration rule, Duration run, Duration row) {
    public static final RuleTime USUAL = new RuleTime(Duration.ofSeconds(20), Duration.ofMinutes(1), Duration.ofMillis(1));

    private static final String STOPPED = "57014";
    /// Only a pattern that refers back to what it found tries one way after the other; all others go through a text once.
    private static final String SUSPECT = """
            SELECT r.code, r.field, r.kind, r.parameters::text AS parameters
            FROM shq.validation_rule r
            WHERE r.rule_set = :rules AND r.entity = :entity AND r.enabled AND r.kind = 'regex' AND r.parameters ->> 'pattern' ~ '\\\\[1-9]'
            ORDER BY r.position, r.code""";
    private static final String ATTEMPT = """
            SELECT count(*) FROM shq.try_rule(:entity, :field, :kind, :parameters::jsonb, :batch) t WHERE t.fails""";

    private record Suspect(String code, String field, String kind, String parameters) {
    }

    /// Tries each rule of a set that may take for ever on the batch; in a transaction, and without keeping anybody waiting.
    /// @throws StewardException of kind REFUSED, with the rule's name, where it takes too long
    public void check(Handle handle, Entity entity, String batch, String rules) {
        var suspects = handle.createQuery(SUSPECT).bind("rules", rules).bind("entity", entity)
                .map(ConstructorMapper.of(Suspect.class)).list();
        if (suspects.isEmpty()) {
            return;
        }
        Duration limit = rule.plus(row.multipliedBy(rows(handle, entity, batch)));
        for (Suspect rule : suspects) {
            within(handle, limit, slow(rules, rule.code()), () -> handle.createQuery(ATTEMPT).bind("entity", entity)
                    .bind("field", rule.field()).bind("kind", rule.kind()).bind("parameters", rule.parameters()).bind("batch", batch)
                    .mapTo(Long.class).one());
        }
    }

    /// Runs the rules of a set on a batch.
    <T> T run(Handle handle, Entity entity, String batch, String rules, Supplier<T> run) {
        return within(handle, limit(rows(handle, entity, batch)), StewardException.refused(
                "The rules of " + rules + " took too long and were stopped; nothing was changed.",
                "Try the rules with regular expressions one by one with `steward rules try`, and switch off the slow one."), run);
    }

    /// The most for a change of so many rows.
    public Duration limit(long rows) {
        return run.plus(row.multipliedBy(rows));
    }

    /// What is said of a rule that takes too long.
    static StewardException slow(String rules, String code) {
        return StewardException.refused("The rule " + code + " of " + rules + " takes too long and was stopped; nothing was changed.",
                "Its regular expression can take for ever on a long text, as one with \\1 may: change it, or switch the rule off.");
    }

    /// What is said of a fix that takes too long.
    public static StewardException slowFix() {
        return StewardException.refused("The regular expression takes too long and was stopped; nothing was changed.",
                "It can take for ever on a long text, as one with \\1 or many groups may. Choose a simpler one, or fewer rows.");
    }

    /// Does something in a transaction, where no statement may take longer.
    public static <T> T within(Handle handle, Duration limit, StewardException late, Supplier<T> work) {
        String usual = handle.createQuery("SELECT current_setting('statement_timeout')").mapTo(String.class).one();
        String patience = handle.createQuery("SELECT current_setting('lock_timeout')").mapTo(String.class).one();
        // Who waits for somebody's lock is not slow: that ends before, with a reason of its own.
        limits(handle, Long.toString(limit.toMillis()), Long.toString(Math.max(1, limit.toMillis() * 9 / 10)));
        T result = unlessStopped(late, work);
        limits(handle, usual, patience);
        return result;
    }

    private static void limits(Handle handle, String statement, String lock) {
        handle.execute("SET LOCAL statement_timeout = '" + statement + "'; SET LOCAL lock_timeout = '" + lock + "'");
    }

    /// Does something, and says it where the database stopped it because it took too long.
    public static <T> T unlessStopped(StewardException late, Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException e) {
            if (!Work.isCancelled() && e.getCause() instanceof SQLException sql && STOPPED.equals(sql.getSQLState())) {
                late.addSuppressed(e);
                throw late;
            }
            throw e;
        }
    }

    private static long rows(Handle handle, Entity entity, String batch) {
        return handle.createQuery("SELECT count(*) FROM " + entity.intake().qualifiedName() + " i WHERE i.import_batch_id = :batch")
                .bind("batch", batch).mapTo(Long.class).one();
    }
}
