package barton.steward.db.local;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The PostgreSQL programs on the class path, unpacked once per version.
final class Binaries {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Binaries() {
    }

    /// As in `18.6.0`.
    static String version() throws IOException {
        var properties = new Properties();
        try (var in = Binaries.class.getResourceAsStream("postgres.properties")) {
            properties.load(in);
        }
        return properties.getProperty("version");
    }

    /// As in `18`.
    static String major() throws IOException {
        return version().replaceFirst("\\..*", "");
    }

    /// The folder of the programs, unpacked below the given folder unless they are there already; everybody who can enter that
    /// folder may run them.
    static Path unpackedIn(Path folder, Consumer<String> progress) throws IOException {
        Path unpacked = folder.resolve("postgres-" + version());
        try (var _ = Exclusive.on(folder.resolve("unpack.lock"), PATIENCE)) {
            if (Files.isDirectory(unpacked)) {
                return unpacked.resolve("bin");
            }
            progress.accept("Unpacking PostgreSQL " + version() + "…");
            Path part = PrivateFiles.beside(unpacked);
            PrivateFiles.clearBeside(unpacked);
            unpackInto(part);
            Files.move(part, unpacked, ATOMIC_MOVE);
            return unpacked.resolve("bin");
        }
    }

    private static void unpackInto(Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive())))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("The archive of PostgreSQL reaches outside its folder: " + entry.getName());
                }
                unpack(tar, entry, target);
            }
        }
    }

    private static void unpack(InputStream in, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            folder(target);
            return;
        }
        folder(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(in, target);
            PrivateFiles.mode(target, (entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x");
        }
    }

    private static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            folder(folder.getParent());
            Files.createDirectory(folder);
            PrivateFiles.mode(folder, "rwxr-xr-x");
        }
    }

    private static InputStream archive() throws IOException {
        String name = "/postgres-%s-%s.txz".formatted(system(System.getProperty("os.name")), processor(System.getProperty("os.arch")));
        InputStream archive = Binaries.class.getResourceAsStream(name);
        if (archive == null) {
            throw new IOException("This build brings no PostgreSQL for this computer (" + name + " is not in it).");
        }
        return archive;
    }

    private static String system(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("windows") ? "windows" : lower.startsWith("mac") ? "darwin" : "linux";
    }

    private static String processor(String arch) {
        return switch (arch) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> arch;
        };
    }
}
