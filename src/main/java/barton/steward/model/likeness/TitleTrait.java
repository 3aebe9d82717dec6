package barton.steward.model.likeness;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a person does at a company.
record TitleTrait(String name, Said said, double floor) implements Trait {
    static final int SAME = 0;
    static final int ALIKE = 1;
    static final int OTHER = 2;
    private static final List<Map.Entry<String, String>> WORDS = PeopleWords.titles();
    private static final Set<String> LIGHT = Set.of("of", "and", "the", "for", "at", "in", "to", "a");

    @Override
    public Object fold(Told record) {
        String text = record.said(said);
        if (text == null) {
            return null;
        }
        String title = " " + Letters.fold(text) + " ";
        for (Map.Entry<String, String> word : WORDS) {
            title = title.replace(" " + word.getKey() + " ", " " + word.getValue() + " ");
        }
        var words = new HashSet<>(Arrays.asList(title.strip().split(" ")));
        words.removeAll(LIGHT);
        words.remove("");
        return words.isEmpty() ? null : Set.copyOf(words);
    }

    private static String value(Object folded) {
        return ((Set<?>) folded).stream().map(String::valueOf).sorted().toList().toString();
    }

    @Override
    public List<String> values(Object folded) {
        return List.of(name + value(folded));
    }

    @Override
    @SuppressWarnings("unchecked")
    public Agreement compare(Object one, Object other, Frequencies frequencies) {
        var a = (Set<String>) one;
        var b = (Set<String>) other;
        if (a.equals(b)) {
            return new Agreement(SAME, frequencies.bits(name, value(a), 2, floor));
        }
        var shared = new HashSet<>(a);
        shared.retainAll(b);
        return 2 * shared.size() >= Math.min(a.size(), b.size()) && !shared.isEmpty() ? new Agreement(ALIKE, 3) : Agreement.at(OTHER);
    }
}
