package barton.steward;

import barton.steward.config.ConnectionSettings;
import barton.steward.config.ConnectionSource;
import barton.steward.config.Folders;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.db.Schema;
import barton.steward.db.local.LocalServer;
import barton.steward.model.SchemaResult;
import barton.steward.model.StewardException;
import barton.steward.service.Desk;
import barton.steward.service.Desks;
import barton.steward.service.OpenDesk;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Opens desks on the databases that an environment names. The local one is started and migrated on the way; a configured one is
/// taken as it is.
final class Databases implements Desks {
    private final Map<String, String> environment;
    private final Consumer<String> progress;

    /// @param progress told what takes its time, in sentences, on the calling thread
    Databases(Map<String, String> environment, Consumer<String> progress) {
        this.environment = environment;
        this.progress = progress;
    }

    @Override
    public OpenDesk open(Optional<String> uri, Optional<String> executor) {
        String name = executor.orElseGet(() -> System.getProperty("user.name"));
        return ConnectionSource.resolve(uri, environment).map(settings -> openConfigured(settings, name)).orElseGet(() -> openLocal(name));
    }

    private OpenDesk openConfigured(ConnectionSettings settings, String executor) {
        Database database = connect(settings);
        return new OpenDesk(desk(database, settings, executor), database::close);
    }

    private OpenDesk openLocal(String executor) {
        LocalServer server = LocalServer.join(Folders.of(environment), progress);
        try {
            Database database = connect(server.settings());
            if (new Schema(database, false, progress).migrate() instanceof SchemaResult.Refused(var reasons, var advice)) {
                throw StewardException.refused(String.join(" ", reasons), advice);
            }
            return new OpenDesk(desk(database, server.settings(), executor), () -> {
                database.close();
                server.close();
            });
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private Database connect(ConnectionSettings settings) {
        return Database.connect(settings, () -> progress.accept("Waiting for the database …"));
    }

    private static Desk desk(Database database, ConnectionSettings settings, String executor) {
        return Desk.over(JdbiDaos.over(database), settings.label(), executor);
    }
}
