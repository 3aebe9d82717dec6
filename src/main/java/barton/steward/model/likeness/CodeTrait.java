package barton.steward.model.likeness;

import java.util.List;
import java.util.function.UnaryOperator;

/// What belongs to one company or person: a host, a profile, a number of a register. Two of them are the same or not.
/// @param folding null where a text says nothing
/// @param floor   the least chance that two others have the same
record CodeTrait(String name, Said said, UnaryOperator<String> folding, double floor) implements Trait {
    static final int SAME = 0;
    static final int OTHER = 1;

    @Override
    public Object fold(Told record) {
        String text = record.said(said);
        return text == null ? null : folding.apply(text);
    }

    @Override
    public List<String> values(Object folded) {
        return List.of(name + folded);
    }

    @Override
    public List<String> keys(Object folded) {
        return List.of((String) folded);
    }

    @Override
    public Agreement compare(Object one, Object other, Frequencies frequencies) {
        return one.equals(other) ? new Agreement(SAME, frequencies.bits(name, (String) one, 2, floor)) : Agreement.at(OTHER);
    }
}
