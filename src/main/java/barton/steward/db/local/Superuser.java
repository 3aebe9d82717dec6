package barton.steward.db.local;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.util.PasswordUtil;

/// The server's own administrator, who makes the database and its owner. The application works as that owner; the administrator is
/// needed again only where the owner does not get in.
record Superuser(int port, Passwords passwords) {
    static final String NAME = "postgres";
    static final String DATABASE = "steward";
    static final String OWNER = "steward";
    private static final int TIMEOUT_SECONDS = 10;
    private static final String LET_IN = "";
    private static final String WRONG_PASSWORD = "28P01";
    private static final Set<String> PASSWORD_NOT_TAKEN = Set.of(WRONG_PASSWORD, "28000");
    private static final String NO_DATABASE = "3D000";

    /// How the owner gets in.
    enum Entry { AS_BEFORE, WITH_NEW_PASSWORD, NOT_AT_ALL }

    /// Lets the owner in, making the role and the database where an earlier start did not come that far.
    /// [Entry#NOT_AT_ALL] where neither the owner's nor the administrator's password is what the files say.
    Entry letOwnerIn() throws SQLException, IOException {
        String refusal = ownersRefusal();
        boolean in = refusal.equals(LET_IN);
        Optional<String> known = passwords.superuser();
        if (in && known.isPresent()) {
            return Entry.AS_BEFORE;
        }
        Optional<String> password = known.isPresent() ? known : passwords.owner();
        if (password.isEmpty()) {
            return Entry.NOT_AT_ALL;
        }
        try (Connection connection = connect(NAME, "postgres", password.get())) {
            if (known.isEmpty()) {
                giveOwnPassword(connection);
            }
            boolean renewed = refusal.equals(WRONG_PASSWORD) && renewOwner(connection);
            if (!in && !exists(connection, "SELECT 1 FROM pg_database WHERE datname = 'steward'")) {
                execute(connection, "CREATE DATABASE steward OWNER steward");
            }
            return renewed ? Entry.WITH_NEW_PASSWORD : Entry.AS_BEFORE;
        } catch (SQLException e) {
            if (!PASSWORD_NOT_TAKEN.contains(e.getSQLState())) {
                throw e;
            }
            return in ? Entry.AS_BEFORE : Entry.NOT_AT_ALL;
        }
    }

    /// Whether a server answers to which the owner's password is the right one.
    boolean knowsOwner() throws IOException {
        try {
            return ownersRefusal().equals(LET_IN);
        } catch (SQLException e) {
            return false;
        }
    }

    /// The state with which the server refuses the owner, where it is one that the administrator can mend.
    private String ownersRefusal() throws SQLException, IOException {
        Optional<String> password = passwords.owner();
        if (password.isEmpty()) {
            return WRONG_PASSWORD;
        }
        try (Connection connection = connect(OWNER, DATABASE, password.get())) {
            return connection.isValid(TIMEOUT_SECONDS) ? LET_IN : WRONG_PASSWORD;
        } catch (SQLException e) {
            if (PASSWORD_NOT_TAKEN.contains(e.getSQLState()) || NO_DATABASE.equals(e.getSQLState())) {
                return NO_DATABASE.equals(e.getSQLState()) ? NO_DATABASE : WRONG_PASSWORD;
            }
            throw e;
        }
    }

    /// The statement that gives a role a password, which itself is not in it.
    static String alter(String role, String password) throws SQLException {
        return PasswordUtil.genAlterUserPasswordSQL(role, password.toCharArray(), "scram-sha-256");
    }

    /// The administrator of an older installation has the owner's.
    private void giveOwnPassword(Connection connection) throws SQLException, IOException {
        String own = Passwords.draw();
        execute(connection, alter(NAME, own));
        passwords.keepSuperuser(own);
    }

    /// Whether the owner was there before. What the file says is never taken for a new password: anybody may have spoilt it.
    private boolean renewOwner(Connection connection) throws SQLException, IOException {
        boolean there = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = 'steward'");
        String password = Passwords.draw();
        execute(connection, (there ? "" : "CREATE ROLE steward; ") + "ALTER ROLE steward LOGIN CREATEROLE; " + alter(OWNER, password));
        passwords.keepOwner(password);
        return there;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean exists(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet found = statement.executeQuery(sql)) {
            return found.next();
        }
    }

    private Connection connect(String user, String database, String password) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {LocalServer.HOST});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(user);
        source.setPassword(password);
        source.setSslMode("disable");
        source.setRequireAuth("scram-sha-256");
        source.setConnectTimeout(TIMEOUT_SECONDS);
        source.setSocketTimeout(TIMEOUT_SECONDS * 6);
        return source.getConnection();
    }
}
