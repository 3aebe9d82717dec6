package barton.steward.model.likeness;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/// Spellings that differ in case, accents, punctuation or alphabet alone become one.
final class Letters {
    private static final Map<String, String> LATIN = WordList.read("letters.txt").byAlias();
    private static final String APOSTROPHES = "'’‘`´";
    private static final char ACCENT_FIRST = '\u0300';
    private static final char ACCENT_LAST = '\u036f';

    private Letters() {
    }

    /// The words, parted by one blank each; empty where there are none. Dots within initials and apostrophes vanish, & and + say "and".
    static String fold(String text) {
        String lower = isPlain(text) ? text.toLowerCase(Locale.ROOT) : latin(text);
        var folded = new StringBuilder(lower.length());
        int word = 0;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
                folded.append(c);
                word++;
            } else if (c == '&' || c == '+') {
                blank(folded).append("and ");
                word = 0;
            } else if (APOSTROPHES.indexOf(c) < 0 && !(c == '.' && word > 0 && word <= 2 && goesOn(lower, i))) {
                blank(folded);
                word = 0;
            } else if (c == '.') {
                word = 0;
            }
        }
        return joinInitials(folded.toString().strip());
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean goesOn(String text, int dot) {
        return dot + 1 < text.length() && Character.isLetter(text.charAt(dot + 1));
    }

    private static StringBuilder blank(StringBuilder text) {
        return text.isEmpty() || text.charAt(text.length() - 1) == ' ' ? text : text.append(' ');
    }

    private static String latin(String text) {
        String parted = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var latin = new StringBuilder(parted.length());
        for (int i = 0; i < parted.length(); i++) {
            char c = parted.charAt(i);
            if (c < ACCENT_FIRST || c > ACCENT_LAST) {
                String other = c < '\u0080' ? null : LATIN.get(String.valueOf(c));
                if (other == null) {
                    latin.append(c);
                } else {
                    latin.append(other);
                }
            }
        }
        return Normalizer.normalize(latin, Normalizer.Form.NFC);
    }

    /// "n v philips" is "nv philips".
    private static String joinInitials(String folded) {
        String[] words = folded.split(" ");
        var joined = new StringBuilder(folded.length());
        boolean initial = false;
        for (String word : words) {
            boolean one = word.length() == 1 && Character.isLetter(word.charAt(0));
            if (!joined.isEmpty() && !(initial && one)) {
                joined.append(' ');
            }
            joined.append(word);
            initial = one;
        }
        return joined.toString();
    }

    /// Without the e that stands for the dots of an umlaut: mueller is muller.
    static String withoutUmlauts(String word) {
        return word.length() < 4 ? word : word.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    }

    /// The digits alone.
    static String digits(String text) {
        var digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int value = Character.digit(text.charAt(i), 10);
            if (value >= 0) {
                digits.append(value);
            }
        }
        return digits.toString();
    }
}
