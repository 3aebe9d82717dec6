package barton.steward.model.query;

import barton.steward.catalog.Table;
import java.util.Set;

/// Which rows a bulk action is about: a question, not a list of rows.
public sealed interface Selection {
    Table table();

    /// The rows with these keys.
    record Keys(Table table, Set<Object> keys) implements Selection {
        public Keys {
            keys = Set.copyOf(keys);
        }
    }

    /// The row that somebody saw: none once it was changed since.
    record Seen(Table table, Object key, long version) implements Selection {
        public static Seen of(Row row) {
            return new Seen(row.table(), row.key(), row.version());
        }
    }

    /// All rows that the query finds but these.
    record Matching(Query query, Set<Object> except) implements Selection {
        public Matching {
            except = Set.copyOf(except);
        }

        @Override
        public Table table() {
            return query.table();
        }
    }

    static Selection all(Query query) {
        return new Matching(query, Set.of());
    }
}
