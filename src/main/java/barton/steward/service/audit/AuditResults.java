package barton.steward.service.audit;

import barton.steward.model.audit.Agreement;
import barton.steward.model.audit.Audit;
import barton.steward.model.audit.AuditResult;
import barton.steward.model.audit.ErrorRate;
import barton.steward.model.audit.Fault;
import barton.steward.model.audit.FieldRate;
import barton.steward.model.audit.Judgement;
import barton.steward.model.audit.Outcome;
import barton.steward.model.audit.SampledRecord;
import barton.steward.model.audit.Verdict;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What judgements say of a batch.
public final class AuditResults {
    private static final double ROUNDING = 1e-9;

    private final Audit audit;
    private final List<SampledRecord> sample;
    private final Map<Integer, List<Judgement>> judged;

    private AuditResults(Audit audit, List<SampledRecord> sample, List<Judgement> judgements) {
        this.audit = audit;
        this.sample = sample;
        judged = judgements.stream().collect(Collectors.groupingBy(Judgement::place));
    }

    /// The result, where every judge has judged all of the sample.
    /// @param judgements the latest of every judge and place
    /// @param blind      the latest of those that were made before the judges could see each other's
    public static Optional<AuditResult> of(Audit audit, List<SampledRecord> sample, List<Judgement> judgements, List<Judgement> blind) {
        if (judgements.size() < audit.judges() * sample.size()) {
            return Optional.empty();
        }
        return Optional.of(new AuditResults(audit, sample, judgements).result(blind));
    }

    private AuditResult result(List<Judgement> blind) {
        var counts = new EnumMap<Verdict, Long>(Verdict.class);
        sample.forEach(r -> verdict(r).ifPresent(v -> counts.merge(v, 1L, Long::sum)));
        long right = counts.getOrDefault(Verdict.RIGHT, 0L);
        long wrong = counts.getOrDefault(Verdict.WRONG, 0L);
        long unsure = counts.getOrDefault(Verdict.UNSURE, 0L);
        double atMost = atMost(r -> !is(r, Verdict.RIGHT));
        return new AuditResult(outcome(wrong, sample.size() - right, atMost), right, wrong, unsure, sample.size() - right - wrong - unsure,
                rate(r -> is(r, Verdict.WRONG)), atMost, fields(), agreement(blind));
    }

    /// What all who judged a record say of it; nothing where they differ.
    private Optional<Verdict> verdict(SampledRecord of) {
        List<Verdict> said = judged.get(of.place()).stream().map(Judgement::verdict).distinct().toList();
        return said.size() == 1 ? Optional.of(said.getFirst()) : Optional.empty();
    }

    private boolean is(SampledRecord of, Verdict verdict) {
        return verdict(of).filter(v -> v == verdict).isPresent();
    }

    private Outcome outcome(long wrong, long notRight, double atMost) {
        if (audit.accept() == null) {
            return Outcome.MEASURED;
        }
        if (audit.bound() == null) {
            return notRight <= audit.accept() ? Outcome.ACCEPTED : wrong > audit.accept() ? Outcome.REJECTED : Outcome.UNSETTLED;
        }
        return atMost <= audit.bound() ? Outcome.ACCEPTED
                : atMost(r -> is(r, Verdict.WRONG)) > audit.bound() ? Outcome.REJECTED : Outcome.UNSETTLED;
    }

    /// Of the records that were told right or wrong, by their weights.
    private ErrorRate rate(Predicate<SampledRecord> counts) {
        List<SampledRecord> told = sample.stream().filter(r -> is(r, Verdict.RIGHT) || is(r, Verdict.WRONG)).toList();
        long number = told.stream().filter(counts).count();
        if (told.isEmpty()) {
            return new ErrorRate(0, 0, 0, 0, 1);
        }
        var weighed = new Weighed(told, counts);
        return new ErrorRate(number, told.size(), weighed.rate, ExactIntervals.lower(weighed.wrong(), weighed.size, audit.confidence()),
                ExactIntervals.upper(weighed.wrong(), weighed.size, audit.confidence()));
    }

    private double atMost(Predicate<SampledRecord> counts) {
        var weighed = new Weighed(sample, counts);
        return weighed.even ? ExactIntervals.atMost(audit.lotSize(), sample.size(), (int) sample.stream().filter(counts).count(),
                audit.confidence()) : ExactIntervals.atMost(weighed.wrong(), weighed.size, audit.confidence());
    }

    private List<FieldRate> fields() {
        var faulty = new TreeMap<String, TreeSet<Integer>>();
        for (SampledRecord wrong : sample.stream().filter(r -> is(r, Verdict.WRONG)).toList()) {
            judged.get(wrong.place()).stream().flatMap(j -> j.faults().stream()).map(Fault::field)
                    .forEach(f -> faulty.computeIfAbsent(f, _ -> new TreeSet<>()).add(wrong.place()));
        }
        return faulty.entrySet().stream().map(f -> new FieldRate(f.getKey(), rate(r -> f.getValue().contains(r.place()))))
                .sorted(Comparator.comparing((FieldRate f) -> -f.rate().wrong())).toList();
    }

    private Agreement agreement(List<Judgement> blind) {
        if (audit.judges() < 2) {
            return null;
        }
        List<String> judges = blind.stream().map(Judgement::judge).distinct().sorted().toList();
        Map<Integer, Verdict> first = said(blind, judges.getFirst());
        Map<Integer, Verdict> second = said(blind, judges.getLast());
        long same = first.entrySet().stream().filter(f -> f.getValue() == second.get(f.getKey())).count();
        return new Agreement(judges.getFirst(), judges.getLast(), first.size(), same, kappa(first, second, same));
    }

    private static Map<Integer, Verdict> said(List<Judgement> blind, String judge) {
        return blind.stream().filter(j -> j.judge().equals(judge)).collect(Collectors.toMap(Judgement::place, Judgement::verdict));
    }

    private static Double kappa(Map<Integer, Verdict> first, Map<Integer, Verdict> second, long same) {
        double number = first.size();
        Map<Verdict, Long> ofFirst = first.values().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Map<Verdict, Long> ofSecond = second.values().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        double byChance = ofFirst.entrySet().stream()
                .mapToDouble(f -> f.getValue() / number * ofSecond.getOrDefault(f.getKey(), 0L) / number).sum();
        return byChance >= 1 ? null : (same / number - byChance) / (1 - byChance);
    }

    /// A sample by what its records stand for: the rate, and as how many records of a simple sample it counts.
    private static final class Weighed {
        private final double rate;
        private final double size;
        private final boolean even;

        private Weighed(List<SampledRecord> records, Predicate<SampledRecord> counts) {
            double all = records.stream().mapToDouble(SampledRecord::standsFor).sum();
            double squares = records.stream().mapToDouble(r -> r.standsFor() * r.standsFor()).sum();
            double effective = all * all / squares;
            even = Math.abs(effective - records.size()) < ROUNDING * records.size();
            size = even ? records.size() : effective;
            rate = even ? (double) records.stream().filter(counts).count() / records.size()
                    : records.stream().filter(counts).mapToDouble(SampledRecord::standsFor).sum() / all;
        }

        private double wrong() {
            return even ? Math.rint(rate * size) : rate * size;
        }
    }
}
