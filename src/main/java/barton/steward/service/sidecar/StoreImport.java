package barton.steward.service.sidecar;

import barton.steward.model.StewardException;
import barton.steward.service.store.ObjectStore;
import barton.steward.service.store.StoredFile;
import barton.steward.service.store.TemporaryFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The enriched files that wait in a store, one after the other. Those that we put there end in [#ON_THE_WAY_OUT] and are passed over.
public final class StoreImport {
    /// How the names of files end that are to be enriched.
    public static final String ON_THE_WAY_OUT = ".to-enrich.json";
    private static final String JSON = ".json";

    private final ObjectStore store;

    public StoreImport(ObjectStore store) {
        this.store = store;
    }

    /// What is done with a file that was brought here.
    public interface Taking<T> {
        T take(Path file);
    }

    /// A file of the store: what came of it, and why it could not be taken, null where it could.
    public record Result<T>(String address, T taken, StewardException refused) {
    }

    /// Takes each file for itself: one that is refused keeps no other back. Any other failure ends it; what was taken until then stays.
    public <T> List<Result<T>> each(Taking<T> taking) {
        var results = new ArrayList<Result<T>>();
        for (StoredFile file : store.list()) {
            if (file.name().endsWith(JSON) && !file.name().endsWith(ON_THE_WAY_OUT)) {
                results.add(one(file, taking));
            }
        }
        return results;
    }

    private <T> Result<T> one(StoredFile file, Taking<T> taking) {
        String address = store.address(file.name());
        try {
            return new Result<>(address, TemporaryFolder.use(folder -> taking.take(store.fetch(file, folder))), null);
        } catch (StewardException e) {
            if (e.kind() != StewardException.Kind.REFUSED) {
                throw e;
            }
            return new Result<>(address, null, e);
        }
    }
}
