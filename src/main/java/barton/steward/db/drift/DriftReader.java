package barton.steward.db.drift;

import barton.steward.model.database.Difference;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Looks at a database that is at the present version for what is not as this version makes it.
public final class DriftReader {
    private DriftReader() {
    }

    /// Every difference, in the order in which it could be mended. Within a transaction.
    public static List<Difference> read(Handle handle) {
        return read(handle, SchemaCatalogue.expected());
    }

    static List<Difference> read(Handle handle, List<CatalogueObject> expected) {
        List<CatalogueObject> present = SchemaCatalogue.present(handle);
        boolean adopted = handle.createQuery("SELECT EXISTS (SELECT FROM shq.flyway_schema_history h WHERE h.type = 'BASELINE')")
                .mapTo(Boolean.class).one();
        return new Drift(expected, present, adopted).differences();
    }
}
