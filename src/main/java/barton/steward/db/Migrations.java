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

    /// The last version of the history that was there before the program.
    static final String ADOPTED_AT = "006";

    /// Indexes that later migrations replace, because a long name forbids them: written into the history, but not made.
    private static final List<String> REPLACED = List.of("013", "014", "017");

    private final Flyway flyway;
    /// What an email_verification_log that was there before 055 may lack; nobody knows when its rows were verified.
    private static final String LOG_OF_EMAILS = """
            DO $$
            DECLARE
                lacking RECORD;
            BEGIN
                FOR lacking IN
                    SELECT w.name, w.type
                    FROM (VALUES ('person_unique_id', 'TEXT'), ('verification_service', 'TEXT'), ('verification_result', 'TEXT'),
                                 ('verified_at', 'TIMESTAMPTZ')) AS w (name, type)
                    WHERE to_regclass('marketing.email_verification_log') IS NOT NULL
                      AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = to_regclass('marketing.email_verification_log')
                                                                   AND a.attname = w.name AND NOT a.attisdropped)
                LOOP
                    EXECUTE format('ALTER TABLE marketing.email_verification_log ADD COLUMN %I %s', lacking.name, lacking.type);
                    IF lacking.name = 'verified_at' THEN
                        ALTER TABLE marketing.email_verification_log ALTER verified_at SET DEFAULT now();
                    END IF;
                END LOOP;
            END $$""";

    private final DataSource source;
    private final Consumer<String> progress;
    private final MigrationSteps steps;

    /// @param progress told a sentence before each migration
    /// @param steps told what is done
    Migrations(DataSource source, Consumer<String> progress, MigrationSteps steps) {
        this.source = source;
        this.progress = progress;
        this.steps = steps;
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
                .callbacks(new Announcer(progress, steps))
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"));
    }

    /// An index that could not be made whole is a failed step in the history, which would forbid all others; its script begins anew.
    /// @return how many migrations were done
    int migrate() {
        Jdbi.create(source).useHandle(handle -> handle.execute("DO $$ BEGIN IF to_regclass('" + HISTORY + "') IS NOT NULL THEN"
                + " DELETE FROM " + HISTORY + " WHERE NOT success; END IF; END $$; " + LOG_OF_EMAILS));
        int before = part(version -> version.compareTo(REPLACED.getFirst()) < 0).load().migrate().migrationsExecuted;
        part(REPLACED::contains).callbacks(new Callback[0]).skipExecutingMigrations(true).load().migrate();
        int done = before + flyway.migrate().migrationsExecuted;
        SearchIndexes.make(source, progress);
        Jdbi.create(source).useHandle(handle -> handle.execute("SELECT shq.renew_roles()"));
        return done;
    }

    /// Makes an empty database such as one that has had just these versions, without what is repeated.
    void make(List<String> versions) {
        part(versions::contains).load().migrate();
    }

    /// Only the migrations with these versions, whatever else was done.
    private FluentConfiguration part(Predicate<String> versions) {
        return configured(Scripts.all().stream().filter(script -> script.version() != null && versions.test(script.version())).toList())
                .validateOnMigrate(false);
    }

    /// Takes the history up to 006 as done by hand.
    /// @param replaced indexes with names of ours and other columns, which go so that ours are made
    void adopt(List<String> replaced) {
        // First, because after the baseline nobody looks for them any more.
        replaced.forEach(index -> Jdbi.create(source).useHandle(handle -> handle.execute("DROP INDEX IF EXISTS " + index)));
        flyway.baseline();
        steps.adopted();
    }

    private static String name(MigrationInfo info) {
        String description = info.getDescription().replace('_', ' ');
        return info.getVersion() == null ? description : info.getVersion() + " " + description;
    }

    private record Announcer(Consumer<String> progress, MigrationSteps steps) implements Callback {
        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE;
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return true;
        }

        @Override
        public void handle(Event event, Context context) {
            if (event == Event.AFTER_EACH_MIGRATE) {
                steps.end();
                return;
            }
            steps.begin(name(context.getMigrationInfo()));
            progress.accept("Migrating: " + name(context.getMigrationInfo()));
        }

        @Override
        public String getCallbackName() {
            return "announcer";
        }
    }
}
