package barton.steward.model.likeness;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What is usual in names, addresses and titles of people, as it ships.
final class PeopleWords {
    private static final WordList WORDS = WordList.read("people-words.txt");
    private static final Map<String, Double> SHARES = shares();
    private static final double OF = 100_000;
    /// Of names that the list has not.
    private static final double RARE = 1 / 30_000.0;

    private PeopleWords() {
    }

    private static Map<String, Double> shares() {
        var shares = new HashMap<String, Double>();
        for (String[] line : WordList.read("people-frequencies.txt").lines()) {
            shares.put(line[0] + line[1], Integer.parseInt(line[2]) / OF);
        }
        return shares;
    }

    /// All words of a kind.
    static Set<String> of(String kind) {
        return WORDS.lines().stream().filter(line -> line[0].equals(kind)).flatMap(line -> Arrays.stream(line).skip(1))
                .collect(Collectors.toSet());
    }

    /// Words that stand for others, each with the word that it stands for; the longest come first.
    static List<Map.Entry<String, String>> titles() {
        return WORDS.lines().stream().filter(line -> line[0].equals("word"))
                .flatMap(line -> Arrays.stream(line).skip(2).map(other -> Map.entry(other, line[1])))
                .sorted(Map.Entry.<String, String>comparingByKey((a, b) -> Integer.compare(b.length(), a.length()))).toList();
    }

    /// The share of people who are called so; `kind` is first or last.
    static double share(String kind, String name) {
        return SHARES.getOrDefault(kind + name, RARE);
    }
}
