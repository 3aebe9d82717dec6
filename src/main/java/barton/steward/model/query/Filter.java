package barton.steward.model.query;

import barton.steward.catalog.Field;
import java.util.List;

/// What a row has to meet: a condition on one field, or several of them joined by *or*, *and*, *not*. A row of which the database cannot
/// tell whether it meets something, because a value is missing, does not meet it, and so meets the *not* of it.
public sealed interface Filter permits Condition, Filter.AnyOf, Filter.AllOf, Filter.Not {
    /// Whether a condition in it is on the field.
    boolean isAbout(Field field);

    /// At least one of these; none at all is met by no row.
    record AnyOf(List<Filter> parts) implements Filter {
        public AnyOf {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean isAbout(Field field) {
            return parts.stream().anyMatch(part -> part.isAbout(field));
        }
    }

    /// Every one of these.
    record AllOf(List<Filter> parts) implements Filter {
        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean isAbout(Field field) {
            return parts.stream().anyMatch(part -> part.isAbout(field));
        }
    }

    /// The rows that do not meet it.
    record Not(Filter part) implements Filter {
        @Override
        public boolean isAbout(Field field) {
            return part.isAbout(field);
        }
    }
}
