package barton.steward.service.matching;

import barton.steward.catalog.Table;
import barton.steward.model.matching.MatchPair;
import barton.steward.model.matching.MatchVerdict;
import barton.steward.model.matching.PairGroup;
import barton.steward.model.query.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts pairs together into groups, the likeliest first. Two groups become one only where all that is known between them says so on the
/// average: one weak link among many records that are nothing like each other joins nothing, and no group holds two records that were
/// decided to be different.
final class Grouping {
    private static final int SURE = 100;

    private final boolean within;
    private final int least;
    private final Map<Side, Row> rows = new LinkedHashMap<>();
    private final Map<Set<Side>, MatchPair> pairs = new HashMap<>();
    private final Map<Side, Cluster> clusters = new HashMap<>();

    private record Side(Table table, Object key) {
        static Side of(Row row) {
            return new Side(row.table(), row.key());
        }
    }

    /// @param weakest by how much the records hold together that were joined, 0 to 100
    private record Cluster(List<Side> sides, double weakest) {
    }

    private Grouping(boolean within, int least) {
        this.within = within;
        this.least = least;
    }

    /// @param within whether rows of intake were compared with each other, so that two without a pair are not alike
    /// @param least  the score from which on records belong together
    static List<PairGroup> of(List<MatchPair> found, boolean within, int least) {
        var grouping = new Grouping(within, least);
        found.forEach(grouping::add);
        found.stream().filter(pair -> grouping.score(pair) >= least)
                .sorted(Comparator.comparingInt(grouping::score).reversed().thenComparing(MatchPair::id)).forEach(grouping::join);
        return grouping.groups();
    }

    private void add(MatchPair pair) {
        for (Row row : List.of(pair.intake(), pair.other())) {
            rows.putIfAbsent(Side.of(row), row);
            clusters.computeIfAbsent(Side.of(row), one -> new Cluster(List.of(one), SURE));
        }
        pairs.put(Set.of(Side.of(pair.intake()), Side.of(pair.other())), pair);
    }

    /// As the steward decided, else as it was found; below 0 where they are different.
    private int score(MatchPair pair) {
        if (!pair.settled()) {
            return pair.score();
        }
        return pair.decision().orElseThrow().verdict() == MatchVerdict.SAME ? SURE : -1;
    }

    private void join(MatchPair pair) {
        Cluster one = clusters.get(Side.of(pair.intake()));
        Cluster other = clusters.get(Side.of(pair.other()));
        if (one == other) {
            return;
        }
        double together = together(one, other, score(pair));
        if (together >= least) {
            var all = new ArrayList<>(one.sides());
            all.addAll(other.sides());
            var joined = new Cluster(all, Math.min(together, Math.min(one.weakest(), other.weakest())));
            all.forEach(record -> clusters.put(record, joined));
        }
    }

    /// The average of what is known between two clusters. Two that were never compared count by the way that leads from one to the other.
    private double together(Cluster one, Cluster other, int link) {
        double sum = 0;
        double way = link * one.weakest() / SURE * other.weakest() / SURE;
        for (Side a : one.sides()) {
            for (Side b : other.sides()) {
                MatchPair pair = pairs.get(Set.of(a, b));
                int score = pair == null ? 0 : score(pair);
                if (score < 0) {
                    return -1;
                }
                sum += pair != null ? score : compared(a, b) ? 0 : way;
            }
        }
        return sum / one.sides().size() / other.sides().size();
    }

    private boolean compared(Side a, Side b) {
        return a.table() != b.table() || within && a.table().isIntake();
    }

    private List<PairGroup> groups() {
        var among = new IdentityHashMap<Cluster, List<MatchPair>>();
        pairs.forEach((sides, pair) -> {
            List<Cluster> both = sides.stream().map(clusters::get).toList();
            if (both.getFirst() == both.getLast()) {
                among.computeIfAbsent(both.getFirst(), _ -> new ArrayList<>()).add(pair);
            }
        });
        return among.entrySet().stream().map(entry -> group(entry.getKey().sides(), entry.getValue()))
                .sorted(Comparator.comparing((PairGroup group) -> group.weakest().settled()).reversed()
                        .thenComparing(group -> -group.weakest().score()).thenComparing(group -> group.weakest().id())).toList();
    }

    private PairGroup group(List<Side> sides, List<MatchPair> among) {
        return new PairGroup(sides.stream().sorted(Comparator.comparing((Side side) -> !side.table().isIntake())
                .thenComparing(side -> side.key().toString())).map(rows::get).toList(),
                among.stream().sorted(Comparator.comparingInt(this::score).reversed().thenComparing(MatchPair::id)).toList());
    }
}
