package barton.steward.db.local;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;

/// A process of its own, one for a server, that stops it when nobody has used it for a while. It outlives whoever started it.
public final class Watchdog {
    private static final Duration LONGEST_POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Path folder;
    private final Duration grace;

    private Watchdog(Path folder, Duration grace) {
        this.folder = folder;
        this.grace = grace;
    }

    /// @param args the folder of the server's files, and the grace in milliseconds
    public static void main(String[] args) throws IOException, InterruptedException {
        new Watchdog(Path.of(args[0]), Duration.ofMillis(Long.parseLong(args[1]))).keep();
    }

    private void keep() throws IOException, InterruptedException {
        // The keeper's lock goes before the users are let in again: the next one must see that there is no keeper any more.
        try (var users = open(ServerFiles.users(folder)); var keeper = open(ServerFiles.keeper(folder))) {
            if (isOnly(keeper)) {
                waitUntilUnused(users);
                stop();
            }
        }
    }

    /// Whoever looks whether there is a keeper holds its lock for a moment.
    private static boolean isOnly(FileChannel keeper) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (keeper.tryLock() == null) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(50);
        }
        return true;
    }

    /// Returns with the users locked out.
    private void waitUntilUnused(FileChannel users) throws IOException, InterruptedException {
        Path file = ServerFiles.users(folder);
        Duration poll = grace.dividedBy(4).compareTo(LONGEST_POLL) < 0 ? grace.dividedBy(4) : LONGEST_POLL;
        FileTime lastChange = Files.getLastModifiedTime(file);
        long lastUse = System.nanoTime();
        while (true) {
            FileLock alone = Users.lockOut(users);
            FileTime change = Files.getLastModifiedTime(file);
            if (alone == null || !change.equals(lastChange)) {
                lastUse = System.nanoTime();
                lastChange = change;
            } else if (System.nanoTime() - lastUse >= grace.toNanos()) {
                return;
            }
            if (alone != null) {
                alone.release();
            }
            Thread.sleep(poll);
        }
    }

    /// What the command says goes where our own output goes.
    private void stop() throws IOException, InterruptedException {
        var command = new ProcessBuilder(Files.readAllLines(ServerFiles.stop(folder))).inheritIO();
        if (File.separatorChar == '/') {
            command.directory(new File("/"));
        }
        int exit = command.start().waitFor();
        System.out.println("The command to stop ended with " + exit + ".");
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
