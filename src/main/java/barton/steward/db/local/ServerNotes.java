package barton.steward.db.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/// What a home remembers of its server between two starts.
/// @param data where the data lie, where that is not the home's own place
/// @param account the account that owns them there
/// @param port the port of the last start
/// @param machine where that was, in the words of [#here]
/// @param server the name that the server of the last start goes by, so that it is known by more than its port
/// @param home whose data those are that lie elsewhere
record ServerNotes(Optional<Path> data, Optional<String> account, Optional<Integer> port, Optional<String> machine,
                   Optional<String> server, Optional<Path> home) {
    static ServerNotes read(ServerFiles files) throws IOException {
        var properties = new Properties();
        if (Files.exists(files.notes())) {
            load(properties, files.notes());
        }
        // A path inside the home is kept relative, so that the home may be moved.
        return new ServerNotes(Optional.ofNullable(properties.getProperty("data")).map(files.homeData()::resolveSibling),
                Optional.ofNullable(properties.getProperty("account")),
                Optional.ofNullable(properties.getProperty("port")).filter(port -> port.matches("\\d{1,5}")).map(Integer::valueOf),
                Optional.ofNullable(properties.getProperty("machine")),
                Optional.ofNullable(properties.getProperty("server")),
                Optional.ofNullable(properties.getProperty("home")).map(Path::of));
    }

    private static void load(Properties properties, Path file) throws IOException {
        try {
            properties.load(new StringReader(Files.readString(file)));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is damaged: " + e.getMessage(), e);
        }
    }

    ServerNotes at(Path newData, String newAccount, ServerFiles files) {
        return new ServerNotes(Optional.of(newData), Optional.of(newAccount), port, machine, server, Optional.of(files.folder()));
    }

    ServerNotes on(int newPort, String newServer, ServerFiles files) throws IOException {
        return new ServerNotes(data, account, Optional.of(newPort), Optional.of(here()), Optional.of(newServer),
                data.map(elsewhere -> home.orElse(files.folder())));
    }

    /// Whether the last start was where its process can be seen from here.
    boolean startedHere() throws IOException {
        return machine.isEmpty() || machine.get().equals(here());
    }

    /// Whether the last start was on this run of this machine, in whatever container.
    boolean startedOnThisKernel() throws IOException {
        return startedHere() || machine.orElseThrow().split(" ")[0].equals(here().split(" ")[0]);
    }

    /// The folder of the server's socket.
    Path socket(ServerFiles files) {
        return data.map(Path::getParent).orElse(files.folder()).resolve("socket");
    }

    /// This run of this machine or container; always the same where the system does not tell.
    private static String here() throws IOException {
        Path boot = Path.of("/proc/sys/kernel/random/boot_id");
        Path processes = Path.of("/proc/self/ns/pid");
        return Files.exists(boot) && Files.exists(processes)
                ? Files.readString(boot).strip() + " " + Files.readSymbolicLink(processes) : "here";
    }

    void write(ServerFiles files) throws IOException {
        Path home = files.homeData().getParent();
        var properties = new Properties();
        data.ifPresent(path -> properties.setProperty("data", (path.startsWith(home) ? home.relativize(path) : path).toString()));
        account.ifPresent(name -> properties.setProperty("account", name));
        port.ifPresent(number -> properties.setProperty("port", number.toString()));
        machine.ifPresent(name -> properties.setProperty("machine", name));
        server.ifPresent(name -> properties.setProperty("server", name));
        this.home.ifPresent(path -> properties.setProperty("home", path.toString()));
        var text = new StringWriter();
        properties.store(text, "Where the local database lies, and as whom and on which port it ran");
        PrivateFiles.write(files.notes(), text.toString());
    }
}
