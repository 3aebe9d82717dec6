package barton.steward.model.likeness;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The name of a person.
record PersonNameTrait(String name) implements Trait {
    static final int SAME = 0;
    static final int SHORT = 1;
    static final int SWAPPED = 2;
    static final int LETTERS = 3;
    static final int PART = 4;
    static final int INITIAL = 5;
    static final int LAST = 6;
    static final int FIRST = 7;
    static final int CHANGED = 8;
    static final int FAMILY = 9;
    static final int OTHER = 10;
    private static final double SLIP = 3;
    private static final double LETTER = 3.5;
    private static final double MIDDLE = 2.5;
    private static final double GENERATION = 6;
    private static final double MOST = 24;
    /// Others of a company, or of a house, often have the same first, or last, name.
    private static final double CHANGED_TELLS = 4;
    private static final double FAMILY_TELLS = 0.9;

    @Override
    public Object fold(Told record) {
        return PersonName.of(record.said(Said.FIRST_NAME), record.said(Said.LAST_NAME), record.said(Said.NAME));
    }

    @Override
    public String text(Object folded) {
        var person = (PersonName) folded;
        return person.first() + " " + person.last();
    }

    @Override
    public boolean standsAlone() {
        return true;
    }

    @Override
    public List<String> values(Object folded) {
        var person = (PersonName) folded;
        return List.of("first " + person.first(), "last " + person.last());
    }

    private static double first(String word, Frequencies f) {
        return f.bits("first ", word, 2, PeopleWords.share("first", word));
    }

    private static double last(String word, Frequencies f) {
        return f.bits("last ", word, 2, PeopleWords.share("last", word));
    }

    @Override
    public List<String> keys(Object folded) {
        var person = (PersonName) folded;
        var keys = new LinkedHashSet<String>();
        if (person.last().isEmpty()) {
            return List.of();
        }
        if (person.hasInitial() || person.first().isEmpty()) {
            keys.add(person.last() + " " + person.first());
        }
        for (String first : person.firsts()) {
            keys.add(first.compareTo(person.last()) < 0 ? first + "|" + person.last() : person.last() + "|" + first);
            keys.add(sound(first) + " " + sound(person.last()));
            if (first.length() > 1) {
                keys.add(person.last() + " " + first.charAt(0));
            }
            for (String part : person.lastParts()) {
                keys.add("part " + part + " " + first);
            }
            if (first.length() > 2 && person.last().length() > 3) {
                keys.add("begins " + first + " " + person.last().substring(0, 3));
                keys.add("ends " + first + " " + person.last().substring(person.last().length() - 3));
            }
        }
        return List.copyOf(keys);
    }

    @Override
    public List<String> keysWithArea(Object folded) {
        var person = (PersonName) folded;
        var keys = new ArrayList<String>(person.firsts());
        if (!person.last().isEmpty()) {
            keys.add("last " + sound(person.last()));
            keys.addAll(person.lastParts());
        }
        return keys;
    }

    /// How a word begins, and the kinds of its consonants.
    private static String sound(String word) {
        var sound = new StringBuilder();
        char before = 0;
        for (int i = 0; i < word.length() && sound.length() < 5; i++) {
            char kind = switch (word.charAt(i)) {
                case 'b', 'f', 'p', 'v', 'w' -> 'p';
                case 'c', 'g', 'j', 'k', 'q', 's', 'x', 'z' -> 'k';
                case 'd', 't' -> 't';
                case 'm', 'n' -> 'n';
                case 'l', 'r' -> word.charAt(i);
                case 'a', 'e', 'i', 'o', 'u', 'y', 'h' -> 0;
                default -> word.charAt(i);
            };
            if (i == 0 && kind == 0) {
                sound.append('a');
            } else if (kind != 0 && kind != before) {
                sound.append(kind);
            }
            before = kind;
        }
        return sound.toString();
    }

    @Override
    public Agreement compare(Object one, Object other, Frequencies frequencies) {
        var a = (PersonName) one;
        var b = (PersonName) other;
        Agreement plain = plain(a, b, frequencies);
        if (plain == null || Double.isNaN(plain.bits())) {
            return plain;
        }
        double bits = Math.min(plain.bits(), MOST);
        if (!a.middle().isEmpty() && !b.middle().isEmpty()) {
            bits += a.middle().equals(b.middle()) ? MIDDLE : -MIDDLE;
        }
        if (!a.generation().equals(b.generation())) {
            bits -= a.generation().isEmpty() || b.generation().isEmpty() ? 1 : GENERATION;
        }
        return new Agreement(plain.level(), bits);
    }

    private static Agreement plain(PersonName a, PersonName b, Frequencies f) {
        if (a.last().isEmpty() || b.last().isEmpty()) {
            if (a.first().isEmpty() || b.first().isEmpty()) {
                return null;
            }
            return isFirst(a, b) ? new Agreement(FIRST, first(rarer(a, b, f), f)) : Agreement.at(OTHER);
        }
        if (a.last().equals(b.last())) {
            return sameLast(a, b, f);
        }
        if (!a.first().isEmpty() && a.first().equals(b.last()) && (b.first().equals(a.last()) || b.firsts().contains(a.last()))
                || b.first().equals(a.last()) && a.firsts().contains(b.last())) {
            return new Agreement(SWAPPED, first(a.last(), f) + first(b.last(), f) - 1);
        }
        return otherLast(a, b, f);
    }

    private static Agreement sameLast(PersonName a, PersonName b, Frequencies f) {
        double last = last(a.last(), f);
        if (a.first().isEmpty() || b.first().isEmpty()) {
            return new Agreement(LAST, last);
        }
        if (a.first().equals(b.first())) {
            return a.hasInitial() ? new Agreement(INITIAL, last + LETTER) : new Agreement(SAME, last + first(a.first(), f));
        }
        if (a.hasInitial() || b.hasInitial()) {
            return isInitial(a, b) ? new Agreement(INITIAL, last + LETTER) : new Agreement(FAMILY, FAMILY_TELLS);
        }
        if (isFirst(a, b)) {
            return new Agreement(SHORT, last + first(rarer(a, b, f), f));
        }
        return isSlip(a.first(), b.first()) ? new Agreement(LETTERS, last + Math.max(1, first(rarer(a, b, f), f) - SLIP))
                : new Agreement(FAMILY, FAMILY_TELLS);
    }

    private static Agreement otherLast(PersonName a, PersonName b, Frequencies f) {
        if (a.first().isEmpty() || b.first().isEmpty()) {
            return Agreement.at(OTHER);
        }
        boolean first = isFirst(a, b) && !a.hasInitial() && !b.hasInitial();
        if (isSlip(a.last(), b.last()) && (first || isInitial(a, b) || isSlip(a.first(), b.first()))) {
            double slips = first ? SLIP : 2 * SLIP;
            return new Agreement(LETTERS, Math.max(2, Math.max(last(a.last(), f), last(b.last(), f))
                    + (first ? first(rarer(a, b, f), f) : LETTER) - slips));
        }
        Set<String> shared = new HashSet<>(a.lastParts());
        shared.retainAll(b.lastParts());
        if (!shared.isEmpty() && (first || isInitial(a, b))) {
            double last = shared.stream().mapToDouble(part -> last(part, f)).max().orElse(0);
            return new Agreement(PART, last - 1 + (first ? first(rarer(a, b, f), f) : LETTER));
        }
        if (first && (a.last().length() == 1 || b.last().length() == 1) && a.last().charAt(0) == b.last().charAt(0)) {
            return new Agreement(FIRST, first(rarer(a, b, f), f) + LETTER);
        }
        return first ? new Agreement(CHANGED, Math.min(CHANGED_TELLS, first(rarer(a, b, f), f))) : Agreement.at(OTHER);
    }

    private static boolean isFirst(PersonName a, PersonName b) {
        return a.firsts().stream().anyMatch(b.firsts()::contains);
    }

    /// Also `J. Robert`, who is called by the second.
    private static boolean isInitial(PersonName a, PersonName b) {
        return a.hasInitial() && begins(b, a.first()) || b.hasInitial() && begins(a, b.first())
                || (a.hasInitial() || b.hasInitial()) && isFirst(a, b);
    }

    private static boolean begins(PersonName person, String letter) {
        return person.firsts().stream().anyMatch(first -> first.startsWith(letter));
    }

    private static boolean isSlip(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        return shorter >= 3 && Distance.between(one, other, shorter >= 7 ? 2 : 1) <= (shorter >= 7 ? 2 : 1);
    }

    private static String rarer(PersonName a, PersonName b, Frequencies f) {
        return Stream.of(a.first(), b.first()).max((x, y) -> Double.compare(first(x, f), first(y, f))).orElseThrow();
    }
}
