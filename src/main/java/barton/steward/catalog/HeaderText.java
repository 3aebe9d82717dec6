package barton.steward.catalog;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The header of a file as it is compared: without case, blanks and punctuation and without the accents of letters that have them
/// beside plain ones; letters of other scripts are left whole.
public final class HeaderText {
    private static final Pattern ACCENT = Pattern.compile("(?<=[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}])\\p{Mn}+");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)|\\[[^]]*]|（[^）]*）");
    private static final Pattern HOW_MANY = Pattern.compile("(?i)^\\s*(total\\s+)?(#|nr\\.?|no\\.?|nos\\.?|num\\.?|nbr\\.?)\\s*of\\s+");
    private static final Pattern NOISE = Pattern.compile("^(properties|fields|attributes|data|record|node|_source|values|items?)\\."
            + "|\\.\\d+(\\.(number|value|address|url|phone|email))?$",
            Pattern.CASE_INSENSITIVE);

    private HeaderText() {
    }

    /// Empty where it has neither a letter nor a digit.
    public static String folded(String header) {
        String plain = header.toLowerCase(Locale.ROOT).replace("ß", "ss").replace('ø', 'o').replace("æ", "ae").replace("œ", "oe")
                .replace('ł', 'l').replace('đ', 'd').replace('ı', 'i').replace('#', ' ');
        String open = ACCENT.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD)).replaceAll("");
        return NO_LETTER.matcher(Normalizer.normalize(open, Normalizer.Form.NFKC)).replaceAll("");
    }

    /// As it is compared, then without what stands in brackets, with a number of things spelled out, without the object or the array in
    /// which it is wrapped, and without the words that may stand before.
    static List<String> variants(String header, Pattern before) {
        var variants = new ArrayList<String>();
        variants.add(folded(header));
        variants.add(folded(BRACKETS.matcher(header).replaceAll(" ")));
        variants.add(folded(HOW_MANY.matcher(header).replaceFirst("number of ")));
        String bare = NOISE.matcher(header).replaceAll("");
        variants.add(folded(bare));
        variants.add(folded(before.matcher(bare).replaceFirst("")));
        return variants.stream().filter(text -> !text.isEmpty()).distinct().toList();
    }

    /// The words of a header, folded; what is written as one word in capitals and small letters is taken apart.
    public static List<String> words(String header) {
        return Pattern.compile("(?<=[a-z])(?=[A-Z])|[^\\p{L}\\p{M}\\p{N}]+").splitAsStream(header).map(HeaderText::folded)
                .filter(word -> !word.isEmpty()).toList();
    }
}
