package barton.steward.service.audit;

import barton.steward.model.audit.AuditPlan.Stratum;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Divides a sample among the values of a field in proportion to their records, each at least one.
final class Strata {
    private Strata() {
    }

    /// @param sizes how many records have each value
    /// @param drawn at least as many as there are values
    static List<Stratum> proportional(Map<String, Long> sizes, int drawn) {
        var rare = new HashSet<String>();
        while (sizes.entrySet().stream().anyMatch(s -> !rare.contains(s.getKey()) && ideal(sizes, rare, drawn, s.getValue()) < 1
                && rare.add(s.getKey()))) {
            // One of those is enough, which leaves less for the others.
        }
        var shares = new LinkedHashMap<String, Integer>();
        sizes.forEach((value, records) -> shares.put(value, rare.contains(value) ? 1 : (int) ideal(sizes, rare, drawn, records)));
        for (int left = drawn - shares.values().stream().mapToInt(Integer::intValue).sum(); left > 0; left--) {
            shares.merge(sizes.entrySet().stream().filter(s -> !rare.contains(s.getKey()))
                    .max(Comparator.comparingDouble(s -> ideal(sizes, rare, drawn, s.getValue()) - shares.get(s.getKey())))
                    .orElseThrow().getKey(), 1, Integer::sum);
        }
        return sizes.entrySet().stream().map(s -> new Stratum(s.getKey(), s.getValue(), shares.get(s.getKey()))).toList();
    }

    /// What so many records deserve of what the rare values leave.
    private static double ideal(Map<String, Long> sizes, Set<String> rare, int drawn, long records) {
        long others = sizes.entrySet().stream().filter(s -> !rare.contains(s.getKey())).mapToLong(Map.Entry::getValue).sum();
        return (double) (drawn - rare.size()) * records / others;
    }

    /// As how many records drawn at random from a whole such a sample counts, by its weights (Kish).
    static double effectiveSize(List<Stratum> strata) {
        double sum = strata.stream().mapToDouble(s -> s.drawn() * s.standsFor()).sum();
        return sum * sum / strata.stream().mapToDouble(s -> s.drawn() * s.standsFor() * s.standsFor()).sum();
    }
}
