package barton.steward.db.drift;

import barton.steward.model.database.Difference;
import barton.steward.model.database.Repair;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/// Puts back what of the schema can be put back without touching a row, within the transaction of the handle. What one thing needs of
/// another is found by trying: what was refused is tried again after something else succeeded.
public final class SchemaRepair {
    private static final int ROUNDS = 20;
    private static final String SAVEPOINT = "mending";

    private final Handle handle;
    private final List<CatalogueObject> expected;
    private final boolean givesRows;
    private final Set<String> hopeless = new HashSet<>();

    /// Towards what this version makes.
    public SchemaRepair(Handle handle) {
        this(handle, SchemaCatalogue.expected(), true);
    }

    private SchemaRepair(Handle handle, List<CatalogueObject> expected, boolean givesRows) {
        this.handle = handle;
        this.expected = expected;
        this.givesRows = givesRows;
    }

    /// Towards what an earlier point of the history had, where tables come back without rows.
    public static SchemaRepair towards(List<CatalogueObject> expected, Handle handle) {
        return new SchemaRepair(handle, expected, false);
    }

    /// What was and is not any more, and what still differs though it matters.
    public Repair repair() {
        handle.execute("SET LOCAL check_function_bodies = off");
        var lost = new LostRows(handle);
        List<Difference> before = faults();
        List<Difference> left = before;
        var mended = new ArrayList<Difference>();
        var added = new ArrayList<String>();
        for (int round = 0; round < ROUNDS && left.stream().anyMatch(this::canTry); round++) {
            boolean[] succeeded = {false};
            left.stream().filter(this::canTry).forEach(difference -> succeeded[0] |= mend(difference));
            if (!succeeded[0]) {
                break;
            }
            hopeless.clear();
            if (givesRows) {
                added.addAll(lost.putBack());
            }
            List<Difference> next = faults();
            Set<String> stillThere = next.stream().map(Difference::text).collect(Collectors.toSet());
            left.stream().filter(d -> !stillThere.contains(d.text())).forEach(mended::add);
            left = next;
        }
        return new Repair(List.copyOf(mended), left, added);
    }

    private List<Difference> faults() {
        return DriftReader.read(handle, expected).stream().filter(Difference::fault).toList();
    }

    private boolean canTry(Difference difference) {
        return difference.repairable() && !hopeless.contains(difference.text());
    }

    private boolean mend(Difference difference) {
        if (tried(List.of(difference.repair()))) {
            return true;
        }
        if (difference.kind().equals("function") || difference.kind().equals("view")) {
            if (tried(replacing(difference))) {
                return true;
            }
        }
        hopeless.add(difference.text());
        return false;
    }

    /// One of another shape goes first, and what takes its place has its grants.
    private List<String> replacing(Difference difference) {
        boolean function = difference.kind().equals("function");
        List<String> grants = handle.createQuery(function ? """
                SELECT format('GRANT %s ON ROUTINE %s TO %I%s', a.privilege_type, :name, pg_get_userbyid(a.grantee),
                              CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
                FROM pg_proc p CROSS JOIN aclexplode(p.proacl) a
                WHERE p.oid = to_regprocedure(:name) AND a.grantee NOT IN (0, p.proowner)""" : """
                SELECT format('GRANT %s ON %s TO %I%s', a.privilege_type, :name, pg_get_userbyid(a.grantee),
                              CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
                FROM pg_class c CROSS JOIN aclexplode(c.relacl) a
                WHERE c.oid = to_regclass(:name) AND a.grantee NOT IN (0, c.relowner)""").bind("name", difference.name())
                .mapTo(String.class).list();
        var statements = new ArrayList<>(List.of("DROP " + (function ? "ROUTINE " : "VIEW ") + difference.name(), difference.repair()));
        statements.addAll(grants);
        return statements;
    }

    private boolean tried(List<String> statements) {
        handle.savepoint(SAVEPOINT);
        try {
            for (String statement : statements) {
                run(statement);
            }
            handle.releaseSavepoint(SAVEPOINT);
            return true;
        } catch (JdbiException e) {
            handle.rollbackToSavepoint(SAVEPOINT);
            return false;
        }
    }

    /// As it is: a colon or question mark in it is no parameter.
    private void run(String statement) {
        try (var plain = handle.getConnection().createStatement()) {
            plain.setEscapeProcessing(false);
            plain.execute(statement);
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
    }
}
