package barton.steward.model.likeness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Street and number of an address.
record StreetTrait(String name, Said said, double floor) implements Trait {
    static final int SAME = 0;
    static final int NEAR = 1;
    static final int STREET = 2;
    static final int NUMBER = 3;
    static final int OTHER = 4;
    private static final Map<String, String> WORDS = WordList.read("street-words.txt").byFoldedAlias();
    private static final Set<String> KINDS = Set.of("street", "avenue", "boulevard", "road", "drive", "lane", "court", "circle", "terrace",
            "parkway", "place", "square", "highway", "expressway", "freeway", "turnpike", "route", "trail", "way", "alley", "north",
                    "south",
            "east", "west", "northeast", "northwest", "southeast", "southwest");

    /// @param number the number of the house, or of a box; empty where there is none
    /// @param words  what the street is called, without its kind and its quarter of the sky, unless it is called nothing else
    /// @param all    with them
    record Street(String number, List<String> words, List<String> all) {
    }

    @Override
    public Object fold(Told record) {
        String text = record.said(said);
        return text == null ? null : street(text);
    }

    static Street street(String text) {
        var all = new ArrayList<String>();
        var words = new ArrayList<String>();
        String number = "";
        String[] said = Letters.fold(text.split("\n", 2)[0].replace("#", " # ").replaceFirst("(?i)\\bp\\.? ?o\\.? ?box\\b", "pobox "))
                .split(" ");
        for (String part : said) {
            String word = known(part);
            if (word.equals("#") && (!all.isEmpty() || !number.isEmpty())) {
                break;
            }
            if (number.isEmpty() && !part.isEmpty() && Character.isDigit(part.charAt(0)) && (all.isEmpty() || all.size() >= 1
                    && words.size() >= 1 && !part.matches("[0-9]+(st|nd|rd|th|d)"))) {
                number = word;
            } else if (!word.isEmpty() && !word.equals("of") && !word.equals("at")) {
                all.add(word);
                if (!KINDS.contains(word)) {
                    words.add(word);
                }
            }
        }
        if (words.isEmpty()) {
            words.addAll(all);
        }
        return words.isEmpty() ? null : new Street(number, List.copyOf(words), List.copyOf(all));
    }

    private static String known(String word) {
        String plain = Letters.withoutUmlauts(word);
        String known = WORDS.get(plain);
        if (known == null && plain.endsWith("strasse")) {
            known = plain.substring(0, plain.length() - "strasse".length());
        } else if (known == null && plain.length() > 5 && plain.endsWith("str")) {
            known = plain.substring(0, plain.length() - "str".length());
        }
        return known != null ? known : plain.length() > 2 && Character.isDigit(plain.charAt(0))
                ? plain.replaceFirst("^([0-9]+)(?:st|nd|rd|th)$", "$1") : plain;
    }

    @Override
    public List<String> values(Object folded) {
        var street = (Street) folded;
        return List.of(name + value(street), name + street.words.getFirst());
    }

    private static String value(Street street) {
        return street.number + " " + street.words.getFirst();
    }

    @Override
    public List<String> keys(Object folded) {
        var street = (Street) folded;
        return street.number.isEmpty() ? List.of() : List.of(street.number + " " + String.join(" ", street.words));
    }

    @Override
    public List<String> keysWithArea(Object folded) {
        return List.of(value((Street) folded));
    }

    @Override
    public Agreement compare(Object one, Object other, Frequencies frequencies) {
        var a = (Street) one;
        var b = (Street) other;
        boolean street = isSame(a.words, b.words);
        boolean numbers = !a.number.isEmpty() && !b.number.isEmpty();
        if (street && a.number.equals(b.number)) {
            return new Agreement(SAME, frequencies.bits(name, value(a), 2, numbers ? floor : floor * 30));
        }
        if (street) {
            double bits = frequencies.bits(name, a.words.getFirst(), 2, floor * 30);
            return !numbers ? new Agreement(NEAR, bits) : isNear(a.number, b.number) ? new Agreement(NEAR, bits) : Agreement.at(STREET);
        }
        return Agreement.at(numbers && a.number.equals(b.number) ? NUMBER : OTHER);
    }

    private static boolean isNear(String a, String b) {
        String one = Letters.digits(a);
        String other = Letters.digits(b);
        return one.equals(other) || one.length() > 2 && Distance.between(one, other, 1) <= 1;
    }

    /// The shorter one's words are in the longer one, but for slips: a place or a floor may stand beside the street.
    private static boolean isSame(List<String> one, List<String> other) {
        List<String> few = one.size() <= other.size() ? one : other;
        List<String> many = few == one ? other : one;
        return few.stream().allMatch(word -> many.stream().anyMatch(w -> w.equals(word) || Distance.isSlip(w, word)));
    }
}
