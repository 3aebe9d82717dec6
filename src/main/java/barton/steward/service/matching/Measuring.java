package barton.steward.service.matching;

import barton.steward.dao.matching.MatchDao;
import barton.steward.model.matching.MatchQuality;
import barton.steward.model.matching.MatchQuality.Figures;
import barton.steward.model.matching.MatchQuality.Mistake;
import barton.steward.model.matching.MatchThresholds;
import barton.steward.model.matching.ScoredPair;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Holds the pairs of a batch's last search against pairs that are known.
final class Measuring {
    private static final int MISTAKES = 20;
    private final MatchDao dao;

    Measuring(MatchDao dao) {
        this.dao = dao;
    }

    MatchQuality measure(String batch, Path truth) {
        KnownPairs known = KnownPairs.read(truth, dao.rows(batch));
        List<ScoredPair> found = dao.scored(batch);
        found.stream().filter(pair -> pair.origin() != null).forEach(pair -> known.alias(pair.other(), pair.origin()));
        List<Boolean> right = found.stream().map(pair -> known.areSame(pair.intake(), pair.other())).toList();
        List<List<String>> all = known.all();
        int shown = dao.thresholds().shown();
        Figures best = null;
        for (int from = 100; from >= MatchThresholds.LOWEST; from--) {
            Figures now = figures(from, found, right, all.size());
            best = best == null || now.f1() > best.f1() ? now : best;
        }
        return new MatchQuality(all.size(), figures(shown, found, right, all.size()), best, wrong(found, right, shown), missed(found, all,
                shown));
    }

    private static Figures figures(int from, List<ScoredPair> found, List<Boolean> right, long known) {
        long counted = 0;
        long good = 0;
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).score() >= from) {
                counted++;
                good += right.get(i) ? 1 : 0;
            }
        }
        return Figures.of(from, counted, good, known);
    }

    private List<Mistake> wrong(List<ScoredPair> found, List<Boolean> right, int shown) {
        var wrong = new ArrayList<ScoredPair>();
        for (int i = 0; i < found.size(); i++) {
            if (!right.get(i) && found.get(i).score() >= shown) {
                wrong.add(found.get(i));
            }
        }
        wrong.sort(Comparator.comparingInt(ScoredPair::score).reversed());
        return named(wrong.stream().limit(MISTAKES).toList());
    }

    private List<Mistake> missed(List<ScoredPair> found, List<List<String>> all, int shown) {
        Map<Set<String>, Integer> scores = new HashMap<>();
        for (ScoredPair pair : found) {
            scores.merge(Set.of(pair.intake(), pair.other()), pair.score(), Math::max);
        }
        return named(all.stream().map(pair -> new ScoredPair(scores.getOrDefault(Set.copyOf(pair), -1), pair.getFirst(), pair.getLast(),
                null))
                .filter(pair -> pair.score() < shown).sorted(Comparator.comparingInt(ScoredPair::score)).limit(MISTAKES).toList());
    }

    private List<Mistake> named(List<ScoredPair> pairs) {
        Map<String, String> names = dao.names(pairs.stream().flatMap(pair -> Stream.of(pair.intake(), pair.other()))
                .collect(Collectors.toSet()));
        return pairs.stream().map(pair -> new Mistake(pair.score() < 0 ? null : pair.score(), pair.intake(), names.get(pair.intake()),
                pair.other(), names.get(pair.other()))).toList();
    }
}
