package barton.steward.db.local;

import static barton.steward.db.local.Failures.failed;
import static barton.steward.db.local.Failures.refused;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Joins the server of a home where it runs, else starts it. One at a time.
record ServerStart(ServerFiles files, Users users, LocalOptions options, Consumer<String> progress) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration RETRY = Duration.ofSeconds(20);
    /// The longest path of a socket that every system takes, without `/.s.PGSQL.65535`.
    private static final int LONGEST_SOCKET_FOLDER = 103 - 15;
    private static final String RENEWED = "The password of the local database was lost or not right, so it got a new one. The data are"
            + " as they were.";
    private static final String STILL_STARTING_OR_STOPPING = "57P03";
    private static final Set<String> UNREACHABLE = Set.of("08001", "08004", "08006", "53300", STILL_STARTING_OR_STOPPING);

    /// The port on which the database is ready, and what had to be mended for it, in a sentence.
    record Ready(int port, Optional<String> news) {
    }

    Ready ready() throws IOException {
        ServerNotes notes = ServerNotes.read(files);
        HomeOwner.refuseCopied(files, notes);
        Optional<Postmaster> running = Postmaster.runningOn(notes.data().orElse(files.homeData()));
        if (running.isEmpty() && !notes.startedHere()) {
            new ForeignServer(files, notes, users).refuseUnlessGone();
        }
        Optional<Superuser.Entry> entry = running.isPresent() ? entry(running.get()) : Optional.empty();
        Postmaster server = entry.isPresent() ? running.get() : start(notes, false);
        if (entry.isEmpty()) {
            entry = entry(server);
        }
        boolean lockedOut = entry.equals(Optional.of(Superuser.Entry.NOT_AT_ALL));
        if (lockedOut) {
            stop(server);
            server = start(notes, true);
            entry = entry(server);
        }
        if (entry.isEmpty() || entry.get() == Superuser.Entry.NOT_AT_ALL) {
            throw refused("The local database stopped right after its start, or does not let us in. The data are untouched.",
                    new ServerLog(files.log()).advice(0));
        }
        WatchdogLauncher.ensure(files, options.grace());
        return new Ready(server.port(), lockedOut || entry.get() == Superuser.Entry.WITH_NEW_PASSWORD ? Optional.of(RENEWED)
                : Optional.empty());
    }

    /// Waits for a server that is still starting; empty where it stops instead.
    private Optional<Superuser.Entry> entry(Postmaster server) throws IOException {
        var superuser = new Superuser(server.port(), new Passwords(files));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return Optional.of(superuser.letOwnerIn());
            } catch (SQLException e) {
                if (!server.isAlive()) {
                    return Optional.empty();
                }
                if (!UNREACHABLE.contains(String.valueOf(e.getSQLState())) || System.nanoTime() > deadline) {
                    throw failed("The local database runs, but does not let us in.", new ServerLog(files.log()).advice(0), e);
                }
                Command.pause();
            }
        }
    }

    /// By its process, because the file with the command that stops it may be lost with the password.
    private void stop(Postmaster server) throws IOException {
        progress.accept("The password of the local database is not right; it gets a new one…");
        server.stop();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (server.isAlive()) {
            if (System.nanoTime() > deadline) {
                throw refused("The local database runs, but does not let us in, and does not stop either. The data are untouched.",
                        "Stop the process " + server.pid() + ".");
            }
            Command.pause();
        }
    }

    /// @param renew whether the administrator needs a new password
    private Postmaster start(ServerNotes notes, boolean renew) throws IOException {
        Placement placement = new Placements(files, options, progress).find(notes);
        var folder = new DataFolder(placement, files);
        folder.prepare(progress);
        var log = new ServerLog(files.log());
        log.roll();
        Postmaster.disown(placement.data());
        if (renew) {
            folder.renewSuperuserPassword();
        }
        PrivateFiles.write(files.stop(), String.join("\n", placement.stop()) + "\n");
        progress.accept("Starting the local database…");
        String name = "steward-" + Placements.hash(placement.data());
        int port = ServerNotes.read(files).port().filter(ServerStart::isFree).orElseGet(ServerStart::freePort);
        long deadline = System.nanoTime() + RETRY.toNanos();
        long before = log.size();
        while (Command.runInto(files.log(), startCommand(placement, name, port)) != 0) {
            String said = log.since(before);
            // The processes of a server that was killed may need a moment to see it; another program may take the port before us.
            boolean passing = said.contains("is still in use") || !isFree(port);
            if (!passing || System.nanoTime() > deadline) {
                throw refused("The local database did not start. The data are untouched.", log.advice(before));
            }
            Command.pause();
            before = log.size();
            port = isFree(port) ? port : freePort();
        }
        ServerNotes.read(files).on(port, name, files).write(files);
        return Postmaster.runningOn(placement.data()).orElseThrow(
                () -> new IOException("The local database stopped right after its start; its log is " + files.log() + "."));
    }

    private List<String> startCommand(Placement placement, String name, int port) throws IOException {
        String options = "-p " + port + " -c cluster_name=" + name + " -c listen_addresses=" + LocalServer.HOST
                + " -c unix_socket_directories=" + socket(placement)
                + " -c unix_socket_permissions=0700 -c fsync=on -c synchronous_commit=on -c full_page_writes=on";
        return placement.command("pg_ctl", "-D", placement.data().toString(), "-w", "-t", "600", "-o", options, "start");
    }

    /// The socket's folder in the words of a shell and of PostgreSQL's list; nothing where the path is too long or there are no sockets.
    static String socket(Placement placement) throws IOException {
        Path folder = placement.socket();
        if (!PrivateFiles.POSIX || folder.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_SOCKET_FOLDER) {
            return "";
        }
        if (!Files.isDirectory(folder)) {
            PrivateFiles.folder(folder);
            placement.own(folder);
        }
        String listed = '"' + folder.toString().replace("\"", "\"\"") + '"';
        return "'" + listed.replace("'", "'\\''") + "'";
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
