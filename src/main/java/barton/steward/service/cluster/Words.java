package barton.steward.service.cluster;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The words of a value as they are compared: without case, accents of Latin and Greek letters, and punctuation. Letters of other scripts
/// stay whole, digits and what belongs to a number or a name like C++ stay, and & and + say "and".
final class Words {
    private static final Map<Integer, String> PLAIN = Map.ofEntries(Map.entry((int) 'ß', "ss"), Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"), Map.entry((int) 'ø', "o"), Map.entry((int) 'ł', "l"), Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"), Map.entry((int) 'þ', "th"), Map.entry((int) 'ı', "i"), Map.entry((int) 'ħ', "h"),
            Map.entry((int) 'ς', "σ"), Map.entry((int) 'ё', "е"));
    /// What joins words, in the languages in which it is no more than that.
    private static final Map<String, String> SAME = Map.of("und", "and", "et", "and");
    /// What stands at words, or in them, without saying or parting anything. So do the dots of U.S.
    private static final String MARKS = "™®©℠'’‘`´ʼ";

    private Words() {
    }

    /// In the order of the value; none where it has neither letters nor digits.
    static List<String> of(String value) {
        int[] letters = folded(value).codePoints().toArray();
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        for (int i = 0; i < letters.length; i++) {
            int is = letters[i];
            int before = i == 0 ? ' ' : letters[i - 1];
            int after = i + 1 == letters.length ? ' ' : letters[i + 1];
            if (belongs(is, before, after, !word.isEmpty())) {
                word.appendCodePoint(is);
            } else if (is != '.' || before == '+' || before == '#') {
                add(words, word);
                if (is == '&' || is == '+') {
                    words.add("and");
                } else if (isSign(is)) {
                    words.add(Character.toString(is));
                }
            }
        }
        add(words, word);
        return words;
    }

    /// Whether a word has no letter: it is a number, or a sign.
    static boolean isNumber(String word) {
        return word.codePoints().noneMatch(Character::isLetter);
    }

    private static void add(List<String> words, StringBuilder word) {
        if (!word.isEmpty()) {
            String whole = word.toString();
            words.add(SAME.getOrDefault(whole, whole));
            word.setLength(0);
        }
    }

    private static boolean belongs(int is, int before, int after, boolean inside) {
        return switch (is) {
            case '.', ',', '/', ':' -> isDigit(before) && isDigit(after);
            case '-', '−' -> !isPart(before) && isDigit(after);
            case '+', '#' -> inside && !isPart(after);
            default -> isPart(is);
        };
    }

    private static boolean isDigit(int is) {
        return Character.isDigit(is) || Character.getType(is) == Character.OTHER_NUMBER;
    }

    private static boolean isPart(int is) {
        return Character.isLetter(is) || isDigit(is) || isMark(is);
    }

    private static boolean isMark(int is) {
        int type = Character.getType(is);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isUnseen(int is) {
        int type = Character.getType(is);
        return type == Character.FORMAT || type == Character.CONTROL && !Character.isWhitespace(is);
    }

    private static boolean isSign(int is) {
        int type = Character.getType(is);
        return type == Character.CURRENCY_SYMBOL || type == Character.MATH_SYMBOL || is == '%';
    }

    /// Letters in their plain form: small, of usual width, Latin and Greek ones without accents.
    static String folded(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c < 127) ? value.toLowerCase(Locale.ROOT).replace("'", "").replace("`", "")
                : plain(value);
    }

    private static String plain(String value) {
        var plain = new StringBuilder(value.length());
        int[] base = {' '};
        value.codePoints().filter(c -> MARKS.indexOf(c) < 0 && !isUnseen(c)).forEach(c -> {
            String apart = Character.getType(c) == Character.OTHER_NUMBER ? Character.toString(c)
                    : Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
            apart.toLowerCase(Locale.ROOT).codePoints().forEach(part -> {
                if (!isMark(part)) {
                    base[0] = part;
                    plain.append(part == '−' ? "-" : Character.toString(part));
                } else if (!isAccent(part, base[0])) {
                    plain.appendCodePoint(part);
                }
            });
        });
        var folded = new StringBuilder(plain.length());
        Normalizer.normalize(plain, Normalizer.Form.NFC).codePoints()
                .forEach(c -> folded.append(PLAIN.getOrDefault(c, Character.toString(c))));
        return folded.toString();
    }

    private static boolean isAccent(int mark, int letter) {
        UnicodeScript script = UnicodeScript.of(letter);
        return UnicodeScript.of(mark) == UnicodeScript.INHERITED && (script == UnicodeScript.LATIN || script == UnicodeScript.GREEK);
    }
}
