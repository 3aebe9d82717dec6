package barton.steward.service.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The first and the last name in a full one. Titles in front and degrees behind belong to neither; what stands before a comma is the
/// last name; `van der Berg` and `de la Cruz` are last names.
record FullName(String first, String last) {
    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "rev",
            "hon", "herr", "frau", "dipl", "ing", "mag", "m", "mme", "mlle", "sr", "sra", "srta", "don", "doña", "dott", "drs", "capt",
            "col", "gen");
    private static final Set<String> DEGREES = Set.of("phd", "md", "mba", "cpa", "esq", "dds", "dvm", "jd", "llm", "msc", "bsc", "ma",
            "ba", "bs", "ms", "rn", "pe", "pmp", "cfa", "cissp", "shrm", "sphr", "phr", "dba", "edd", "do", "shrm-scp", "shrm-cp", "cfp",
            "mha", "mph");
    private static final Set<String> GENERATIONS = Set.of("jr", "sr", "ii", "iii", "iv");
    private static final Set<String> PARTICLES = Set.of("van", "von", "der", "den", "de", "del", "della", "di", "da", "das", "do", "dos",
            "du", "la", "le", "las", "los", "bin", "ibn", "ben", "al", "el", "ter", "ten", "af", "av", "zu", "zur", "vom", "st", "san",
            "santa", "mac", "y");

    /// Empty where it cannot be told which is which.
    static Optional<FullName> of(String text) {
        String name = text.replaceAll("[\\s\\p{Z}]+", " ").replaceAll("\\([^)]*\\)|\"[^\"]*\"|“[^”]*”", " ").strip();
        int comma = name.indexOf(',');
        if (comma > 0) {
            List<String> before = words(name.substring(0, comma));
            List<String> behind = words(name.substring(comma + 1));
            if (!behind.isEmpty() && !before.isEmpty() && behind.stream().noneMatch(w -> GENERATIONS.contains(plain(w)))) {
                return both(String.join(" ", behind), String.join(" ", before));
            }
            name = behind.isEmpty() ? name.substring(0, comma) : String.join(" ", before) + " " + String.join(" ", behind);
        }
        List<String> words = words(name);
        int last = words.size() - 1;
        while (last > 0 && GENERATIONS.contains(plain(words.get(last)))) {
            last--;
        }
        while (last > 1 && PARTICLES.contains(words.get(last - 1).toLowerCase(Locale.ROOT))) {
            last--;
        }
        return last < 1 ? Optional.empty()
                : both(String.join(" ", words.subList(0, last)), String.join(" ", words.subList(last, words.size())));
    }

    private static Optional<FullName> both(String first, String last) {
        return first.isBlank() || last.isBlank() || (first + last).chars().anyMatch(Character::isDigit) || (first + last).contains("@")
                ? Optional.empty() : Optional.of(new FullName(first, last));
    }

    private static List<String> words(String name) {
        var words = new ArrayList<>(Arrays.asList(name.replace(",", " ").strip().split(" +")));
        words.removeIf(String::isEmpty);
        while (words.size() > 1 && TITLES.contains(plain(words.getFirst()))) {
            words.removeFirst();
        }
        while (!words.isEmpty() && DEGREES.contains(plain(words.getLast())) && (words.size() > 2 || words.getLast().contains("."))
                || words.size() == 1 && DEGREES.contains(plain(words.getLast()))) {
            words.removeLast();
        }
        return words;
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace(".", "");
    }
}
