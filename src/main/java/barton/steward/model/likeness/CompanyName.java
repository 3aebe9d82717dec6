package barton.steward.model.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// A company's name taken apart.
/// @param plain   folded, with its legal forms
/// @param words   what tells it from others, without legal forms, articles and the like; numbers are digits
/// @param joined  those without blanks
/// @param initials of all words without legal forms, also of those that tell nothing
/// @param form    the kind of its legal form; null where it has none
/// @param others  the names behind "doing business as" and the like
record CompanyName(String plain, List<String> words, String joined, String initials, String form, List<CompanyName> others) {
    private static final Pattern ALSO = Pattern.compile("(?i)(?<=[\\s,(])(?:d/?b/?a|a\\.?k\\.?a\\.?|a/k/a|f/?k/?a"
            + "|doing business as|trading as|t/a"
            + "|formerly known as|formerly|also known as)[\\s:.]+");
    private static final Map<String, String> SAME_WORDS = WordList.read("company-words.txt").byFoldedAlias();
    private static final Set<String> LIGHT = Set.of("and", "of", "the", "for", "in", "at", "de", "la", "le", "el", "du", "des", "der",
            "die",
            "das", "del", "di", "da", "dos", "les", "los", "las", "a", "an", "to", "on", "et", "und", "y");
    private static final Map<String, String> ROMAN = roman();

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
        return names.size() == 1 ? first : new CompanyName(first.plain, first.words, first.joined, first.initials, first.form,
                List.copyOf(names.subList(1, names.size())));
    }

    private static CompanyName one(String said) {
        String plain = Letters.fold(said);
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
        if (words.isEmpty()) {
            words.addAll(kept);
        }
        return new CompanyName(plain, List.copyOf(words), String.join("", words), initials.toString(), parted.kind(), List.of());
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
