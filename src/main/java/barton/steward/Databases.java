package barton.steward;

import barton.steward.config.ConnectionSettings;
import barton.steward.config.ConnectionSource;
import barton.steward.config.Folders;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.db.Schema;
import barton.steward.db.local.LocalServer;
import barton.steward.model.StewardException;
import barton.steward.model.database.Backup;
import barton.steward.model.database.Check;
import barton.steward.model.database.Examination;
import barton.steward.model.database.Repair;
import barton.steward.model.database.Rollback;
import barton.steward.model.database.RollbackRequest;
import barton.steward.model.database.SchemaResult;
import barton.steward.model.database.SchemaState;
import barton.steward.model.database.Takeover;
import barton.steward.service.OpenSession;
import barton.steward.service.Session;
import barton.steward.service.SessionFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Opens sessions on the databases that an environment names. The local one is started and migrated on the way; a configured one has
/// to be migrated before, by a steward who meant it.
final class Databases implements SessionFactory {
    private final Map<String, String> environment;
    private final Consumer<String> progress;

    /// @param progress told what takes its time, in sentences, on the calling thread
    Databases(Map<String, String> environment, Consumer<String> progress) {
        this.environment = environment;
        this.progress = progress;
    }

    @Override
    public OpenSession open(Optional<String> uri, Optional<String> executor) {
        Way way = way(uri);
        try {
            if (way.settings().local()) {
                accept(schema(way).migrate());
            } else {
                accept(schema(way).state());
            }
        } catch (RuntimeException e) {
            way.close();
            throw e;
        }
        String name = executor.orElseGet(() -> System.getProperty("user.name"));
        return new OpenSession(Session.over(JdbiDaos.over(way.database()), way.settings().label(), name), way.news(), way::close);
    }

    /// Brings the schema of a database to the present version.
    /// @param takeover whether a database that was made by hand may be taken over
    SchemaResult migrate(Optional<String> uri, Takeover takeover) {
        try (Way way = way(uri)) {
            return schema(way).take(takeover);
        }
    }

    /// Puts back what of the schema of a database at the present version can be put back without touching a row.
    Repair repair(Optional<String> uri) {
        try (Way way = way(uri)) {
            return schema(way).repair();
        }
    }

    /// Writes a backup, and finds it whole by restoring it elsewhere.
    Backup backUp(Optional<String> uri, Optional<Path> to) {
        try (Way way = way(uri)) {
            if (way.settings().local()) {
                accept(schema(way).migrate());
            }
            return new Backups(environment, progress).write(schema(way), to);
        }
    }

    /// Puts a backup in the place of what is in a database.
    Backup restore(Optional<String> uri, Path file, boolean replace) {
        try (Way way = way(uri)) {
            accept(schema(way).migrate());
            return new Backups(environment, progress).restore(schema(way), file, replace);
        }
    }

    /// Takes a database back to a point of its own history, in one transaction.
    Rollback rollback(Optional<String> uri, RollbackRequest request) {
        try (Way way = way(uri)) {
            return schema(way).rollback(request);
        }
    }

    /// Looks at a database as it is, whatever it is, and changes nothing in it; the local one is set up first, as for every command.
    Examination examine(Optional<String> uri) {
        try (Way way = way(uri)) {
            if (way.settings().local()) {
                schema(way).migrate();
            }
            Examination found = JdbiDaos.over(way.database()).doctor().examine();
            Stream<Check> outside = Stream.concat(Stream.of(way.settings().label()), way.news().stream())
                    .map(sentence -> new Check("connection", true, sentence));
            return new Examination(Stream.concat(outside, found.checks().stream()).toList(), found.differences());
        }
    }

    private Way way(Optional<String> uri) {
        Runnable waiting = () -> progress.accept("Waiting for the database …");
        return ConnectionSource.resolve(uri, environment)
                .map(settings -> new Way(settings, Database.connect(settings, waiting), Optional.empty(), () -> { }))
                .orElseGet(() -> {
                    LocalServer server = LocalServer.join(Folders.of(environment), progress);
                    return new Way(server.settings(), Database.connect(server.settings(), waiting, server::revive), server.news(),
                            server::close);
                });
    }

    private Schema schema(Way way) {
        return new Schema(way.database(), way.settings().pooled(), progress);
    }

    private static void accept(SchemaResult result) {
        if (result instanceof SchemaResult.Refused(var reasons, var advice)) {
            throw StewardException.refused(String.join(" ", reasons), advice);
        }
    }

    private static void accept(SchemaState state) {
        switch (state) {
            case SchemaState.Current _ -> { }
            case SchemaState.Empty _ -> throw StewardException.refused("The database is empty: Barton Steward has no tables in it yet.",
                    "`steward migrate` makes them.");
            case SchemaState.Pending(var migrations) -> throw StewardException.refused(
                    "The database is older than this program: it lacks %d of its migrations.".formatted(migrations.size()),
                    "`steward migrate` brings it up to date.");
            case SchemaState.Adoptable _ -> throw StewardException.refused(
                    "The database was made by hand: it has all of the tables, but no history of migrations.",
                    "`steward migrate --adopt` takes it over; no row of it is changed.");
            case SchemaState.Newer(var migrations) -> throw StewardException.refused(
                    "A newer version of Barton Steward has migrated this database: %s.".formatted(String.join(", ", migrations)),
                    "Update Barton Steward.");
            case SchemaState.TooOld old -> throw StewardException.refused(old.sentence(), "Use another server, or have this one upgraded.");
            case SchemaState.Foreign(var reasons) -> throw StewardException.refused(
                    "This is no database of Barton Steward. " + String.join(" ", reasons), "Check the address.");
        }
    }

    /// A database and the way to it, which leads through the local server where that is the database.
    private record Way(ConnectionSettings settings, Database database, Optional<String> news, Runnable leaveServer)
            implements AutoCloseable {
        @Override
        public void close() {
            database.close();
            leaveServer.run();
        }
    }
}
