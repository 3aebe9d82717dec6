package barton.steward.model.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// A company's name taken apart.
/// @param plain   folded, with its legal forms
/// @param words   what tells it from others, without legal forms, articles and the like; numbers are digits
/// @param joined  those without blanks
/// @param whole   all words without legal forms, without blanks
/// @param initials of all words without legal forms, also of those that tell nothing
/// @param form    the kind of its legal form; null where it has none
/// @param others  the names behind "doing business as" and the like
record CompanyName(String plain, List<String> words, String joined, String whole, String initials, String form, List<CompanyName> others) {
    private static final Pattern ALSO = Pattern.compile("(?i)(?<=[\\s,(])(?:d/?b/?a|a\\.?k\\.?a\\.?|a/k/a|f/?k/?a"
            + "|doing business as|trading as|t/a"
            + "|formerly known as|formerly|also known as)[\\s:.]+");
    private static final Map<String, String> SAME_WORDS = sameWords();
    private static final List<Map.Entry<String, String>> PHRASES = SAME_WORDS.entrySet().stream().filter(e -> e.getKey().contains(" "))
            .sorted(Comparator.comparing((Map.Entry<String, String> e) -> e.getKey().length()).reversed()).toList();
    /// A legal form without a blank before it.
    private static final Pattern GLUED = Pattern.compile("(?<=\\p{Ll}{3})(?:AG|GmbH|LLC|LLP|Inc|Ltd|SA|BV|NV|AB|PLC)\\.?$");
    private static final Set<String> LIGHT = Set.of("and", "of", "the", "for", "in", "at", "de", "la", "le", "el", "du", "des", "der",
            "die",
            "das", "del", "di", "da", "dos", "les", "los", "las", "a", "an", "to", "on", "et", "und", "y");
    private static final Map<String, String> ROMAN = roman();
    /// What less than so many letters is left of tells nothing.
    private static final int LEAST = 2;

    static CompanyName of(String said) {
        String[] parts = ALSO.split(said);
        var names = new ArrayList<CompanyName>();
        for (String part : parts) {
            CompanyName name = one(part);
            if (name != null) {
                names.add(name);
            }
        }
        if (names.isEmpty()) {
            return null;
        }
        CompanyName first = names.getFirst();
        return names.size() == 1 ? first : new CompanyName(first.plain, first.words, first.joined, first.whole, first.initials, first.form,
                List.copyOf(names.subList(1, names.size())));
    }

    private static CompanyName one(String said) {
        String plain = phrases(Letters.fold(GLUED.matcher(said).replaceFirst(" $0")));
        if (plain.isEmpty()) {
            return null;
        }
        LegalForms.Parted parted = LegalForms.part(Arrays.asList(plain.split(" ")));
        List<String> kept = parted.words();
        var words = new ArrayList<String>(kept.size());
        var initials = new StringBuilder();
        for (int i = 0; i < kept.size(); i++) {
            String word = kept.get(i);
            initials.append(word.charAt(0));
            String number = i > 0 && (word.length() > 1 || i == kept.size() - 1) ? ROMAN.get(word) : null;
            String known = number != null ? number : known(word);
            if (!LIGHT.contains(known)) {
                tens(words, known);
            }
        }
        if (words.stream().mapToInt(String::length).sum() < LEAST) {
            words.clear();
            words.addAll(kept);
        }
        return new CompanyName(plain, List.copyOf(words), String.join("", words), String.join("", kept), initials.toString(), parted.kind(),
                List.of());
    }

    private static Map<String, String> sameWords() {
        Map<String, String> words = WordList.read("countries.txt").byFoldedAlias();
        words.putAll(WordList.read("company-words.txt").byFoldedAlias());
        return words;
    }

    /// The United States are the US.
    private static String phrases(String plain) {
        String known = " " + plain + " ";
        for (Map.Entry<String, String> phrase : PHRASES) {
            known = known.replace(" " + phrase.getKey() + " ", " " + phrase.getValue() + " ");
        }
        return known.strip();
    }

    private static String known(String word) {
        String plain = Letters.withoutUmlauts(word);
        String known = SAME_WORDS.get(plain);
        if (known == null && plain.length() > 2 && Character.isDigit(plain.charAt(0))) {
            known = plain.replaceFirst("^([0-9]+)(?:st|nd|rd|th)$", "$1");
        }
        return known == null ? plain : known;
    }

    /// Forty four is 44.
    private static void tens(List<String> words, String word) {
        boolean unit = word.length() == 1 && Character.isDigit(word.charAt(0));
        if (unit && !words.isEmpty() && words.getLast().length() == 2 && words.getLast().endsWith("0")
                && Character.isDigit(words.getLast().charAt(0))) {
            words.set(words.size() - 1, words.getLast().charAt(0) + word);
        } else {
            words.add(word);
        }
    }

    private static Map<String, String> roman() {
        var roman = new HashMap<String, String>();
        String[] tens = {"", "x", "xx"};
        String[] units = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
        for (int t = 0; t < tens.length; t++) {
            for (int u = 0; u < units.length; u++) {
                roman.put(tens[t] + units[u], String.valueOf(t * 10 + u));
            }
        }
        roman.remove("");
        return roman;
    }
}
