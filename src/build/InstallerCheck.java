import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Tries the application folder and the Debian package, unpacked, as somebody without any Java would use them, and fails with a
/// sentence where something is missing. Arguments: the folder with both; the version that they must tell.
final class InstallerCheck {
    private static final int PATIENCE_SECONDS = 180;
    private static final String INSTALLED = "/opt/barton-steward";

    private final Path work;

    private InstallerCheck(Path work) {
        this.work = work;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        String version = "Barton Steward " + arguments[1] + "\n";
        var check = new InstallerCheck(Files.createTempDirectory("steward-installer"));
        try {
            check.works(folder.resolve("steward"), version);
            for (Path deb : debs(folder)) {
                check.unpacks(deb, version);
            }
        } finally {
            check.clear();
        }
    }

    private static List<Path> debs(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".deb")).toList();
        }
    }

    private void unpacks(Path deb, String version) throws IOException, InterruptedException {
        Path root = work.resolve("root");
        Path control = work.resolve("control");
        run(Map.of(), "dpkg-deb", "-x", deb.toString(), root.toString());
        run(Map.of(), "dpkg-deb", "-e", deb.toString(), control.toString());
        Path application = root.resolve(INSTALLED.substring(1));
        works(application, version);

        Path desktop = application.resolve("lib/barton-steward-steward.desktop");
        Map<String, String> entry = entry(desktop);
        expect(desktop + " starts", INSTALLED + "/bin/steward", entry.get("Exec"));
        need(root.resolve(entry.get("Icon").substring(1)));

        String script = Files.readString(control.resolve("postinst"));
        for (String link : List.of("/bin/steward /usr/bin/steward", "/lib/barton-steward-steward.desktop /usr/share/applications/")) {
            if (!script.contains("ln -sfn " + INSTALLED + link)) {
                throw new IllegalStateException("postinst does not make the link " + link + ".");
            }
        }
    }

    /// The program from a link, as on the PATH, under a locale without letters beyond ASCII; and its own database, whose keeper
    /// needs the Java of the folder.
    private void works(Path application, String version) throws IOException, InterruptedException {
        need(application.resolve("lib/runtime/bin/java"));
        Path link = work.resolve("steward");
        Files.deleteIfExists(link);
        String steward = Files.createSymbolicLink(link, application.resolve("bin/steward")).toString();
        expect("the version", version, run(Map.of(), steward, "--version"));
        expect("a batch named under the locale C", "", run(Map.of("LC_ALL", "C"), "sh", "-c",
                "\"$0\" import companies --help --batch \"$(printf 'Z\\303\\274rich')\" >/dev/null", steward));

        Path home = Files.createTempDirectory(work, "home");
        var own = Map.of("STEWARD_HOME", home.toString());
        expect("the batches of a new database", "{\"batches\":[]}\n", run(own, steward, "status", "--json"));
        run(Map.of(), Files.readAllLines(home.resolve("data/server/stop")).toArray(String[]::new));
    }

    private static void need(Path program) {
        if (!Files.isReadable(program)) {
            throw new IllegalStateException(program + " is missing.");
        }
    }

    private static void expect(String what, String expected, String found) {
        if (!expected.equals(found)) {
            throw new IllegalStateException("Expected of " + what + ": " + expected + "; found: " + found);
        }
    }

    private static Map<String, String> entry(Path desktop) throws IOException {
        var entry = new TreeMap<String, String>();
        for (String line : Files.readAllLines(desktop)) {
            String[] parts = line.split("=", 2);
            if (parts.length == 2) {
                entry.put(parts[0], parts[1]);
            }
        }
        return entry;
    }

    /// What a command said, in an environment that has nothing but the system's programs.
    private String run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        Path said = work.resolve("said");
        var builder = new ProcessBuilder(command).directory(work.toFile()).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        builder.environment().put("HOME", work.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(Arrays.toString(command) + " does not end: " + Files.readString(said));
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(Arrays.toString(command) + " failed: " + Files.readString(said));
        }
        return Files.readString(said);
    }

    private void clear() throws IOException {
        try (Stream<Path> all = Files.walk(work)) {
            for (Path path : all.toList().reversed()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
