package barton.steward.model.likeness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The name of a company, and the names that it is known by too.
record NameTrait(String name, Said said) implements Trait {
    static final int SAME = 0;
    static final int SPELLING = 1;
    static final int ORDER = 2;
    static final int LETTERS = 3;
    static final int LONGER = 4;
    static final int ACRONYM = 5;
    static final int MUCH = 6;
    static final int PART = 7;
    static final int SOME = 8;
    static final int NUMBER = 9;
    static final int OTHER = 10;
    /// Names of so many letters have half of them in common where one letter differs.
    private static final int HALVED = 8;
    private static final double LITTLE_MORE = 10;
    /// What it costs that two words are near which are both usual, so that they are rather two words.
    private static final double BOTH_KNOWN = 3;
    /// What it tells that neither name says more than the other.
    private static final double WHOLE = 2;

    @Override
    public Object fold(Told record) {
        return record.companyName(said);
    }

    @Override
    public String text(Object folded) {
        return ((CompanyName) folded).joined();
    }

    @Override
    public List<String> values(Object folded) {
        return ((CompanyName) folded).words().stream().distinct().map(word -> Frequencies.WORD + word).toList();
    }

    @Override
    public List<String> keys(Object folded) {
        var keys = new LinkedHashSet<String>();
        everyName((CompanyName) folded).forEach(name -> keys(name, keys));
        return List.copyOf(keys);
    }

    private static void keys(CompanyName name, Set<String> keys) {
        String joined = name.joined();
        keys.add(joined);
        keys.add(name.whole());
        if (joined.length() < HALVED) {
            keys.addAll(lessOneLetter(joined));
        }
        if (joined.length() >= HALVED) {
            for (int half = joined.length() / 2; half <= (joined.length() + 1) / 2; half++) {
                keys.add("begins " + joined.substring(0, half));
                keys.add("ends " + joined.substring(joined.length() - half));
            }
        }
        List<String> rare = rarest(name, 4);
        rare.stream().limit(2).map(Sound::of).filter(sound -> sound.length() > 2).forEach(sound -> keys.add("sound " + sound));
        rare.stream().filter(word -> word.length() > 3).forEach(word -> keys.add("word " + word));
        if (rare.size() > 1) {
            keys.add("words " + rare.get(0) + " " + rare.get(1));
        }
        if (name.words().size() == 1 && joined.length() <= 6) {
            keys.add("initials " + joined);
        } else if (name.initials().length() > 2) {
            keys.add("initials " + name.initials());
        }
    }

    /// Two short words that differ in a letter have one of these in common, or one is the other's.
    private static List<String> lessOneLetter(String word) {
        return word.length() < 4 ? List.of() : IntStream.range(0, word.length())
                .mapToObj(at -> word.substring(0, at) + word.substring(at + 1)).toList();
    }

    @Override
    public List<String> keysWithArea(Object folded) {
        var keys = new LinkedHashSet<String>();
        for (CompanyName name : everyName((CompanyName) folded)) {
            rarest(name, 3).forEach(word -> keys.add(word.length() > 5 ? word.substring(0, 5) : word));
            keys.add("initials " + (name.words().size() == 1 ? name.joined() : name.initials()));
        }
        return List.copyOf(keys);
    }

    private static List<CompanyName> everyName(CompanyName name) {
        return Stream.concat(Stream.of(name), name.others().stream()).toList();
    }

    private static List<String> rarest(CompanyName name, int most) {
        return name.words().stream().distinct().sorted(Comparator.comparingDouble(Frequencies::shippedBits).reversed()
                .thenComparing(Comparator.naturalOrder())).limit(most).toList();
    }

    @Override
    public boolean standsAlone() {
        return true;
    }

    @Override
    public Agreement compare(Object one, Object other, Frequencies frequencies) {
        var a = (CompanyName) one;
        var b = (CompanyName) other;
        Agreement best = alone(a, b, frequencies);
        for (CompanyName also : a.others()) {
            best = better(best, alone(also, b, frequencies));
        }
        for (CompanyName also : b.others()) {
            best = better(best, alone(a, also, frequencies));
        }
        return best;
    }

    private static Agreement better(Agreement one, Agreement other) {
        return other.level() < one.level() ? other : one;
    }

    private static Agreement alone(CompanyName a, CompanyName b, Frequencies f) {
        if (a.joined().equals(b.joined()) || a.whole().equals(b.whole())) {
            double bits = chance(a.words().size() < b.words().size() ? b.words() : a.words(), f) + WHOLE;
            return new Agreement(a.plain().equals(b.plain()) ? SAME : SPELLING, bits);
        }
        if (isAcronym(a, b) || isAcronym(b, a)) {
            String letters = a.joined().length() < b.joined().length() ? a.joined() : b.joined();
            return new Agreement(ACRONYM, Math.min(2.7 * letters.length(), 13));
        }
        return byWords(a, b, f);
    }

    private static boolean isAcronym(CompanyName letters, CompanyName name) {
        return letters.words().size() == 1 && letters.joined().length() >= 2 && letters.joined().length() <= 7 && name.words().size() > 1
                && (letters.joined().equals(name.initials()) || letters.joined().equals(initials(name.words())));
    }

    private static String initials(List<String> words) {
        var initials = new StringBuilder();
        words.forEach(word -> initials.append(word.charAt(0)));
        return initials.toString();
    }

    private static Agreement byWords(CompanyName a, CompanyName b, Frequencies f) {
        List<String> left = new ArrayList<>(a.words());
        List<String> right = new ArrayList<>(b.words());
        var shared = new ArrayList<String>();
        for (String word : a.words()) {
            if (right.remove(word)) {
                left.remove(word);
                shared.add(word);
            }
        }
        if (left.isEmpty() && right.isEmpty()) {
            return new Agreement(ORDER, chance(shared, f) + WHOLE);
        }
        boolean others = left.stream().anyMatch(NameTrait::divides) && right.stream().anyMatch(NameTrait::divides);
        double slips = 0;
        for (int i = left.size() - 1; i >= 0; i--) {
            int match = near(left.get(i), right);
            if (match >= 0) {
                String one = left.remove(i);
                String other = right.remove(match);
                shared.add(f.bits(one) < f.bits(other) ? one : other);
                slips += slip(Math.min(one.length(), other.length())) + (f.isKnown(one) && f.isKnown(other) ? BOTH_KNOWN : 0);
            }
        }
        together(left, right, shared);
        together(right, left, shared);
        double bits = Math.max(0, chance(shared, f) - slips);
        if (left.isEmpty() && right.isEmpty()) {
            return new Agreement(LETTERS, bits + WHOLE);
        }
        boolean divided = left.stream().anyMatch(NameTrait::divides) || right.stream().anyMatch(NameTrait::divides);
        if (!divided && a.words().size() != b.words().size() && isSlipOfAll(a, b)) {
            return new Agreement(LETTERS, Math.max(bits, chance(a.words(), f) - slip(a.joined().length())));
        }
        if (others) {
            return Agreement.at(shared.isEmpty() ? OTHER : NUMBER);
        }
        double more = sum(left, f);
        double lacking = sum(right, f);
        double common = sum(shared, f) - slips;
        if (shared.isEmpty() || common < 4) {
            return Agreement.at(OTHER);
        }
        if (left.isEmpty() || right.isEmpty()) {
            boolean little = !divided && (more + lacking <= LITTLE_MORE || more + lacking < common / 2);
            return little ? new Agreement(LONGER, bits * 0.85) : new Agreement(PART, bits * (divided ? 0.5 : 0.6));
        }
        double share = common / (common + Math.max(more, lacking));
        return share > 0.6 ? new Agreement(MUCH, bits * 0.5) : share > 0.3 ? new Agreement(SOME, bits * 0.3) : Agreement.at(OTHER);
    }

    /// What a slip costs, in bits: long words have fewer neighbours.
    private static double slip(int letters) {
        return Math.clamp(8.5 - letters, 1.5, 5);
    }

    private static boolean isSlipOfAll(CompanyName a, CompanyName b) {
        return Math.min(a.joined().length(), b.joined().length()) >= 6 && Distance.isSlip(a.joined(), b.joined());
    }

    /// Whether those who are called the same but for it are rather two: a number, a country.
    private static boolean divides(String word) {
        return Character.isDigit(word.charAt(0)) || Frequencies.isCountry(word);
    }

    private static int near(String word, List<String> others) {
        for (int i = 0; i < others.size(); i++) {
            if (isNear(word, others.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isNear(String one, String other) {
        return Distance.isSlip(one, other) || isShort(one, other) || isShort(other, one) || Sound.areAlike(one, other);
    }

    /// Whether a word is cut short: its beginning, or its first letter alone.
    private static boolean isShort(String cut, String whole) {
        return cut.length() < whole.length() && (cut.length() >= 3 || cut.length() == 1) && whole.startsWith(cut)
                && !Character.isDigit(cut.charAt(0));
    }

    /// Two words of the one that the other writes as one.
    private static void together(List<String> parts, List<String> wholes, List<String> shared) {
        for (int i = 0; i + 1 < parts.size(); i++) {
            String both = parts.get(i) + parts.get(i + 1);
            int at = wholes.indexOf(both);
            if (at >= 0) {
                shared.add(wholes.remove(at));
                parts.remove(i + 1);
                parts.remove(i);
                return;
            }
        }
    }

    private static double sum(List<String> words, Frequencies f) {
        return words.stream().mapToDouble(f::bits).sum();
    }

    /// The words of a name do not come independently of each other, so that each further one tells less.
    static double chance(List<String> words, Frequencies f) {
        Set<String> once = new HashSet<>(words);
        double[] bits = once.stream().mapToDouble(f::bits).sorted().toArray();
        double sum = 0;
        double share = 1;
        for (int i = bits.length - 1; i >= 0; i--) {
            sum += bits[i] * share;
            share /= 2;
        }
        return Math.min(sum, 30);
    }
}
