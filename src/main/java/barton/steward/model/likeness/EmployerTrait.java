package barton.steward.model.likeness;

import java.util.List;

/// The company that a person works for, by its name.
record EmployerTrait(String name, Said said, double floor) implements Trait {
    static final int SAME = 0;
    static final int ALIKE = 1;
    static final int OTHER = 2;
    private static final NameTrait NAMES = new NameTrait("company", Said.COMPANY);
    private static final double ALIKE_COSTS = 1.5;

    @Override
    public Object fold(Told record) {
        return record.companyName(said);
    }

    @Override
    public List<String> values(Object folded) {
        return List.of(name + ((CompanyName) folded).joined());
    }

    @Override
    public List<String> areas(Object folded) {
        return List.of(((CompanyName) folded).joined());
    }

    @Override
    public Agreement compare(Object one, Object other, Frequencies frequencies) {
        int level = NAMES.compare(one, other, frequencies).level();
        double bits = Math.min(bits(one, frequencies), bits(other, frequencies));
        return level <= NameTrait.ORDER ? new Agreement(SAME, bits)
                : level <= NameTrait.MUCH ? new Agreement(ALIKE, bits - ALIKE_COSTS) : Agreement.at(OTHER);
    }

    private double bits(Object folded, Frequencies frequencies) {
        return frequencies.bits(name, ((CompanyName) folded).joined(), 2, floor);
    }
}
