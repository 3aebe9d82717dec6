package barton.steward.dao.database;

import barton.steward.db.Database;
import barton.steward.model.StewardException;
import java.util.Optional;
import java.util.function.Consumer;

/// What the database itself knows of it.
public final class JdbiConnectivity implements Connectivity {
    private final Database database;

    public JdbiConnectivity(Database database) {
        this.database = database;
    }

    @Override
    public Runnable watch(Consumer<Optional<StewardException>> sink) {
        return database.watch(sink);
    }

    @Override
    public void probe() {
        database.probe();
    }
}
