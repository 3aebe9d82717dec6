package barton.steward.model.likeness;

/// How two records compare in one trait.
/// @param level the number of the trait's level, the most alike being 0
/// @param bits  -log2 of the chance that two others agree so, where it depends on what they say; NaN where it is the level's
record Agreement(int level, double bits) {
    static Agreement at(int level) {
        return new Agreement(level, Double.NaN);
    }
}
