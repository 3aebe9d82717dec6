package barton.steward.service.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import barton.steward.catalog.Entity;
import barton.steward.model.audit.Audit;
import barton.steward.model.audit.AuditMethod;
import barton.steward.model.audit.AuditResult;
import barton.steward.model.audit.Fault;
import barton.steward.model.audit.FieldRate;
import barton.steward.model.audit.Judgement;
import barton.steward.model.audit.Outcome;
import barton.steward.model.audit.SampledRecord;
import barton.steward.model.audit.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

/// What judgements show. R: right, W: its website is wrong, N: its name and website are, U: unsure.
class AuditResultsTest {
    @Test
    void theRateIsThatOfTheRecordsThatWereToldAndTheUnsureOnesAreToldApart() {
        AuditResult result = result(audit(1, null, null), "RRRRRRWWUU");

        assertThat(List.of(result.right(), result.wrong(), result.unsure(), result.disputed())).containsExactly(6L, 2L, 2L, 0L);
        assertThat(result.rate().rate()).isEqualTo(0.25);
        assertThat(result.rate().of()).isEqualTo(8);
        assertThat(result.outcome()).isEqualTo(Outcome.MEASURED);
    }

    @Test
    void eachFieldHasItsOwnRateTheMostFrequentFirst() {
        assertThat(result(audit(1, null, null), "RRRRRRRWNN").fields())
                .extracting(FieldRate::field, f -> f.rate().wrong(), f -> f.rate().rate())
                .containsExactly(tuple("website", 3L, 0.3), tuple("company", 2L, 0.2));
    }

    @Test
    void aPlanAcceptsUpToItsNumberAndDoubtIsNotAccepted() {
        assertThat(result(audit(1, 2, null), "RRRRRRRRWW").outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(result(audit(1, 2, null), "RRRRRRRWWW").outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(result(audit(1, 2, null), "RRRRRRRWUW").outcome()).isEqualTo(Outcome.UNSETTLED);
        assertThat(result(audit(1, 2, null), "RRRRRRRRUW").outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aBoundIsAcceptedWhereItIsShown() {
        AuditResult none = result(audit(1, 0, 0.3), "RRRRRRRRRR");
        AuditResult some = result(audit(1, 0, 0.3), "RRRRRRRRRW");

        assertThat(none.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(none.atMost()).isBetween(0.2, 0.26);
        assertThat(some.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(some.atMost()).isGreaterThan(0.3);
    }

    @Test
    void nothingIsToldBeforeAllIsJudgedByAll() {
        assertThat(AuditResults.of(audit(1, null, null), sample(10), judged("ann", "RRRRRRRRR"), List.of())).isEmpty();
        assertThat(AuditResults.of(audit(2, null, null), sample(10), judged("ann", "RRRRRRRRRR"), List.of())).isEmpty();
    }

    /// The example of Cohen's coefficient that is in every introduction: 20 and 15 of 50 said yes and no by both, 5 and 10 by one.
    @Test
    void agreementIsCohensKappa() {
        AuditResult result = result(audit(2, null, null), "R".repeat(25) + "W".repeat(25),
                "R".repeat(20) + "W".repeat(5) + "R".repeat(10) + "W".repeat(15));

        assertThat(result.agreement().kappa()).isEqualTo(0.4, within(1e-9));
        assertThat(result.agreement().same()).isEqualTo(35);
        assertThat(result.disputed()).isEqualTo(15);
        assertThat(result.rate().of()).isEqualTo(35);
    }

    @Test
    void whereBothSayTheSameOfAllChanceExplainsIt() {
        assertThat(result(audit(2, null, null), "RRRR", "RRRR").agreement().kappa()).isNull();
    }

    @Test
    void recordsCountByHowManyTheyStandFor() {
        List<SampledRecord> sample = new ArrayList<>(sample(90, 1, 10));
        sample.addAll(sample(10, 91, 1));

        AuditResult result = AuditResults.of(audit(1, null, null), sample, judged("ann", "R".repeat(90) + "W".repeat(10)), List.of())
                .orElseThrow();

        assertThat(result.rate().rate()).isEqualTo(10 / 910.0, within(1e-12));
        assertThat(result.rate().wrong()).isEqualTo(10);
        assertThat(result.rate().lower()).isLessThan(10 / 910.0);
    }

    /// Two kinds of records, one drawn from more than it deserves: all outcomes by their probabilities.
    @Test
    void weighedIntervalsCoverAtLeastAsOftenAsTheySay() {
        List<SampledRecord> sample = new ArrayList<>(sample(40, 1, 20));
        sample.addAll(sample(10, 41, 12));
        Audit audit = audit(1, null, null);
        double[] covered = new double[4];
        double[][] rates = {{0.05, 0.05}, {0.02, 0.3}, {0.2, 0.01}, {0.5, 0.5}};
        for (int first = 0; first <= 40; first++) {
            for (int second = 0; second <= 10; second++) {
                AuditResult result = AuditResults.of(audit, sample, judged("ann", "W".repeat(first) + "R".repeat(40 - first)
                        + "W".repeat(second) + "R".repeat(10 - second)), List.of()).orElseThrow();
                for (int n = 0; n < rates.length; n++) {
                    double rate = (800 * rates[n][0] + 120 * rates[n][1]) / 920;
                    covered[n] += result.rate().lower() <= rate && rate <= result.rate().upper()
                            ? BinomialDistribution.of(40, rates[n][0]).probability(first)
                            * BinomialDistribution.of(10, rates[n][1]).probability(second) : 0;
                }
            }
        }
        assertThat(Arrays.stream(covered).boxed()).allMatch(c -> c >= 0.95);
    }

    private static AuditResult result(Audit audit, String... said) {
        List<Judgement> all = new ArrayList<>();
        for (int n = 0; n < said.length; n++) {
            all.addAll(judged(n == 0 ? "ann" : "ben", said[n]));
        }
        return AuditResults.of(audit, sample(said[0].length()), all, all).orElseThrow();
    }

    private static Audit audit(int judges, Integer accept, Double bound) {
        return new Audit(1, "AUD-1", Entity.COMPANY, "B", false, AuditMethod.SIZE, 1000, 10, accept, bound, 0.95, 0.0, null, null, null,
                null, 1, judges, false, "ann", Instant.EPOCH);
    }

    private static List<SampledRecord> sample(int size) {
        return sample(size, 1, 10);
    }

    private static List<SampledRecord> sample(int size, int first, double standsFor) {
        return IntStream.range(first, first + size).mapToObj(n -> new SampledRecord(n, n, null, standsFor, null)).toList();
    }

    private static List<Judgement> judged(String judge, String said) {
        return IntStream.range(0, said.length()).mapToObj(n -> judgement(n + 1, said.charAt(n), judge)).toList();
    }

    private static Judgement judgement(int place, char said, String judge) {
        List<Fault> faults = switch (said) {
            case 'W' -> List.of(new Fault("website", "dead"));
            case 'N' -> List.of(new Fault("company", "misspelt"), new Fault("website", "dead"));
            default -> List.of();
        };
        return new Judgement(place, said == 'R' ? Verdict.RIGHT : said == 'U' ? Verdict.UNSURE : Verdict.WRONG, faults, judge,
                Instant.EPOCH, true);
    }
}
