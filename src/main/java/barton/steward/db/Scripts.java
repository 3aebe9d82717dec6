package barton.steward.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// The migrations that the program brings, read from their own folder: nothing else of the class path is looked at.
final class Scripts {
    private static final String FOLDER = "db/migration/";
    /// Any program that ever was has this one, so its place is the place of all.
    private static final String FIRST = FOLDER + "V000__base_tables.sql";

    private Scripts() {
    }

    /// A file beside the migrations, most of them being one.
    record Script(String name, String text) {
        private static final Pattern MIGRATION = Pattern.compile("(?:V(?<version>[^_]+)|R)__.*\\.sql");

        boolean isMigration() {
            return MIGRATION.matcher(name).matches();
        }

        /// As written in the name; null for one that is repeated whenever it changed.
        String version() {
            Matcher migration = MIGRATION.matcher(name);
            return migration.matches() ? migration.group("version") : null;
        }

        /// In words, as `007 adopt what is there`.
        String title() {
            return name.replaceFirst("\\.sql$", "").replaceFirst("^V([^_]+)__|^R__", "$1 ").replace('_', ' ').strip();
        }

        /// As Flyway computes it, which keeps it in the history: over the lines without what ends them.
        int checksum() {
            var crc = new CRC32();
            new BufferedReader(new StringReader(text)).lines().forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
            return (int) crc.getValue();
        }
    }

    /// Of all that are done once, in their order.
    static List<String> versions() {
        return all().stream().map(Script::version).filter(Objects::nonNull).sorted().toList();
    }

    static List<Script> all() {
        URL first = Scripts.class.getClassLoader().getResource(FIRST);
        try {
            List<Script> found = first.openConnection() instanceof JarURLConnection jar ? inJar(Path.of(jar.getJarFileURL().toURI()))
                    : inFolder(Path.of(first.toURI()).getParent());
            return found.stream().sorted(Comparator.comparing(Script::name)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Script> inJar(Path file) throws IOException {
        var found = new ArrayList<Script>();
        try (var jar = new JarFile(file.toFile())) {
            for (var entry : jar.stream().filter(e -> e.getName().startsWith(FOLDER) && !e.isDirectory()).toList()) {
                try (var in = jar.getInputStream(entry)) {
                    found.add(script(entry.getName().substring(FOLDER.length()), in.readAllBytes()));
                }
            }
        }
        return found;
    }

    private static List<Script> inFolder(Path folder) throws IOException {
        var found = new ArrayList<Script>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                found.add(script(file.getFileName().toString(), Files.readAllBytes(file)));
            }
        }
        return found;
    }

    private static Script script(String name, byte[] content) {
        return new Script(name, new String(content, StandardCharsets.UTF_8));
    }
}
