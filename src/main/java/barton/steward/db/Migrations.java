package barton.steward.db;

import barton.steward.db.Scripts.Script;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Jdbi;

/// The migrations of the program against one database. It looks at nothing first: [Schema] does.
final class Migrations {
    /// Where Flyway keeps what was done, in the schema of our own functions.
    static final String HISTORY = "shq.flyway_schema_history";

    private static final String ADOPTED_AT = "006";

    /// Indexes that later migrations replace, because a long name forbids them: written into the history, but not made.
    private static final List<String> REPLACED = List.of("013", "014", "017");

    private final Flyway flyway;
    private final DataSource source;
    private final Consumer<String> progress;

    /// @param progress told a sentence before each migration
    Migrations(DataSource source, Consumer<String> progress) {
        this.source = source;
        this.progress = progress;
        flyway = configured(Scripts.all()).load();
    }

    private FluentConfiguration configured(List<Script> scripts) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(source)
                .locations(new String[0])
                .resourceProvider(new ScriptResources(scripts))
                .javaMigrationClassProvider(List::of)
                .schemas("shq")
                .baselineVersion(ADOPTED_AT)
                .baselineDescription("adopted")
                .placeholderReplacement(false)
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                // One that failed is done again, whatever came after it.
                .outOfOrder(true)
                .callbacks(new Announcer(progress))
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"));
    }

    /// An index that could not be made whole is a failed step in the history, which would forbid all others; its script begins anew.
    /// @return how many migrations were done
    int migrate() {
        Jdbi.create(source).useHandle(handle -> handle.execute("DO $$ BEGIN IF to_regclass('" + HISTORY + "') IS NOT NULL THEN"
                + " DELETE FROM " + HISTORY + " WHERE NOT success; END IF; END $$"));
        int before = part(version -> version.compareTo(REPLACED.getFirst()) < 0).load().migrate().migrationsExecuted;
        part(REPLACED::contains).callbacks(new Callback[0]).skipExecutingMigrations(true).load().migrate();
        int done = before + flyway.migrate().migrationsExecuted;
        SearchIndexes.make(source, progress);
        return done;
    }

    /// Only the migrations with these versions, whatever else was done.
    private FluentConfiguration part(Predicate<String> versions) {
        return configured(Scripts.all().stream().filter(script -> script.version() != null && versions.test(script.version())).toList())
                .validateOnMigrate(false);
    }

    /// Takes the history up to 006 as done by hand.
    void baseline() {
        flyway.baseline();
    }

    private static String name(MigrationInfo info) {
        String description = info.getDescription().replace('_', ' ');
        return info.getVersion() == null ? description : info.getVersion() + " " + description;
    }

    private record Announcer(Consumer<String> progress) implements Callback {
        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_EACH_MIGRATE;
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return true;
        }

        @Override
        public void handle(Event event, Context context) {
            progress.accept("Migrating: " + name(context.getMigrationInfo()));
        }

        @Override
        public String getCallbackName() {
            return "announcer";
        }
    }
}
