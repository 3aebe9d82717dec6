package barton.steward.db.rollback;

import barton.steward.db.drift.CatalogueObject;
import barton.steward.db.drift.SchemaCatalogue;
import barton.steward.model.StewardException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A point of the database's own history to which it can go back, with all that it consists of there.
///
/// The versions after 006 are this program's, whose functions fit only to its present schema: they go together, or not at all.
/// @param version as the history counts, `006`
record HistoryPoint(String version) {
    /// The history has no 005.
    static final List<String> VERSIONS = List.of("000", "001", "002", "003", "004", "006");

    /// The point that is meant by a version.
    static HistoryPoint of(int version) {
        if (version < 0 || version > 6) {
            throw StewardException.refused("The database cannot go back to version " + version + " alone: the versions after 006 are"
                    + " taken back together. Nothing was changed.",
                    "The nearest point is 006; 004, 003, 002, 001 and 000 are the others.");
        }
        return new HistoryPoint("%03d".formatted(version == 5 ? 4 : version));
    }

    /// Everything that the history makes up to here, in an order in which it could be made. A file says so, which a test compares.
    List<CatalogueObject> objects() {
        return SchemaCatalogue.history().stream().filter(object -> object.since().compareTo(version) <= 0)
                .map(SchemaCatalogue.Made::object).toList();
    }

    boolean isBefore(String other) {
        return version.compareTo(other) < 0;
    }

    /// By what an object is known among others.
    static Set<String> keys(List<CatalogueObject> objects) {
        return objects.stream().map(CatalogueObject::key).collect(Collectors.toSet());
    }
}
