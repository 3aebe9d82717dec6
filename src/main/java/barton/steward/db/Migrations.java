package barton.steward.db;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jdbi.v3.core.Jdbi;

/// The migrations of the program against one database. It looks at nothing first: [Schema] does.
final class Migrations {
    /// Where Flyway keeps what was done, in the schema of our own functions.
    static final String HISTORY = "shq.flyway_schema_history";

    private static final String ADOPTED_AT = "006";

    private final Flyway flyway;
    private final DataSource source;
    private final Consumer<String> progress;

    /// @param progress told a sentence before each migration
    Migrations(DataSource source, Consumer<String> progress) {
        this.source = source;
        this.progress = progress;
        flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(source)
                .locations(new String[0])
                .resourceProvider(new ScriptResources(Scripts.all()))
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
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .load();
    }

    /// An index that could not be made whole is a failed step in the history, which would forbid all others; its script begins anew.
    /// @return how many migrations were done
    int migrate() {
        Jdbi.create(source).useHandle(handle -> handle.execute("DO $$ BEGIN IF to_regclass('" + HISTORY + "') IS NOT NULL THEN"
                + " DELETE FROM " + HISTORY + " WHERE NOT success; END IF; END $$"));
        int done = flyway.migrate().migrationsExecuted;
        SearchIndexes.make(source, progress);
        return done;
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
