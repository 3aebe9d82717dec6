package barton.steward.model.query;

import java.util.List;
import java.util.stream.Stream;

/// What a row has to meet: a condition on one field, or several of them joined by *or*, *and*, *not*. A row of which the database cannot
/// tell whether it meets something, because a value is missing, does not meet it, and so meets the *not* of it.
public sealed interface Filter permits Condition, Filter.AnyOf, Filter.AllOf, Filter.Not {
    /// The conditions in it.
    Stream<Condition> conditions();

    /// At least one of these; none at all is met by no row.
    record AnyOf(List<Filter> parts) implements Filter {
        public AnyOf {
            parts = List.copyOf(parts);
        }

        @Override
        public Stream<Condition> conditions() {
            return parts.stream().flatMap(Filter::conditions);
        }
    }

    /// Every one of these.
    record AllOf(List<Filter> parts) implements Filter {
        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public Stream<Condition> conditions() {
            return parts.stream().flatMap(Filter::conditions);
        }
    }

    /// The rows that do not meet it.
    record Not(Filter part) implements Filter {
        @Override
        public Stream<Condition> conditions() {
            return part.conditions();
        }
    }
}
