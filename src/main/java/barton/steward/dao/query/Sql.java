package barton.steward.dao.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// A piece of SQL with the values of its `?`, in their order: what comes from outside is always a value, never text of a statement.
public record Sql(String text, List<Object> values) {
    /// The most rows of one round trip.
    public static final int PORTION = 500;

    public Sql {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    public static Sql of(String text, Object... values) {
        return new Sql(text, Arrays.asList(values));
    }

    /// All pieces that must hold; `true` where there is none.
    public static Sql all(List<Sql> conditions) {
        return conditions.isEmpty() ? of("true") : joined(" AND ", conditions);
    }

    public static Sql joined(String separator, List<Sql> pieces) {
        return new Sql(pieces.stream().map(Sql::text).collect(Collectors.joining(separator)),
                pieces.stream().flatMap(p -> p.values.stream()).toList());
    }

    public Sql and(Sql condition) {
        return joined(" AND ", List.of(this, condition));
    }

    public Sql then(Sql more) {
        return joined(" ", List.of(this, more));
    }

    public Sql then(String more, Object... moreValues) {
        return then(of(more, moreValues));
    }

    public Query query(Handle handle) {
        Query statement = handle.createQuery(text);
        for (int i = 0; i < values.size(); i++) {
            Object value = SqlValues.toDriver(values.get(i));
            statement.bind(i, (position, prepared, context) -> prepared.setObject(position, value));
        }
        return statement;
    }
}
