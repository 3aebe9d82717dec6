package barton.steward.db.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// A file lock that one process holds at a time. Not for two threads of one process.
record Exclusive(FileChannel channel) implements AutoCloseable {
    /// Waits for the lock.
    static Exclusive on(Path file, Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        var lock = new Exclusive(open(file));
        while (lock.channel.tryLock() == null) {
            if (System.nanoTime() > deadline) {
                lock.close();
                throw new IOException("Another program has held " + file + " for " + patience.toSeconds() + " s.");
            }
            Command.pause();
        }
        return lock;
    }

    /// Whether nobody holds the lock.
    static boolean isFree(Path file) throws IOException {
        try (var channel = open(file)) {
            return channel.tryLock() != null;
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
