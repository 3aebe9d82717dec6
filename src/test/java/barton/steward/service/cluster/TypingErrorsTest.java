package barton.steward.service.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Values of which one word is mistyped.
class TypingErrorsTest {
    @ParameterizedTest
    @ValueSource(strings = {"Construction|Constuction", "Construction|Constructoin", "Hospitals and Health Care|Hosptials and Health Care",
        "Morgantown|Morgentown", "Mining|Mininng", "ELKINS|Elkinz", "Engineering|Enginering Inc|Enginneering"})
    void aMistypedWordIsFound(String values) {
        List<String> all = List.of(values.split("[|]"));
        assertThat(clusters(all)).first().matches(found -> found.containsAll(List.of(all.getFirst(), all.getLast())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NY|NJ", "Ward 1|Ward 2", "Route 66|Route 67", "Ohio|Iowa", "Cat|Car", "Austin|Boston", "A1234567|A1234568",
        "Sales Manager|Sale Managers", "Mining|Dining Hall", "11-50|51-50"})
    void whatIsAnotherWordIsNot(String values) {
        assertThat(clusters(List.of(values.split("[|]")))).isEmpty();
    }

    @Test
    void noChainJoinsWhatIsUnlike() {
        List<Set<String>> found = clusters(List.of("marketing", "markerting", "markerteing", "narkerteing", "narkerteings", "nadkerteings",
                "nadkertoings"));

        for (Set<String> cluster : found) {
            for (String member : cluster) {
                assertThat(cluster).anyMatch(centre -> cluster.stream().allMatch(m -> distance(centre, m) <= 2)).contains(member);
            }
        }
        assertThat(found).hasSizeGreaterThan(1);
    }

    @Test
    void theMostFrequentValueIsTheCentre() {
        List<List<Integer>> found = TypingErrors.of(List.of("retial", "retail", "retali", "retails"), List.of(1L, 90L, 1L, 1L));

        assertThat(found).singleElement().satisfies(cluster -> assertThat(cluster.getFirst()).isEqualTo(1));
    }

    /// Against a comparison of all with all.
    @Test
    void everyPairWithinTheDistanceIsFound() {
        var random = new Random(5);
        for (int i = 0; i < 400; i++) {
            String word = random.ints(9 + random.nextInt(6), 'a', 'f').mapToObj(Character::toString).collect(Collectors.joining());
            String mistyped = mistyped(mistyped(word, random), random);
            if (!word.equals(mistyped) && mistyped.length() >= 9) {
                assertThat(clusters(List.of("big " + word + " west", "Big " + mistyped + " West"))).as(word + " " + mistyped).hasSize(1);
            }
        }
    }

    private static String mistyped(String word, Random random) {
        int at = random.nextInt(word.length());
        String letter = Character.toString('a' + random.nextInt(6));
        return word.substring(0, at) + switch (random.nextInt(3)) {
            case 0 -> letter + word.substring(at);
            case 1 -> word.substring(at + 1);
            default -> letter + word.substring(at + 1);
        };
    }

    private static int distance(String one, String other) {
        return LevenshteinDistance.getDefaultInstance().apply(one, other);
    }

    private static List<Set<String>> clusters(List<String> values) {
        var rows = new Long[values.size()];
        Arrays.fill(rows, 1L);
        return TypingErrors.of(values, List.of(rows)).stream().<Set<String>>map(c -> new HashSet<>(c.stream().map(values::get).toList()))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
