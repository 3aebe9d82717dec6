package barton.steward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.Launcher.Result;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "bin/steward is for POSIX shells")
class LauncherIT {
    private static final String VERSION = "Barton Steward \\d+\\.\\d+\\.\\d+\\R";
    private static final String UNKNOWN = "Unknown option: '--nonsense'. `steward status --help` helps.";
    private static final String NO_DISPLAY = "There is no display for the window: DISPLAY is not set."
            + " Start it in a desktop session, or use a command: `steward --help` shows them.";
    private static final Path APP = Path.of(System.getProperty("steward.test.app")).toAbsolutePath();

    @TempDir
    private Path home;

    @Test
    void showsItsVersionAndNothingElse() throws Exception {
        var result = new Launcher(home).run("--version");

        assertThat(result.out()).matches(VERSION);
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void startsThroughSymbolicLinksFromAnyFolder() throws Exception {
        copy(APP, home.resolve("app"));
        Path first = Files.createSymbolicLink(home.resolve("first"), home.resolve("app/bin/steward"));
        Path second = Files.createSymbolicLink(home.resolve("second"), first.getFileName());

        assertThat(new Launcher(home).at(second).in(home).run("--version").out()).matches(VERSION);
    }

    /// With AOTMode=on the JVM refuses what it passes over in silence else.
    @Test
    void theCachesOfTheBuildFitWhereverTheFolderIs() throws Exception {
        copy(APP, home.resolve("elsewhere"));
        var launcher = new Launcher(home).at(home.resolve("elsewhere/bin/steward")).with("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on");

        var expected = Map.of("--help", "Usage: steward", "status --nonsense", "Unknown option", "", NO_DISPLAY,
                "--db=postgresql://h/d --executor ann", NO_DISPLAY);
        for (String arguments : expected.keySet()) {
            Result result = launcher.run(words(arguments));
            assertThat(result.err()).as(arguments).startsWith("Picked up JAVA_TOOL_OPTIONS: -XX:AOTMode=on\n");
            assertThat(result.out() + result.err()).as(arguments).contains(expected.get(arguments));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"status --nonsense | no cache at all | " + UNKNOWN, "status --nonsense | '' | " + UNKNOWN,
        "'' | no cache at all | " + NO_DISPLAY})
    void saysNothingWhereThatDoesNotFit(String arguments, String content, String said) throws Exception {
        copy(APP, home.resolve("app"));
        Files.writeString(home.resolve("app/lib/steward.aot"), content);
        Files.writeString(home.resolve("app/lib/steward-commands.aot"), content);

        Result unusable = new Launcher(home).at(home.resolve("app/bin/steward")).run(words(arguments));

        assertThat(unusable.err()).isEqualTo("steward: " + said + "\n");
        assertThat(unusable.out()).isEmpty();
    }

    @Test
    void saysNothingWhereAnotherJarIsThere() throws Exception {
        copy(APP, home.resolve("app"));
        Files.setLastModifiedTime(home.resolve("app/lib/barton-steward.jar"), FileTime.fromMillis(0));
        var launcher = new Launcher(home).at(home.resolve("app/bin/steward"));

        Result help = launcher.run("status", "--help");

        assertThat(help.err()).isEmpty();
        assertThat(help.out()).startsWith("\nUsage: ");
        assertThat(launcher.with("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on").run("status", "--help").exitCode()).isNotZero();
    }

    @Test
    void whatTheJvmComplainsAboutIsSeen() throws Exception {
        var launcher = new Launcher(home).with("JAVA_TOOL_OPTIONS", "-XX:NoSuchFlag=1");

        assertThat(launcher.run("status", "--help").err()).contains("NoSuchFlag");
    }

    @Test
    void startsWhereItsPathHasSpaces() throws Exception {
        Path folder = home.resolve("two words");
        copy(APP, folder);

        assertThat(new Launcher(home).at(folder.resolve("bin/steward")).run("--version").out()).matches(VERSION);
    }

    @Test
    void findsJavaOnThePath() throws Exception {
        var launcher = new Launcher(home).without("JAVA_HOME").with("PATH", System.getProperty("java.home") + "/bin:/usr/bin:/bin");

        assertThat(launcher.run("--version").out()).matches(VERSION);
    }

    @Test
    void passesOverAnOlderJava() throws Exception {
        var launcher = new Launcher(home).with("JAVA_HOME", javaNamed("21.0.2").toString())
                .with("PATH", System.getProperty("java.home") + "/bin:/usr/bin:/bin");

        assertThat(launcher.run("--version").out()).matches(VERSION);
    }

    @Test
    void saysInOneLineThatThereIsNoJava() throws Exception {
        Path elsewhere = home.resolve("app/bin/steward");
        Files.createDirectories(elsewhere.getParent());
        Files.writeString(elsewhere, Files.readString(APP.resolve("bin/steward")).replaceAll("(?<= )/(usr|opt|Library)/", "/nowhere/"));
        assertThat(elsewhere.toFile().setExecutable(true)).isTrue();

        var result = new Launcher(home).at(elsewhere).without("JAVA_HOME").with("PATH", "").run("--version");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).isEqualTo("steward: needs Java 25 or newer, and none was found: install Temurin 25 from adoptium.net or"
                + " your system's openjdk-25-jre, or set JAVA_HOME to where it is.\n");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void saysInOneLineThatThereIsNoDisplay() throws Exception {
        var result = new Launcher(home).run();

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).isEqualTo("steward: " + NO_DISPLAY + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "LC_ALL=C", "LC_ALL=POSIX", "LC_CTYPE=C", "LANG=C", "LANG=C.UTF-8"})
    void lettersArriveWholeWhateverTheLocale(String locale) throws Exception {
        var shell = new Launcher(home).at(Path.of("/bin/sh")).without("LANG");

        Result result = shell.run("-c", locale + " exec \"$0\" status \"$(printf -- '--Z\\303\\274rich')\"",
                APP.resolve("bin/steward").toString());

        assertThat(result.err()).isEqualTo("steward: Unknown option: '--Zürich'. `steward status --help` helps.\n");
    }

    @Test
    void lettersThatTheLocaleHasNotAreRefused() throws Exception {
        var shell = new Launcher(home).at(Path.of("/bin/sh")).with("LC_ALL", "nowhere.UTF-8");

        Result result = shell.run("-c", "exec \"$0\" status --executor \"$(printf 'Zo\\303\\253')\"",
                APP.resolve("bin/steward").toString());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("did not arrive whole", "LC_ALL=C.UTF-8");
    }

    @Test
    void endsWith2WhereAnOptionIsUnknown() throws Exception {
        var result = new Launcher(home).run("status", "--nonsense");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).isEqualTo("steward: Unknown option: '--nonsense'. `steward status --help` helps.\n");
    }

    @Test
    void bringsALauncherForWindowsWhoseLoopsAskCommands() throws IOException {
        assertThat(Files.readAllLines(APP.resolve("bin/steward.bat"))).filteredOn(line -> line.contains("for /f"))
                .hasSize(2).allMatch(line -> line.contains(" in ('") && line.contains("') do "));
    }

    private Path javaNamed(String version) throws IOException {
        Path java = home.resolve("jdk-" + version);
        Files.createDirectories(java.resolve("bin"));
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        Files.writeString(java.resolve("bin/java"), "#!/bin/sh\necho too old\n");
        assertThat(java.resolve("bin/java").toFile().setExecutable(true)).isTrue();
        return java;
    }

    private static String[] words(String arguments) {
        return arguments.isEmpty() ? new String[0] : arguments.split(" ");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
