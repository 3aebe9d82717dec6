package barton.steward.support;

import barton.steward.db.Database;
import barton.steward.db.Schema;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/// Fresh databases at the present version, copied from one that was migrated once per server.
public final class TestDatabases {
    private static final Map<TestPostgres, DataSource> TEMPLATES = new HashMap<>();

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
            new Schema(made, step -> { }).migrate();
            return made;
        });
        return server.copyOf(template);
    }

    /// A new migrated database without rows on the newest server.
    public static Database database() {
        return Database.over(migrated());
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
}
