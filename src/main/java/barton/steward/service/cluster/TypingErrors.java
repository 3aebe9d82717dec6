package barton.steward.service.cluster;

import barton.steward.model.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;

/// Finds values of which one word is mistyped: by one letter, in a long word by two. All other words and every number are the same.
///
/// Words within that distance share what is left of them when as many letters are taken out of each, so values meet by that and no value
/// is compared with all others. A cluster is a value and those near it, the most frequent value first: no chain of small steps joins what
/// is unlike.
final class TypingErrors {
    /// In shorter words one letter makes another word, in shorter ones than this two letters do.
    private static final int LONG = 5;
    private static final int VERY_LONG = 9;
    private static final int ID_BITS = 24;

    private final List<Spelling> spellings;
    private final LevenshteinDistance distance = new LevenshteinDistance(2);
    private final long[] met;
    private final Set<Long> compared = new HashSet<>();

    /// Values that differ by case, accents or punctuation only.
    private record Spelling(List<String> words, List<Integer> values, long rows) {
        String text() {
            return String.join(" ", words);
        }
    }

    private TypingErrors(List<Spelling> spellings) {
        this.spellings = spellings;
        this.met = met();
    }

    /// The clusters, each as the places of its values in the list.
    /// @param rows how many rows each value has
    static List<List<Integer>> of(List<String> values, List<Long> rows) {
        var same = new LinkedHashMap<List<String>, List<Integer>>();
        for (int i = 0; i < values.size(); i++) {
            List<String> words = Words.of(values.get(i));
            if (!words.isEmpty()) {
                same.computeIfAbsent(words, w -> new ArrayList<>()).add(i);
            }
        }
        List<Spelling> spellings = same.entrySet().stream()
                .map(e -> new Spelling(e.getKey(), e.getValue(), e.getValue().stream().mapToLong(rows::get).sum()))
                .sorted(Comparator.comparingLong(Spelling::rows).reversed().thenComparing(Spelling::text)).toList();
        if (spellings.size() >= 1 << ID_BITS) {
            throw new IllegalArgumentException("too many values: " + spellings.size());
        }
        return new TypingErrors(spellings).clusters();
    }

    private List<List<Integer>> clusters() {
        Map<Integer, List<Integer>> near = near();
        var taken = new boolean[spellings.size()];
        var clusters = new ArrayList<List<Integer>>();
        for (int centre = 0; centre < spellings.size(); centre++) {
            List<Integer> around = taken[centre] ? List.of() : near.getOrDefault(centre, List.of()).stream()
                    .filter(n -> !taken[n]).toList();
            if (!around.isEmpty()) {
                taken[centre] = true;
                around.forEach(n -> taken[n] = true);
                var values = new ArrayList<>(spellings.get(centre).values());
                around.forEach(n -> values.addAll(spellings.get(n).values()));
                clusters.add(values);
            }
        }
        return clusters;
    }

    /// Of each spelling those that are near it.
    private Map<Integer, List<Integer>> near() {
        var near = new LinkedHashMap<Integer, List<Integer>>();
        int begin = 0;
        for (int end = 1; end <= met.length; end++) {
            if (end == met.length || met[end] >>> ID_BITS != met[begin] >>> ID_BITS) {
                for (int one = begin; one < end; one++) {
                    for (int other = one + 1; other < end; other++) {
                        compare(id(met[one]), id(met[other]), near);
                    }
                }
                begin = end;
                Work.checkCancelled();
            }
        }
        return near;
    }

    private void compare(int one, int other, Map<Integer, List<Integer>> near) {
        if (one != other && compared.add((long) Math.min(one, other) << ID_BITS | Math.max(one, other))
                && isNear(spellings.get(one).words(), spellings.get(other).words())) {
            near.computeIfAbsent(one, n -> new ArrayList<>()).add(other);
            near.computeIfAbsent(other, n -> new ArrayList<>()).add(one);
        }
    }

    private boolean isNear(List<String> one, List<String> other) {
        if (one.size() != other.size()) {
            return false;
        }
        int differing = -1;
        for (int i = 0; i < one.size(); i++) {
            if (!one.get(i).equals(other.get(i))) {
                if (differing >= 0) {
                    return false;
                }
                differing = i;
            }
        }
        if (differing < 0) {
            return false;
        }
        int letters = Math.max(one.get(differing).length(), other.get(differing).length());
        int by = distance.apply(one.get(differing), other.get(differing));
        return letters >= LONG && by >= 0 && by <= (letters >= VERY_LONG ? 2 : 1);
    }

    /// What is left of each word of each spelling, with the other words, as a hash with the number of the spelling; sorted.
    private long[] met() {
        var all = new long[1024];
        int size = 0;
        for (int id = 0; id < spellings.size(); id++) {
            List<String> words = spellings.get(id).words();
            for (int at = 0; at < words.size(); at++) {
                String word = words.get(at);
                if (word.length() < LONG - 1 || !word.codePoints().allMatch(Character::isLetter)) {
                    continue;
                }
                int most = word.length() * (word.length() + 1) / 2 + 1;
                if (size + most > all.length) {
                    all = Arrays.copyOf(all, 2 * (size + most));
                }
                long others = Objects.hash(words.subList(0, at), at, words.subList(at + 1, words.size())) * 0x9E3779B97F4A7C15L;
                size = left(others, word, id, all, size);
            }
        }
        long[] sorted = Arrays.copyOf(all, size);
        Arrays.parallelSort(sorted);
        return sorted;
    }

    private static int id(long entry) {
        return (int) (entry & (1 << ID_BITS) - 1);
    }

    /// Adds the word, and what is left where one letter of it is taken out, or of a long one two; returns where the next goes.
    private static int left(long others, String word, int id, long[] all, int begin) {
        int next = begin;
        all[next++] = mixed(others, word, -1, -1) << ID_BITS | id;
        for (int one = 0; one < word.length(); one++) {
            all[next++] = mixed(others, word, one, -1) << ID_BITS | id;
            for (int two = one + 1; word.length() >= VERY_LONG && two < word.length(); two++) {
                all[next++] = mixed(others, word, one, two) << ID_BITS | id;
            }
        }
        return next;
    }

    /// The letters of the word but two.
    private static long mixed(long others, String word, int one, int two) {
        long hash = others;
        for (int i = 0; i < word.length(); i++) {
            if (i != one && i != two) {
                hash = (hash ^ word.charAt(i)) * 0x100000001B3L;
                hash ^= hash >>> 29;
            }
        }
        return hash;
    }
}
