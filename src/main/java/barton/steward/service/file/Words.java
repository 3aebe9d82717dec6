package barton.steward.service.file;

import java.util.List;

/// Whether a text reads like words of a language in Latin letters: small letters among small ones, signs where signs stand.
final class Words {
    private static final String SIGNS = "\u00a0\u00ad‘’‚“”„‹›«»–—…•·€£¥¢§©®™°²³½¼¾¹ªº†‡¶¡¿±×ˆ˜′″&";
    private static final String WITHIN = "’‘\u00ad–·";
    /// Letters that hardly any language but Icelandic and Faroese has; where they prevail, the text is Turkish in another encoding.
    private static final String RARE = "ÞþÐðÝý";
    private static final double ENOUGH = 0.9;

    private Words() {
    }

    static boolean western(CharSequence text) {
        int foreign = 0;
        int likely = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                foreign++;
                likely += fits(c, i == 0 ? ' ' : text.charAt(i - 1), i + 1 < text.length() ? text.charAt(i + 1) : ' ') ? 1 : 0;
            }
        }
        return foreign > 0 && likely >= foreign * ENOUGH;
    }

    /// Whether letters prevail that hardly any language has.
    static boolean odd(CharSequence text) {
        return text.chars().filter(c -> RARE.indexOf(c) >= 0).count() * 2 >= text.chars().filter(c -> c >= 0x80).count();
    }

    private static boolean fits(char c, char before, char after) {
        if (!Character.isLetter(c) || "ªº".indexOf(c) >= 0) {
            boolean within = Character.isLetter(before) && Character.isLetter(after);
            return SIGNS.indexOf(c) >= 0 && (!within || WITHIN.indexOf(c) >= 0);
        }
        if (!Character.UnicodeScript.of(c).equals(Character.UnicodeScript.LATIN) || List.of('ƒ', 'ı').contains(c)) {
            return false;
        }
        return Character.isUpperCase(c) ? !Character.isLowerCase(before) : !Character.isUpperCase(before) || !Character.isUpperCase(after);
    }
}
