package barton.steward.service.profile;

import barton.steward.model.profile.ColumnProfile;
import barton.steward.model.profile.ValueCount;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What the values of a column are like, over one or several batches: which they are, what they look like, and how often the most
/// frequent one is there.
record ColumnLikeness(String column, long filled, Map<String, Double> values, Map<String, Double> shapes, double top) {
    /// What can tell two columns apart, most of all which values they have.
    private static final double VALUES = 0.4;
    private static final double SHAPES = 0.4;
    private static final double TOP = 0.2;

    /// @param batches the column in each of the batches
    static ColumnLikeness of(String column, List<ColumnProfile> batches) {
        long filled = batches.stream().mapToLong(ColumnProfile::filled).sum();
        return new ColumnLikeness(column, filled, shares(batches.stream().flatMap(b -> b.values().stream()).toList(), filled),
                shares(batches.stream().flatMap(b -> b.shapes().stream()).toList(), filled),
                batches.stream().mapToLong(b -> b.values().isEmpty() ? 0 : b.values().getFirst().rows()).sum() / Math.max(1.0, filled));
    }

    private static Map<String, Double> shares(List<ValueCount> counts, long of) {
        return counts.stream().collect(Collectors.groupingBy(ValueCount::value, Collectors.summingDouble(c -> (double) c.rows() / of)));
    }

    /// How much these rows are like those, 0 to 1.
    double to(ColumnLikeness before) {
        double known = values.entrySet().stream().filter(v -> before.values.containsKey(v.getKey()))
                .mapToDouble(Map.Entry::getValue).sum();
        double alike = shapes.entrySet().stream()
                .mapToDouble(s -> Math.min(s.getValue(), before.shapes.getOrDefault(s.getKey(), 0.0))).sum();
        return VALUES * Math.min(1, known) + SHAPES * Math.min(1, alike) + TOP * (1 - Math.abs(top - before.top));
    }
}
