package barton.steward.dao.query;

import java.util.Collection;
import java.util.Map;

/// What the few values of a computed field mean for a row, as conditions that the planner can make joins and index scans of.
/// The first value is decided before the others: a row that has it has none of them, whatever their conditions say.
record Choices(String first, String firstCondition, Map<String, String> others) {
    /// The rows with one of the values.
    String oneOf(Collection<?> values) {
        var wanted = values.stream().filter(others::containsKey).map(v -> "(" + others.get(v) + ")").toList();
        String anyOther = wanted.isEmpty() ? "false" : "(" + String.join(" OR ", wanted) + ")";
        if (values.contains(first)) {
            return wanted.isEmpty() ? firstCondition : "(" + firstCondition + " OR " + anyOther + ")";
        }
        return wanted.isEmpty() ? "false" : "(" + anyOther + " AND NOT " + firstCondition + ")";
    }
}
