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
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// Finds out which rows a bulk action would change now.
public final class Reaching {
    /// What an action that overrides nothing counts of it.
    public static final Overridden NOTHING = new Overridden("false", "false", "false");
    private static final int NAMED = 3;
    private static final String COUNTS = """
            SELECT count(*) AS rows, count(*) FILTER (WHERE <failed>) AS failed, count(*) FILTER (WHERE <rejected>) AS rejected,
                   count(*) FILTER (WHERE <validated>) AS validated, <digest> AS digest
            <from> WHERE <where>""";

    private Reaching() {
    }

    /// The conditions for rows in which rules found fault, that were rejected by hand, and that are validated.
    public record Overridden(String failed, String rejected, String validated) {
    }

    private record ReachCounts(long rows, long failed, long rejected, long validated, long digest) {
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
        ReachCounts counted = Sql.of(COUNTS).with("failed", overridden.failed()).with("rejected", overridden.rejected())
                .with("validated", overridden.validated()).with("digest", ExpectedRows.digest(ExpectedRows.mark(source)))
                .with("from", source.from()).with("where", where).query(handle)
                .map(ConstructorMapper.of(ReachCounts.class)).one();
        boolean none = counted.rows() == 0;
        return new Reach(counted.rows(), none ? List.of() : first(handle, source, where), counted.failed(), counted.rejected(),
                counted.validated(), none && outdated(handle, selection), counted.digest());
    }

    private static List<Row> first(Handle handle, Source source, Sql where) {
        return Sql.of("<select> <from> WHERE <where> ORDER BY <key> LIMIT :named").with("select", source.select())
                .with("from", source.from()).with("where", where).with("key", source.key().expression()).bind("named", NAMED)
                .query(handle).map((result, context) -> source.row(result)).list();
    }

    private static boolean outdated(Handle handle, Selection selection) {
        return selection instanceof Selection.Seen && Sql.of("SELECT NOT EXISTS (SELECT <from> WHERE <where>)")
                .with("from", Source.of(selection.table()).from()).with("where", Predicates.of(selection)).query(handle)
                .mapTo(Boolean.class).one();
    }
}
