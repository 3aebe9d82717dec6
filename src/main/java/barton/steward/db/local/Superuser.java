package barton.steward.db.local;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/// The server's own administrator, who makes the database and its owner; the application works as that owner.
record Superuser(int port, String password) {
    static final String NAME = "postgres";
    static final String DATABASE = "steward";
    static final String OWNER = "steward";
    private static final int TIMEOUT_SECONDS = 10;

    /// Makes the owner and the database where an earlier start did not come that far. The owner gets the administrator's
    /// password without it going over the wire.
    void prepareDatabase() throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute("""
                    DO $$
                    BEGIN
                      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'steward') THEN
                        EXECUTE format('CREATE ROLE steward LOGIN CREATEROLE PASSWORD %L',
                                       (SELECT rolpassword FROM pg_authid WHERE rolname = current_user));
                      END IF;
                    END $$""");
            boolean missing;
            try (ResultSet found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = 'steward'")) {
                missing = !found.next();
            }
            if (missing) {
                statement.execute("CREATE DATABASE steward OWNER steward");
            }
        }
    }

    /// Whether a server answers to which our password is the right one.
    boolean isLetIn() {
        try (Connection connection = connect()) {
            return connection.isValid(TIMEOUT_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    private Connection connect() throws SQLException {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {LocalServer.HOST});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName("postgres");
        source.setUser(NAME);
        source.setPassword(password);
        source.setSslMode("disable");
        source.setRequireAuth("scram-sha-256");
        source.setConnectTimeout(TIMEOUT_SECONDS);
        source.setSocketTimeout(TIMEOUT_SECONDS * 6);
        return source.getConnection();
    }
}
