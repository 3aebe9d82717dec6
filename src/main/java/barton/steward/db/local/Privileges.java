package barton.steward.db.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// As whom PostgreSQL's programs run: they refuse to run as root.
sealed interface Privileges {
    /// The words in front of a command.
    List<String> prefix();

    default List<String> wrap(List<String> command) {
        return Stream.concat(prefix().stream(), command.stream()).toList();
    }

    /// Whether the programs may enter and change the folder.
    default boolean canUse(Path folder) {
        return Command.run(wrap(List.of("test", "-x", folder.toString(), "-a", "-w", folder.toString()))).done();
    }

    /// Whether the programs may go through the folder.
    default boolean canEnter(Path folder) {
        return Command.run(wrap(List.of("test", "-x", folder.toString()))).done();
    }

    /// As the user who runs us.
    record Direct() implements Privileges {
        @Override
        public List<String> prefix() {
            return List.of();
        }
    }

    /// As root without its powers, in a user namespace: the data stay root's.
    record Namespace() implements Privileges {
        @Override
        public List<String> prefix() {
            return List.of("unshare", "-U");
        }

        /// Whether the system lets us, and gives the user in there a name, which PostgreSQL wants.
        boolean works() {
            return Command.run(wrap(List.of("id", "-un"))).done();
        }
    }

    /// As an unprivileged account: the data must be its own and lie where it can reach them.
    record Account(String name, int uid, int gid, Means means) implements Privileges {
        private static final List<String> NAMES = List.of("postgres", "nobody");

        @Override
        public List<String> prefix() {
            return means.prefix(this);
        }

        /// The first account that there is and that we can turn into; empty where there is none.
        static Optional<Account> any() {
            return NAMES.stream().flatMap(name -> named(name).stream()).findFirst();
        }

        /// Empty where there is no such account, or no means to turn into it.
        static Optional<Account> named(String name) {
            var uid = Command.run(List.of("id", "-u", name));
            var gid = Command.run(List.of("id", "-g", name));
            if (!uid.done() || !gid.done()) {
                return Optional.empty();
            }
            return Stream.of(Means.values())
                    .map(means -> new Account(name, Integer.parseInt(uid.output()), Integer.parseInt(gid.output()), means))
                    .filter(Account::works).findFirst();
        }

        boolean works() {
            return Command.run(wrap(List.of("id", "-u"))).output().equals(Integer.toString(uid));
        }

        /// Gives a file or folder, not what is in it, to the account.
        void own(Path path) throws IOException {
            Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /// The ways to turn into an account, the leanest first.
    enum Means {
        SETPRIV("setpriv", "--reuid", "UID", "--regid", "GID", "--clear-groups", "--"),
        RUNUSER("runuser", "-u", "NAME", "--"),
        SU("su", "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", "--", "NAME");

        private final List<String> words;

        Means(String... words) {
            this.words = List.of(words);
        }

        List<String> prefix(Account account) {
            return words.stream().map(word -> switch (word) {
                case "UID" -> Integer.toString(account.uid());
                case "GID" -> Integer.toString(account.gid());
                case "NAME" -> account.name();
                default -> word;
            }).toList();
        }
    }

    /// Whether this process is Linux's root.
    static boolean isRoot() {
        try {
            return Files.exists(Path.of("/proc/self")) && Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
