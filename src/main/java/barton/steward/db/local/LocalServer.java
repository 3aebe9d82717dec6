package barton.steward.db.local;

import barton.steward.config.ConnectionSettings;
import barton.steward.config.Folders;
import barton.steward.config.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One use of a home's own PostgreSQL server, shared with all other windows and commands of that home. Closing it is leaving: the
/// server stops by itself a while after the last use, and outlives the death of any of its users.
public final class LocalServer implements AutoCloseable {
    static final String HOST = "127.0.0.1";
    private static final Logger LOG = LoggerFactory.getLogger(LocalServer.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Folders folders;
    private final LocalOptions options;
    private final Users users;
    private final ConnectionSettings settings;
    private final Optional<String> news;
    private boolean left;

    private LocalServer(Folders folders, LocalOptions options, Users users, ConnectionSettings settings, Optional<String> news) {
        this.folders = folders;
        this.options = options;
        this.users = users;
        this.settings = settings;
        this.news = news;
    }

    /// Finds the server running or starts it, making what is missing; data are never deleted. Blocks for seconds at the first start.
    /// @param progress told what takes its time, in words for the user, on the calling thread
    /// @throws barton.steward.model.StewardException of kind NO_DATABASE
    public static LocalServer join(Folders folders, Consumer<String> progress) {
        return join(folders, LocalOptions.STANDARD, progress);
    }

    static synchronized LocalServer join(Folders folders, LocalOptions options, Consumer<String> progress) {
        var files = ServerFiles.in(folders);
        try {
            HomeOwner.refuseUnspeakable(files);
            HomeOwner.refuseRootInAnothers(files);
            files.create();
            Users users = Users.join(files.users());
            try (var _ = Exclusive.on(files.start(), PATIENCE)) {
                ServerStart.Ready ready = new ServerStart(files, users, options, progress).ready();
                ready.news().ifPresent(LOG::warn);
                String password = new Passwords(files).owner().orElseThrow();
                var settings = ConnectionSettings.local(ready.port(), Superuser.DATABASE, Superuser.OWNER, Secret.of(password),
                        ServerNotes.read(files).server());
                return new LocalServer(folders, options, users, settings, ready.news());
            } catch (Throwable e) {
                users.leave();
                throw e;
            }
        } catch (IOException | UncheckedIOException e) {
            throw Failures.failed("The local database cannot be used: " + e.getMessage(),
                    "Look whether " + files.folder() + " can be written and the disk has room. The data are untouched.", e);
        }
    }

    /// Stops the home's server, whoever uses it, and deletes its data: for a home that was made to be thrown away.
    /// Does nothing where there is no server.
    /// @throws barton.steward.model.StewardException of kind NO_DATABASE where the server does not stop; the data are untouched then
    public static void discard(Folders folders) {
        var files = ServerFiles.in(folders);
        try {
            if (!Files.exists(files.stop())) {
                return;
            }
            try (var _ = Exclusive.on(files.start(), PATIENCE)) {
                ServerNotes notes = ServerNotes.read(files);
                HomeOwner.refuseCopied(files, notes);
                Path data = notes.data().orElse(files.homeData());
                if (Postmaster.runningOn(data).isPresent() && !Command.run(Files.readAllLines(files.stop())).done()) {
                    throw Failures.failed("The local database in " + data + " does not stop.", "Stop it with pg_ctl.", null);
                }
                boolean outside = !data.equals(files.homeData());
                FileTrees.delete(outside ? data.getParent() : data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Starts the server again where it has died, on the same port if that is free, and tells the way to it.
    /// @throws barton.steward.model.StewardException of kind NO_DATABASE
    public ConnectionSettings revive() {
        try (var again = join(folders, options, line -> { })) {
            return again.settings();
        }
    }

    /// The way to the application's own database on this server, as it was when we came in.
    public ConnectionSettings settings() {
        return settings;
    }

    /// What had to be mended on the way in, in a sentence that the user should see; empty as a rule.
    public Optional<String> news() {
        return news;
    }

    @Override
    public synchronized void close() {
        if (left) {
            return;
        }
        left = true;
        try {
            users.leave();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
