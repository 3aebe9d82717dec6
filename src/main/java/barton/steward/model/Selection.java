package barton.steward.model;

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
