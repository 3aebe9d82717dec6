package barton.steward.config;

import barton.steward.config.ConnectionSettings.Host;
import barton.steward.model.StewardException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// libpq's password file: lines `host:port:database:user:password`, where `*` fits everything and a backslash takes the next
/// letter as it is; the first line that fits counts.
record PasswordFile(Optional<Path> path) {
    private static final Set<PosixFilePermission> OWN = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE);

    /// The file that `passfile` names, else `~/.pgpass`.
    static PasswordFile of(Map<String, String> parameters, Map<String, String> environment) {
        Optional<Path> usual = ConnectionSource.value(environment, "APPDATA").map(d -> Path.of(d, "postgresql", "pgpass.conf"))
                .or(() -> ConnectionSource.value(environment, "HOME").map(h -> Path.of(h, ".pgpass")));
        return new PasswordFile(Optional.ofNullable(parameters.get("passfile")).map(Path::of).or(() -> usual).filter(Files::isRegularFile));
    }

    /// The password for the hosts, which has to be the same for all: the driver takes one only, and one host's is nothing for another.
    /// @throws StewardException where there is one, but others can read the file, or the hosts have different ones
    Secret password(List<Host> hosts, String database, String user) {
        if (path.isEmpty()) {
            return Secret.NONE;
        }
        try {
            List<List<String>> entries = Files.readAllLines(path.get()).stream().filter(l -> !l.startsWith("#")).map(PasswordFile::fields)
                    .filter(f -> f.size() >= 5).toList();
            List<Optional<String>> passwords = hosts.stream().map(host -> entries.stream()
                    .filter(e -> fits(e, List.of(host.name(), String.valueOf(host.port()), database, user))).findFirst()
                    .map(e -> unescaped(e.get(4)))).distinct().toList();
            if (passwords.size() > 1) {
                throw new StewardException(StewardException.Kind.NO_DATABASE, "The password file " + path.get()
                        + " has different passwords for the hosts of the address, or one for some of them only.",
                        "Give every host the same line, or name one host.", null);
            }
            if (passwords.isEmpty() || passwords.getFirst().isEmpty()) {
                return Secret.NONE;
            }
            checkPrivate();
            return Secret.of(passwords.getFirst().get());
        } catch (IOException e) {
            throw new StewardException(StewardException.Kind.NO_DATABASE, "The password file " + path.get() + " cannot be read.",
                    "Its lines have to be UTF-8, and yours to read.", e);
        }
    }

    private void checkPrivate() throws IOException {
        if (path.get().getFileSystem().supportedFileAttributeViews().contains("posix")
                && !OWN.containsAll(Files.getPosixFilePermissions(path.get()))) {
            throw new StewardException(StewardException.Kind.NO_DATABASE, "The password file " + path.get()
                    + " was not used, because others may read it.", "Run: chmod 600 " + path.get(), null);
        }
    }

    private static boolean fits(List<String> entry, List<String> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!entry.get(i).equals("*") && !unescaped(entry.get(i)).equals(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// Splits at colons that no backslash stands before; the backslashes stay.
    private static List<String> fields(String line) {
        var fields = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == ':') {
                fields.add(line.substring(start, i));
                start = i + 1;
            }
        }
        fields.add(line.substring(start));
        return fields;
    }

    private static String unescaped(String field) {
        return field.replaceAll("\\\\(.)", "$1");
    }
}
