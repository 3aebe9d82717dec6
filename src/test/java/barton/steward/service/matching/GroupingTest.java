package barton.steward.service.matching;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Table;
import barton.steward.model.matching.MatchDecision;
import barton.steward.model.matching.MatchPair;
import barton.steward.model.matching.MatchParts;
import barton.steward.model.matching.MatchVerdict;
import barton.steward.model.matching.PairGroup;
import barton.steward.model.query.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupingTest {
    private static final int SHOWN = 55;
    private final List<MatchPair> pairs = new ArrayList<>();

    private static Row row(Table table, Object key) {
        var values = new ArrayList<Object>(Arrays.asList(new Object[table.fields().size()]));
        values.set(0, key);
        return new Row(table, values, 1);
    }

    private static Row row(String key) {
        return key.startsWith("m") ? row(Table.MASTER, key) : row(Table.INTAKE, Long.valueOf(key));
    }

    private void pair(String intake, String other, int score, MatchVerdict... verdict) {
        pairs.add(new MatchPair(pairs.size() + 1, "B", score, 1, new MatchParts(0, 0, 0, 0, 0), List.of(), row(intake), row(other),
                Arrays.stream(verdict).findFirst().map(v -> new MatchDecision(1, v, "ann", Instant.EPOCH)), false));
    }

    private List<Set<String>> groups() {
        return Grouping.of(pairs, true, SHOWN).stream().map(GroupingTest::keys).toList();
    }

    private static Set<String> keys(PairGroup group) {
        return new HashSet<>(group.records().stream().map(row -> row.key().toString()).toList());
    }

    @Test
    void aWeakLinkDoesNotChainTwoGroups() {
        for (String[] group : new String[][] {{"1", "2", "3"}, {"4", "5", "6"}}) {
            pair(group[1], group[0], 95);
            pair(group[2], group[0], 93);
            pair(group[2], group[1], 90);
        }
        pair("4", "3", 60);
        assertThat(groups()).containsExactlyInAnyOrder(Set.of("1", "2", "3"), Set.of("4", "5", "6"));
    }

    @Test
    void recordsOfMasterThatWereNeverComparedCountByTheWayThatLeadsFromOneToTheOther() {
        pair("1", "m1", 95);
        pair("1", "m2", 94);
        pair("2", "m3", 95);
        pair("2", "m4", 56);
        assertThat(groups()).containsExactlyInAnyOrder(Set.of("1", "m1", "m2"), Set.of("2", "m3"));
    }

    @Test
    void whatWasDecidedToBeDifferentIsInNoGroupTogether() {
        pair("2", "1", 99);
        pair("3", "2", 98);
        pair("3", "1", 97, MatchVerdict.DIFFERENT);
        assertThat(groups()).containsExactly(Set.of("1", "2"));
    }

    @Test
    void whatWasDecidedToBeTheSameIsSure() {
        pair("2", "1", 56, MatchVerdict.SAME);
        pair("3", "2", 90);
        pair("3", "1", 88);
        PairGroup group = Grouping.of(pairs, true, SHOWN).getFirst();
        assertThat(keys(group)).containsExactlyInAnyOrder("1", "2", "3");
        assertThat(group.weakest().id()).isEqualTo(3);
        assertThat(group.undecided()).extracting(MatchPair::id).containsExactly(2L, 3L);
        assertThat(group.of(row("2"))).extracting(MatchPair::id).containsExactly(1L, 2L);
    }

    /// Made data: records in clusters, of which pairs score high, with wrong pairs between clusters that score anything from the threshold
    /// on. What groups imply is right at least as often as what pairs say, and finds most of it although a quarter of
    /// the pairs is wrong.
    @Test
    void groupsAreAtLeastAsPreciseAsPairs() {
        for (int seed = 1; seed <= 20; seed++) {
            pairs.clear();
            var random = new Random(seed);
            int[] cluster = new int[120];
            Arrays.setAll(cluster, i -> i / 4);
            for (int i = 0; i < cluster.length; i++) {
                for (int j = 0; j < i; j++) {
                    if (cluster[i] == cluster[j] && random.nextInt(100) < 90) {
                        pair(Integer.toString(i), Integer.toString(j), 70 + random.nextInt(30));
                    } else if (cluster[i] != cluster[j] && random.nextInt(1000) < 6) {
                        pair(Integer.toString(i), Integer.toString(j), 55 + random.nextInt(40));
                    }
                }
            }
            double right = pairs.stream().filter(p -> cluster[number(p.intake())] == cluster[number(p.other())]).count();
            long implied = 0;
            long good = 0;
            for (PairGroup group : Grouping.of(pairs, true, SHOWN)) {
                for (Row one : group.records()) {
                    for (Row other : group.records()) {
                        implied += number(one) > number(other) ? 1 : 0;
                        good += number(one) > number(other) && cluster[number(one)] == cluster[number(other)] ? 1 : 0;
                    }
                }
            }
            assertThat((double) good / implied).as("seed " + seed).isGreaterThanOrEqualTo(right / pairs.size());
            assertThat(good).as("seed " + seed).isGreaterThan((long) (0.75 * right));
        }
    }

    private static int number(Row row) {
        return ((Long) row.key()).intValue();
    }
}
