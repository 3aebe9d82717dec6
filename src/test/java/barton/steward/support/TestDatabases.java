package barton.steward.support;

import barton.steward.db.Database;
import barton.steward.db.Schema;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/// Fresh databases at the present version, copied from one that was migrated once per server.
public final class TestDatabases {
    private static final Map<TestPostgres, DataSource> TEMPLATES = new HashMap<>();
    private static final Map<TestPostgres, DataSource> BY_HAND = new HashMap<>();

    private TestDatabases() {
    }

    /// A new migrated database without rows on the newest server.
    public static DataSource migrated() {
        return migrated(TestPostgres.newest());
    }

    /// A new migrated database without rows.
    public static synchronized DataSource migrated(TestPostgres server) {
        DataSource template = TEMPLATES.computeIfAbsent(server, s -> {
            DataSource made = s.createDatabase();
            new Schema(Database.over(made), false, step -> { }).migrate();
            return made;
        });
        return server.copyOf(template);
    }

    /// A new migrated database without rows on the newest server.
    public static Database database() {
        return Database.over(migrated());
    }

    /// A few connections that are used again and again, as the application has them; those that nobody uses are closed.
    public static DataSource pooled(DataSource database) {
        var pool = new HikariDataSource();
        pool.setDataSource(database);
        pool.setMaximumPoolSize(4);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(10_000);
        pool.setInitializationFailTimeout(-1);
        return pool;
    }

    /// A new database to which 000 to 006 were applied by hand, without a history of migrations.
    public static synchronized DataSource byHand(TestPostgres server) {
        return server.copyOf(BY_HAND.computeIfAbsent(server, TestDatabases::handmade));
    }

    private static DataSource handmade(TestPostgres server) {
        DataSource made = server.createDatabase();
        for (String script : List.of("V000__base_tables", "V001__validation_and_state_columns", "V002__validation_log_and_slots",
                "V003__promotion_function", "V004__email_verified", "V006__sidecars")) {
            try (var in = TestDatabases.class.getResourceAsStream("/db/migration/" + script + ".sql")) {
                run(made, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return made;
    }

    /// Changes columns of company intake, for which the triggers that name them step aside.
    public static void alterIntake(DataSource database, String changes) {
        run(database, """
                DROP TRIGGER validation_1_asked ON intake.company_raw_intake;
                DROP TRIGGER validation_2_named ON intake.company_raw_intake;
                DROP TRIGGER validation_3_falls ON intake.company_raw_intake;
                DROP TRIGGER validation_4_rejected ON intake.company_raw_intake;
                ALTER TABLE intake.company_raw_intake %s;
                SELECT shq.guard_validation()""".formatted(changes));
    }

    /// Runs one or more statements.
    public static void run(DataSource database, String sql) {
        try (var c = database.getConnection(); var s = c.createStatement()) {
            s.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The first column of the first row as text, null for NULL.
    public static String ask(DataSource database, String sql) {
        try (var c = database.getConnection(); var s = c.createStatement(); var rows = s.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The first column of every row as text.
    public static List<String> list(DataSource database, String sql) {
        try (var c = database.getConnection(); var s = c.createStatement(); var rows = s.executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
