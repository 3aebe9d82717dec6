package barton.steward.db;

import barton.steward.db.Scripts.Script;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// What was done to a database, as the migrations wrote it down.
/// @param steps in the order in which they were done
record History(List<MigrationStep> steps) {
    /// One line of the history; the baseline of an adopted database is one too.
    record MigrationStep(String type, String version, String script, Integer checksum, boolean success) {
    }

    /// Fails where the database has no history or does not show it.
    static History of(Handle handle) {
        return new History(handle.createQuery("SELECT type, version, script, checksum, success FROM " + Migrations.HISTORY
                + " ORDER BY installed_rank").map(ConstructorMapper.of(MigrationStep.class)).list());
    }

    /// Whether the database has had these migrations as they are now, and nothing else. Anything unusual counts as no.
    boolean isOf(List<Script> scripts) {
        Map<String, Integer> done = new HashMap<>();
        String baseline = "";
        for (MigrationStep step : steps) {
            if (!step.success()) {
                return false;
            }
            switch (step.type()) {
                case "SCHEMA" -> { }
                case "BASELINE" -> baseline = step.version();
                case "SQL" -> done.put(step.script(), step.checksum());
                default -> {
                    return false;
                }
            }
        }
        for (Script script : scripts) {
            boolean before = script.version() != null && script.version().compareTo(baseline) <= 0;
            boolean same = Integer.valueOf(script.checksum()).equals(done.remove(script.name()));
            if (script.isMigration() && !same && !before) {
                return false;
            }
        }
        return done.isEmpty();
    }

    /// Whether the database stands where its own history could, before anything of this program.
    boolean isAtAPoint() {
        return steps.stream().allMatch(step -> step.success() && (step.version() == null ? step.type().equals("SCHEMA")
                : step.version().compareTo(Migrations.ADOPTED_AT) <= 0));
    }

    /// Titles of the migrations that the database has not had as they are now, or not to their end.
    List<String> pending(List<Script> scripts) {
        var ended = steps.stream().filter(MigrationStep::success).toList();
        String last = last(ended.stream().map(MigrationStep::version));
        Map<String, Integer> done = new HashMap<>();
        ended.forEach(step -> done.put(step.script(), step.checksum()));
        var failed = steps.stream().filter(step -> !step.success()).map(MigrationStep::script).toList();
        return scripts.stream().filter(Script::isMigration).filter(script -> script.version() == null
                ? !Integer.valueOf(script.checksum()).equals(done.get(script.name()))
                : script.version().compareTo(last) > 0 || failed.contains(script.name())).map(Script::title).toList();
    }

    /// Titles of the migrations that the database has had from a newer program than the one with these.
    List<String> unknown(List<Script> scripts) {
        String last = last(scripts.stream().map(Script::version));
        return steps.stream().filter(step -> step.version() != null && step.version().compareTo(last) > 0)
                .map(step -> new Script(step.script(), "").title()).toList();
    }

    private static String last(Stream<String> versions) {
        return versions.filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse("");
    }
}
