package barton.steward.model.likeness;

/// The kind of a company's legal form, of which the names say nothing any more.
record FormTrait(String name, Said said) implements Trait {
    @Override
    public Object fold(Told record) {
        CompanyName folded = record.companyName(said);
        return folded == null ? null : folded.form();
    }

    @Override
    public boolean standsAlone() {
        return true;
    }

    @Override
    public Agreement compare(Object one, Object other, Frequencies frequencies) {
        return Agreement.at(one.equals(other) ? 0 : 1);
    }
}
