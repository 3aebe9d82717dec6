package barton.steward.dao.query;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// What the few values of a computed field mean for a row, as conditions that the planner can make joins and index scans of.
/// The first value is decided before the others: a row that has it has none of them, whatever their conditions say.
record Choices(String first, String firstCondition, Function<String, Optional<String>> others) {
    Choices(String first, String firstCondition, Map<String, String> others) {
        this(first, firstCondition, value -> Optional.ofNullable(others.get(value)));
    }

    /// The rows with one of the values.
    String oneOf(Collection<?> values) {
        var wanted = values.stream().filter(v -> !first.equals(v)).map(v -> others.apply(Objects.toString(v))).flatMap(Optional::stream)
                .map(condition -> "(" + condition + ")").toList();
        String anyOther = wanted.isEmpty() ? "false" : "(" + String.join(" OR ", wanted) + ")";
        if (values.contains(first)) {
            return wanted.isEmpty() ? firstCondition : "(" + firstCondition + " OR " + anyOther + ")";
        }
        return wanted.isEmpty() ? "false" : "(" + anyOther + " AND NOT " + firstCondition + ")";
    }
}
