package barton.steward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "bin/steward is for POSIX shells")
class LauncherIT {
    private static final String VERSION = "Barton Steward \\d+\\.\\d+\\.\\d+\\R";
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
        assertThat(result.err()).isEqualTo("steward: There is no display for the window: DISPLAY is not set."
                + " Start it in a desktop session, or use a command: `steward --help` shows them.\n");
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
