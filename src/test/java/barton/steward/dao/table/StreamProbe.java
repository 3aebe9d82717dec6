package barton.steward.dao.table;

import barton.steward.catalog.Table;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import org.postgresql.ds.PGSimpleDataSource;

/// A program of its own that streams all of intake and says how many rows there were, to be run with little memory.
final class StreamProbe {
    private StreamProbe() {
    }

    public static void main(String[] args) {
        var source = new PGSimpleDataSource();
        source.setUrl(args[0]);
        long[] rows = new long[1];
        JdbiDaos.over(Database.over(source)).tables().stream(Selection.all(Query.all(Table.INTAKE)), row -> rows[0]++);
        System.out.println(rows[0]);
    }
}
