package barton.steward.db.local;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.config.ConnectionSettings;
import barton.steward.config.Folders;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// A home on trial: its server is stopped and all of it removed at the end. The unpacked programs are shared by all trials.
final class Trial implements AutoCloseable {
    static final Duration LONG = Duration.ofMinutes(5);
    static final Duration SHORT = Duration.ofMillis(400);
    private static final long PLENTY = 2_000_000_000;
    private static final Path PROGRAMS = Path.of("target", "local-server-programs").toAbsolutePath();

    final Path root;
    final Folders folders;
    final ServerFiles files;
    private final Path reachable;
    private final Duration grace;
    private final List<Process> processes = new ArrayList<>();

    private Trial(Path root, Path home, Path reachable, Duration grace, Path programs) {
        this.root = root;
        var below = Folders.below(home);
        this.folders = new Folders(below.config(), below.data(), below.state(), programs);
        this.files = ServerFiles.in(folders);
        this.reachable = reachable;
        this.grace = grace;
    }

    static Trial home(Duration grace) throws IOException {
        Path root = Files.createTempDirectory(parent(), "steward");
        var trial = new Trial(root, root.resolve("home"), root.resolve("reachable"), grace, PROGRAMS);
        ServerRights.open(root, trial.reachable, PROGRAMS);
        return trial;
    }

    /// A home of that name; the programs are unpacked in it.
    static Trial named(String name) throws IOException {
        Path root = Files.createTempDirectory(parent(), "steward");
        var trial = new Trial(root, root.resolve(name), root.resolve("reachable"), LONG, root.resolve(name).resolve("cache"));
        ServerRights.open(root, trial.reachable, PROGRAMS);
        return trial;
    }

    /// Another home, in which nothing is yet.
    Trial beside(String name) throws IOException {
        Path other = Files.createDirectory(root.resolve(name));
        return new Trial(other, other.resolve("home"), reachable, grace, PROGRAMS);
    }

    /// Where the data of a home lie whose server does not run.
    static Placement placement(Trial trial) throws IOException {
        trial.stopServer();
        var options = new LocalOptions(trial.grace, true, trial.reachable);
        return new Placements(trial.files, options, line -> { }).find(ServerNotes.read(trial.files));
    }

    /// In memory where there is plenty, because a server that makes sure of each write keeps a busy disk waiting.
    private static Path parent() throws IOException {
        Path memory = Path.of("/dev/shm");
        boolean plenty = Files.isDirectory(memory) && Files.isWritable(memory) && Files.getFileStore(memory).getUsableSpace() > PLENTY;
        return plenty ? memory : Path.of(System.getProperty("java.io.tmpdir"));
    }

    /// A home that only root can enter, beside a place that every account can reach.
    static Trial rootsHome(Path reachable) throws IOException {
        Path root = Files.createTempDirectory(parent(), "steward");
        return new Trial(root, root.resolve("home"), reachable, LONG, PROGRAMS);
    }

    LocalServer join() {
        return join(true);
    }

    LocalServer join(boolean namespaces) {
        return LocalServer.join(folders, new LocalOptions(grace, namespaces, reachable), line -> { });
    }

    /// Another process that joins, executes the statement and stays.
    BufferedReader user(String statement) throws IOException {
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
                "-cp", System.getProperty("java.class.path"), ServerUser.class.getName(), root.resolve("home").toString(),
                PROGRAMS.toString(), Long.toString(grace.toMillis()), reachable.toString(), statement).redirectErrorStream(true).start();
        processes.add(process);
        return process.inputReader();
    }

    /// The process started last.
    Process lastUser() {
        return processes.getLast();
    }

    static void awaitLine(BufferedReader reader, String start) throws IOException {
        var seen = new ArrayList<String>();
        String line = reader.readLine();
        while (line != null && !line.startsWith(start)) {
            seen.add(line);
            line = reader.readLine();
        }
        assertThat(line).as("after %s", seen).isNotNull();
    }

    Path data() throws IOException {
        return ServerNotes.read(files).data().orElse(files.homeData());
    }

    /// The folder of the server's socket.
    Path socket() throws IOException {
        return ServerNotes.read(files).socket(files);
    }

    Optional<Postmaster> postmaster() throws IOException {
        return Postmaster.runningOn(data());
    }

    /// Ends the server as a power failure would, and returns when the process is gone.
    void killPostmaster() throws Exception {
        var process = ProcessHandle.of(postmaster().orElseThrow().pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(20, TimeUnit.SECONDS);
    }

    void killKeeper() {
        keepers().forEach(ProcessHandle::destroyForcibly);
        await("keeper gone", () -> keepers().isEmpty());
    }

    void stopServer() throws IOException {
        if (postmaster().isPresent()) {
            assertThat(Command.run(Files.readAllLines(files.stop())).done()).isTrue();
        }
    }

    /// The processes that know this home by name: its keeper, and what outlived its starter.
    List<ProcessHandle> around() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> String.join(" ", process.info().arguments().orElse(new String[0])).contains(root + "/"))
                .toList();
    }

    List<ProcessHandle> keepers() {
        return around().stream().filter(p -> List.of(p.info().arguments().orElse(new String[0])).contains(Watchdog.class.getName()))
                .toList();
    }

    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            Command.pause();
        }
    }

    static Connection connect(LocalServer server) throws SQLException {
        ConnectionSettings to = server.settings();
        return DriverManager.getConnection("jdbc:postgresql://" + to.address() + "/" + to.database(), to.user(), password(server));
    }

    static int port(LocalServer server) {
        return server.settings().hosts().getFirst().port();
    }

    static String password(LocalServer server) {
        return server.settings().password().reveal();
    }

    static void execute(LocalServer server, String statement) throws SQLException {
        try (var connection = connect(server); var s = connection.createStatement()) {
            s.execute(statement);
        }
    }

    static String ask(LocalServer server, String question) throws SQLException {
        try (var connection = connect(server); var s = connection.createStatement(); var rows = s.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Override
    public void close() throws IOException {
        processes.forEach(Process::destroyForcibly);
        stopServer();
        around().forEach(ProcessHandle::destroyForcibly);
        await("processes of " + root + " gone", () -> around().isEmpty());
        FileTrees.delete(root);
    }
}
