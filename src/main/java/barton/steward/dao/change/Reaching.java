package barton.steward.dao.change;

import barton.steward.dao.query.Predicates;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import barton.steward.db.Database;
import barton.steward.model.query.Reach;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Finds out which rows a bulk action would change now.
public final class Reaching {
    /// What an action that overrides nothing counts of it.
    public static final Overridden NOTHING = new Overridden("false", "false", "false");
    private static final int NAMED = 3;

    private Reaching() {
    }

    /// The conditions for rows in which rules found fault, that were rejected by hand, and that are validated.
    public record Overridden(String failed, String rejected, String validated) {
    }

    /// @param where which rows of the selection the action would change
    public static Reach of(Database database, Selection selection, Sql where) {
        return of(database, selection, where, NOTHING);
    }

    public static Reach of(Database database, Selection selection, Sql where, Overridden overridden) {
        return database.read(handle -> of(handle, selection, where, overridden));
    }

    public static Reach of(Handle handle, Selection selection, Sql where, Overridden overridden) {
        Source source = Source.of(selection.table());
        Sql counting = Sql.of("SELECT count(*), count(*) FILTER (WHERE %s), count(*) FILTER (WHERE %s), count(*) FILTER (WHERE %s)"
                .formatted(overridden.failed(), overridden.rejected(), overridden.validated()) + source.from() + " WHERE").then(where);
        Reach counted = counting.query(handle).map((result, context) -> new Reach(result.getLong(1), List.of(), result.getLong(2),
                result.getLong(3), result.getLong(4), false)).one();
        boolean none = counted.rows() == 0;
        return new Reach(counted.rows(), none ? List.of() : first(handle, source, where), counted.failed(), counted.rejected(),
                counted.validated(), none && outdated(handle, selection));
    }

    private static List<Row> first(Handle handle, Source source, Sql where) {
        return Sql.of(source.select() + source.from() + " WHERE").then(where)
                .then("ORDER BY " + source.key().expression() + " LIMIT ?", NAMED).query(handle)
                .map((result, context) -> source.row(result)).list();
    }

    private static boolean outdated(Handle handle, Selection selection) {
        return selection instanceof Selection.Seen && Sql.of("SELECT NOT EXISTS (SELECT" + Source.of(selection.table()).from() + " WHERE")
                .then(Predicates.of(selection)).then(")").query(handle).mapTo(Boolean.class).one();
    }
}
