package barton.steward.db;

import barton.steward.config.ConnectionSettings;
import barton.steward.model.StewardException;
import barton.steward.model.StewardException.Kind;
import barton.steward.model.Work;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jdbi.v3.core.ConnectionException;
import org.postgresql.util.PSQLException;

/// Says in a steward's words what went wrong at one database, and whether trying again may help.
final class Failures {
    private static final Set<String> REPEATABLE = Set.of("40001", "40P01");
    private static final Set<String> SERVER_GONE = Set.of("57P01", "57P02", "57P04", "57P05");

    private final String address;
    private final String database;
    private final String user;
    private final boolean choosy;

    private Failures(String address, String database, String user, boolean choosy) {
        this.address = address;
        this.database = database;
        this.user = user;
        this.choosy = choosy;
    }

    static Failures at(ConnectionSettings settings) {
        return new Failures(settings.address(), settings.database(), settings.user(),
                !"any".equals(settings.parameters().getOrDefault("target_session_attrs", "any")));
    }

    /// For a database of which nothing is known but that it is there.
    static Failures anywhere() {
        return new Failures("its address", "", "", false);
    }

    /// Whether there is no server at the address, or it may be another one than we knew there.
    static boolean mayBeAnother(Throwable failure) {
        String state = state(failure);
        return state.startsWith("08") || state.startsWith("28") || "3D000".equals(state);
    }

    /// A server that could not be reached, is starting, or is full, but may be there in a moment.
    static boolean mayComeBack(Throwable failure) {
        String state = state(failure);
        return "57P03".equals(state) || "53300".equals(state)
                || "08001".equals(state) && !has(failure, UnknownHostException.class) && !untrusted(failure);
    }

    /// A transaction that the database gave up for the sake of another one.
    static boolean mayRepeat(Throwable failure) {
        return REPEATABLE.contains(state(failure));
    }

    /// A question that went down with its connection.
    static boolean mayReadAgain(Throwable failure) {
        return mayRepeat(failure)
                || broken(failure) && !has(failure, ConnectionException.class) && !has(failure, SocketTimeoutException.class);
    }

    /// What failed on a standby for a reason that the primary need not have: all but what took too long there, which is said by the
    /// state of a query that was stopped. What is in the way of the primary's changes is stopped by another state.
    static boolean mayReadElsewhere(Throwable failure) {
        return find(failure, StewardException.class).isEmpty() && find(failure, SQLException.class).isPresent()
                && !"57014".equals(state(failure));
    }

    /// Whether the connection is gone.
    static boolean broken(Throwable failure) {
        String state = state(failure);
        return state.startsWith("08") || SERVER_GONE.contains(state);
    }

    StewardException lostReply(Throwable failure) {
        return new StewardException(Kind.OUTCOME_UNKNOWN,
                "The connection to the database broke while the work was being saved. It is saved either whole or not at all.",
                "Look whether it is there before doing it again.", failure);
    }

    StewardException translate(Throwable failure) {
        Optional<StewardException> ours = find(failure, StewardException.class);
        if (ours.isPresent()) {
            return ours.get();
        }
        if (Work.isCancelled()) {
            return new StewardException(Kind.CANCELLED, "Cancelled; nothing was changed.", "", failure);
        }
        if (find(failure, SQLException.class).isEmpty()) {
            return unforeseen(failure);
        }
        String state = state(failure);
        if (state.isEmpty() && has(failure, SQLTransientConnectionException.class)) {
            return away("All connections to the database are busy.", "Try again when something that runs has ended.", failure);
        }
        if (has(failure, ConnectionException.class) || state.startsWith("28") || state.startsWith("08") || SERVER_GONE.contains(state)
                || Set.of("3D000", "57P03", "53300").contains(state)) {
            return unreachable(failure, state);
        }
        return Refusals.translate(failure, state).orElseGet(() -> unforeseen(failure));
    }

    private StewardException unreachable(Throwable failure, String state) {
        if (untrusted(failure)) {
            return away("The server at " + address + " could not prove that it is the right one, so the connection was refused"
                    + " before the password was sent.", "Check the host name, or give the provider's certificate as sslrootcert.", failure);
        }
        if (has(failure, UnknownHostException.class)) {
            return away("There is no server called " + address + ", or this computer is not online.", "Check the host name.", failure);
        }
        return switch (state) {
            case "28P01" -> away("The database at " + address + " does not let “" + user + "” in: the user or the password is not right.",
                    "Check the user and the password.", failure);
            case "28000" -> away("The database at " + address + " does not let “" + user + "” in from this computer, or not in this way.",
                    "Check the user and sslmode; whoever runs the database says from where it can be used (pg_hba.conf).", failure);
            case "3D000", "57P04" -> away("There is no database “" + database + "” at " + address + ".", "Check its name.", failure);
            case "55000" -> away("The database “" + database + "” at " + address + " accepts no connections at present.",
                    "Whoever runs it has closed it, perhaps to maintain it. Try again later, or ask.", failure);
            case "42501" -> away("“" + user + "” may not connect to the database “" + database + "” at " + address + ".",
                    "Ask the owner of the database, or connect as another role.", failure);
            case "57P03" -> away("The database at " + address + " is starting or stopping, and accepts no connections meanwhile.",
                    "Try again in a moment.", failure);
            case "53300" -> away("The database at " + address + " has no connection left for us.", "Try again in a moment.", failure);
            case "08001" -> nobody(failure);
            case "08004" -> rejected(failure);
            default -> broken(failure) && !refusedAtOnce(failure) ? interrupted(failure)
                    : away("The database at " + address + " accepts no connection at present.",
                            "Try again in a moment. The details tell what it answered.", failure);
        };
    }

    /// The driver's text follows the language of the system, but not the name of the encryption.
    private StewardException rejected(Throwable failure) {
        if (find(failure, PSQLException.class).filter(e -> e.getMessage().contains("SSL")).isPresent()) {
            return away("The database at " + address + " does not offer the encryption (SSL) that is asked for.",
                    "Ask whoever runs it, or say so by sslmode where nobody can stand between.", failure);
        }
        return away("The database at " + address + " does not let “" + user + "” in in the way that is tried: it may want a password.",
                "Check that a password is given.", failure);
    }

    private StewardException interrupted(Throwable failure) {
        return has(failure, SocketTimeoutException.class)
                ? away("The database at " + address + " stopped answering. What was going on was not saved.", "Try again.", failure)
                : away("The connection to " + address + " broke. What was going on was not saved.", "Try again.", failure);
    }

    /// Poolers answer who asks for a connection in words of their own, under the state of a broken protocol.
    private static boolean refusedAtOnce(Throwable failure) {
        return "08P01".equals(state(failure)) && has(failure, ConnectionException.class);
    }

    /// The driver has nothing to say of servers that answered, but are not what was asked for.
    private StewardException nobody(Throwable failure) {
        return choosy && !has(failure, IOException.class)
                ? away("No server that answers at " + address + " is of the kind that target_session_attrs asks for.",
                        "After a failover, try again in a moment.", failure)
                : away("No database answers at " + address + ".",
                        "Check host and port, and whether the server runs and lets this computer through.", failure);
    }

    private static StewardException away(String message, String advice, Throwable failure) {
        return new StewardException(Kind.NO_DATABASE, message, advice, failure);
    }

    private static StewardException unforeseen(Throwable failure) {
        return new StewardException(Kind.UNFORESEEN, "Something went wrong that nobody foresaw; nothing was changed.",
                "Try again. The log file tells what happened.", failure);
    }

    /// The innermost SQLSTATE: pools wrap the driver's failure in their own.
    private static String state(Throwable failure) {
        String state = "";
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && sql.getSQLState() != null) {
                state = sql.getSQLState();
            }
        }
        return state;
    }

    /// The driver's text follows the language of the system, but not the name of its verifier.
    private static boolean untrusted(Throwable failure) {
        return has(failure, SSLException.class) || has(failure, CertificateException.class)
                || find(failure, PSQLException.class).filter(e -> e.getMessage().contains("PgjdbcHostnameVerifier")).isPresent();
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        return find(failure, type).isPresent();
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return Optional.of(type.cast(t));
            }
        }
        return Optional.empty();
    }
}
