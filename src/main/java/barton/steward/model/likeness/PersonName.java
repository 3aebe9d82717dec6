package barton.steward.model.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A person's name taken apart, without titles and degrees.
/// @param first      as one word, or a letter; empty where there is none
/// @param firsts     that, what it is short for, and the name in brackets beside it
/// @param middle     the first letter of the next; empty where there is none
/// @param last       all of its words as one; empty where there is none
/// @param lastParts  of a double name, each
/// @param generation as jr or iii; empty where it is not said
record PersonName(String first, Set<String> firsts, String middle, String last, List<String> lastParts, String generation) {
    private static final Map<String, Set<String>> LONG_FORMS = longForms();
    private static final Set<String> BEFORE = PeopleWords.of("before");
    private static final Set<String> AFTER = PeopleWords.of("after");
    private static final Set<String> GENERATIONS = PeopleWords.of("generation");
    private static final Pattern BESIDE = Pattern.compile("[(\"“”«]([^()\"“”»]+)[)\"“”»]");
    private static final Pattern HYPHENS = Pattern.compile("[-‐–/]");

    private static Map<String, Set<String>> longForms() {
        var forms = new HashMap<String, Set<String>>();
        for (String[] line : WordList.read("people-short-forms.txt").lines()) {
            for (int i = 1; i < line.length; i++) {
                forms.computeIfAbsent(line[i], _ -> new HashSet<>()).add(line[0]);
            }
        }
        return forms;
    }

    /// @param first null where it is not said; so are the others
    /// @param full  looked at where one of the two is missing
    /// @return null where nothing is said
    static PersonName of(String first, String last, String full) {
        String given = first;
        String family = last;
        if (given == null || family == null) {
            String whole = full != null ? full : given != null ? given : family;
            if (whole == null) {
                return null;
            }
            String[] halves = whole.split(",", 2);
            boolean turned = halves.length == 2 && !isAfter(Letters.fold(halves[1]));
            if (turned) {
                family = halves[0];
                given = halves[1];
            } else {
                List<String> words = bare(halves[0].replaceAll(BESIDE.pattern(), " "));
                if (words.size() < 2) {
                    return given == null && full == null ? made(null, whole) : family == null && full == null ? made(whole, null)
                            : made(given == null && family != null ? whole : given, family == null && given != null ? null : family);
                }
                int at = lastAt(words);
                Matcher beside = BESIDE.matcher(whole);
                given = String.join(" ", words.subList(0, at)) + (beside.find() ? " (" + beside.group(1) + ")" : "");
                family = String.join(" ", words.subList(at, words.size())) + (halves.length == 2 ? " " + halves[1] : "");
            }
        }
        return made(given, family);
    }

    /// Where the last name begins: with the last word, or with what leads to it.
    private static int lastAt(List<String> words) {
        int at = words.size() - 1;
        while (at > 1 && (GENERATIONS.contains(plain(words.get(at))) || AFTER.contains(plain(words.get(at))))) {
            at--;
        }
        while (at > 1 && Set.of("van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "la", "le", "el", "al", "bin", "ben",
                "st", "ter", "ten", "zu", "mac", "mc", "o").contains(plain(words.get(at - 1)))) {
            at--;
        }
        return at;
    }

    private static String plain(String word) {
        return Letters.fold(word);
    }

    private static boolean isAfter(String said) {
        return Arrays.stream(said.split(" ")).allMatch(word -> AFTER.contains(word) || GENERATIONS.contains(word));
    }

    /// The words as they are typed, without titles in front.
    private static List<String> bare(String text) {
        var words = new ArrayList<>(Arrays.asList(text.strip().split("[\\s\\h]+")));
        while (words.size() > 1 && BEFORE.contains(plain(words.getFirst()))) {
            words.removeFirst();
        }
        return words;
    }

    private static PersonName made(String given, String family) {
        var firsts = new HashSet<String>();
        String middle = "";
        String first = "";
        if (given != null) {
            Matcher beside = BESIDE.matcher(given);
            while (beside.find()) {
                firsts.add(one(beside.group(1)));
            }
            List<String> words = bare(given.replaceAll(BESIDE.pattern(), " ").replace(".", ". "));
            first = one(words.getFirst());
            middle = words.size() > 1 ? one(words.get(1)) : "";
            if (first.length() == 1 && middle.length() > 1) {
                firsts.add(middle);
            }
            middle = middle.isEmpty() ? "" : middle.substring(0, 1);
        }
        String generation = "";
        var parts = new ArrayList<String>();
        var last = new StringBuilder();
        if (family != null) {
            List<String> words = bare(family.replaceAll(BESIDE.pattern(), " ").replace(",", " "));
            while (words.size() > 1 && (GENERATIONS.contains(plain(words.getLast())) || AFTER.contains(plain(words.getLast())))) {
                generation = GENERATIONS.contains(plain(words.getLast())) ? generation(plain(words.getLast())) : generation;
                words.removeLast();
            }
            for (String word : words) {
                for (String part : HYPHENS.split(word)) {
                    String folded = one(part);
                    last.append(folded);
                    if (folded.length() > 2) {
                        parts.add(folded);
                    }
                }
            }
        }
        if (!first.isEmpty()) {
            firsts.add(first);
            firsts.addAll(LONG_FORMS.getOrDefault(first, Set.of()));
        }
        firsts.remove("");
        return first.isEmpty() && last.isEmpty() ? null
                : new PersonName(first, Set.copyOf(firsts), middle, last.toString(), List.copyOf(parts), generation);
    }

    private static String generation(String word) {
        return switch (word) {
            case "junior" -> "jr";
            case "senior" -> "sr";
            case "2nd" -> "ii";
            case "3rd" -> "iii";
            default -> word;
        };
    }

    private static String one(String word) {
        return Letters.withoutUmlauts(Letters.fold(word)).replace(" ", "");
    }

    boolean hasInitial() {
        return first.length() == 1;
    }
}
