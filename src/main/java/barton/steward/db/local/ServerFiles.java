package barton.steward.db.local;

import barton.steward.config.Folders;
import java.io.IOException;
import java.nio.file.Path;

/// The names of the files around one home's server.
/// @param folder the home's notes on the server, private; the data themselves may lie elsewhere
/// @param homeData where the data lie unless an unprivileged account must reach them
record ServerFiles(Path folder, Path homeData, Path cache, Path log, Path keeperLog) {
    static ServerFiles in(Folders folders) {
        return new ServerFiles(folders.data().resolve("server"), folders.data().resolve("postgres"), folders.cache(),
                folders.state().resolve("postgres.log"), folders.state().resolve("postgres-keeper.log"));
    }

    /// Those around another home's server, told by its folder of notes.
    ServerFiles of(Path otherFolder) {
        return new ServerFiles(otherFolder, otherFolder.resolveSibling(homeData.getFileName()), cache, log, keeperLog);
    }

    void create() throws IOException {
        PrivateFiles.folder(folder);
        PrivateFiles.folder(cache);
        PrivateFiles.folder(log.getParent());
    }

    /// Locked shared by every process that uses the server, exclusively by who stops it.
    Path users() {
        return users(folder);
    }

    static Path users(Path folder) {
        return folder.resolve("users.lock");
    }

    /// Locked by who looks whether the server runs and starts it.
    Path start() {
        return folder.resolve("start.lock");
    }

    /// Locked by the keeper for its lifetime.
    Path keeper() {
        return keeper(folder);
    }

    static Path keeper(Path folder) {
        return folder.resolve("keeper.lock");
    }

    /// The command that stops the running server, one word a line.
    Path stop() {
        return stop(folder);
    }

    static Path stop(Path folder) {
        return folder.resolve("stop");
    }

    /// Of the role that the application works as.
    Path password() {
        return folder.resolve("password");
    }

    Path superuserPassword() {
        return folder.resolve("superuser-password");
    }

    /// What a [Placement] and the last port are kept in.
    Path notes() {
        return folder.resolve("server.properties");
    }
}
