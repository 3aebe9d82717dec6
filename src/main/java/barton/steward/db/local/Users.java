package barton.steward.db.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// This process's hold on a server, one for all its uses: a shared lock, which the system takes back when the process dies.
/// The file is opened once only, because closing any second handle on it would drop the lock; and never through an interruptible
/// write, which would close it.
final class Users {
    private static final Map<Path, Users> HELD = new HashMap<>();
    /// The byte that is locked; the one before it is written to show that somebody came or left.
    private static final long LOCKED = 1;

    private final Path path;
    private final RandomAccessFile file;
    private FileLock lock;
    private int uses;

    private Users(Path path) throws IOException {
        this.path = path;
        this.file = new RandomAccessFile(path.toFile(), "rw");
        try {
            lock = file.getChannel().lock(LOCKED, 1, true);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /// Comes in; waits while the server is being stopped.
    static Users join(Path path) throws IOException {
        synchronized (HELD) {
            Users users = HELD.get(path);
            if (users == null) {
                users = new Users(path);
                HELD.put(path, users);
            }
            users.uses++;
            users.touch();
            return users;
        }
    }

    /// Whether no other process has a hold. Only for who looks whether the server runs, when there is no keeper.
    boolean areAlone() throws IOException {
        synchronized (HELD) {
            lock.release();
            try (FileLock alone = lockOut(file.getChannel())) {
                return alone != null;
            } finally {
                lock = file.getChannel().lock(LOCKED, 1, true);
            }
        }
    }

    /// Gives back one use.
    void leave() throws IOException {
        synchronized (HELD) {
            touch();
            if (--uses == 0) {
                HELD.remove(path);
                file.close();
            }
        }
    }

    /// A lock that nobody else can share, null while somebody holds one.
    static FileLock lockOut(FileChannel channel) throws IOException {
        return channel.tryLock(LOCKED, 1, false);
    }

    private void touch() throws IOException {
        file.seek(0);
        file.write('.');
    }
}
