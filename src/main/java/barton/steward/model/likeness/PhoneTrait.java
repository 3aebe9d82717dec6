package barton.steward.model.likeness;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Phone numbers by their digits; a record may have several, of which the two most alike count.
record PhoneTrait(String name, Said[] said, double floor) implements Trait {
    static final int SAME = 0;
    static final int SLIP = 1;
    static final int OTHER = 2;
    private static final int LEAST = 7;

    @Override
    public Object fold(Told record) {
        var numbers = new HashSet<String>();
        for (Said one : said) {
            String text = record.said(one);
            String digits = text == null ? null : number(text);
            if (digits != null) {
                numbers.add(digits);
            }
        }
        return numbers.isEmpty() ? null : numbers;
    }

    /// The digits without extension, the North American 1 and zeros in front; null where they are too few, or all the same.
    static String number(String text) {
        String digits = Letters.digits(text.toLowerCase(java.util.Locale.ROOT).split("x|ext|#", 2)[0]);
        int from = 0;
        while (from < digits.length() && digits.charAt(from) == '0') {
            from++;
        }
        digits = digits.substring(from);
        if (digits.length() == 11 && digits.charAt(0) == '1') {
            digits = digits.substring(1);
        }
        return digits.length() < LEAST || digits.length() > 20 || digits.chars().distinct().count() == 1 ? null : digits;
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<String> values(Object folded) {
        return ((Set<String>) folded).stream().map(number -> name + number).toList();
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<String> keys(Object folded) {
        return ((Set<String>) folded).stream().map(number -> number.substring(number.length() - LEAST)).toList();
    }

    @Override
    @SuppressWarnings("unchecked")
    public Agreement compare(Object one, Object other, Frequencies frequencies) {
        Agreement best = Agreement.at(OTHER);
        for (String a : (Set<String>) one) {
            for (String b : (Set<String>) other) {
                if (isSame(a, b)) {
                    return new Agreement(SAME, Math.max(2, frequencies.bits(name, a, 2, floor) - (a.length() == b.length()
                            && a.length() > LEAST ? 0 : 2)));
                }
                if (a.length() == b.length() && a.length() > LEAST && Distance.between(a, b, 1) == 1) {
                    best = Agreement.at(SLIP);
                }
            }
        }
        return best;
    }

    /// Also where one lacks the codes of country and area.
    private static boolean isSame(String a, String b) {
        return a.equals(b) || a.length() != b.length() && (a.endsWith(b) || b.endsWith(a));
    }
}
