package barton.steward.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogFileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {
        "connecting to postgresql://ann:canary@h/db", "postgresql://ann:can/canary@h/db?x", "jdbc:postgresql://h/db?password=canary&x=1",
        "PGPASSWORD=canary psql", "{\"password\": \"canary two\"}", "password: canary", "sslpassword='canary x'", "secret=canary"})
    void passwordsAreTakenOutOfEveryLine(String message) throws Exception {
        assertThat(logged(message)).contains("***").doesNotContain("canary");
    }

    @Test
    void failuresAreLoggedWithTheirCausesButNoPassword() throws Exception {
        assertThat(logged("failed", new IllegalStateException("x", new IOException("postgresql://ann:canary@h/db"))))
                .contains("IllegalStateException", "IOException", "LogFileTest").doesNotContain("canary");
    }

    @Test
    void ordinaryTextIsKept() throws Exception {
        assertThat(logged("446 rows of 20251024-WV-BATCH1 promoted by ann@example.org"))
                .contains("446 rows of 20251024-WV-BATCH1 promoted by ann@example.org");
    }

    @Test
    void aValueForgesNoLineAndCommandsNoTerminal() throws Exception {
        assertThat(logged("No batch B\n2026-01-01 ERROR forged \u001b[2J")).contains("No batch B / 2026-01-01 ERROR forged \\u001B[2J");
    }

    @Test
    void nobodyElseCanReadTheLogs() throws IOException {
        Path open = Files.createDirectories(folder.resolve("state"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(PrivateFolder.make(open)).isEqualTo(open);
        PrivateFolder.make(folder.resolve("other"));
        assertThat(Files.getPosixFilePermissions(open)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("other"))).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void logsGoElsewhereWhereAnotherUserMadeTheFolder() throws IOException {
        Path prepared = Files.createDirectory(folder.resolve("prepared"));
        Files.setPosixFilePermissions(prepared, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("ours")));
        assumeTrue(Files.getOwner(folder).getName().equals("root"), "only root can play another user");
        for (Path hers : List.of(prepared, link)) {
            Files.setAttribute(hers, "unix:uid", 12345, LinkOption.NOFOLLOW_LINKS);

            Path used = PrivateFolder.make(hers);

            assertThat(used).isNotEqualTo(hers).isDirectory();
            assertThat(Files.getPosixFilePermissions(used)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
            Files.delete(used);
        }
        assertThat(prepared).isEmptyDirectory();
        assertThat(Files.getPosixFilePermissions(prepared)).isEqualTo(PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    @Test
    void aLinkToNowhereIsNotFollowed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));

        Path used = PrivateFolder.make(link);

        assertThat(used).isNotEqualTo(link).isDirectory();
        Files.delete(used);
    }

    @Test
    void aFolderThatCannotBeMadeStaysMissing() throws IOException {
        Path missing = Files.createFile(folder.resolve("file")).resolve("state");

        assertThat(PrivateFolder.make(missing)).isEqualTo(missing).doesNotExist();
    }

    private String logged(String message, Throwable... failure) throws IOException {
        String before = System.getProperty(LogFile.PROPERTY);
        var context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        try {
            System.setProperty(LogFile.PROPERTY, folder.resolve("steward.log").toString());
            new LogSetup().configure(context);
            context.getLogger("test").warn(message, failure.length == 0 ? null : failure[0]);
        } finally {
            context.stop();
            if (before == null) {
                System.clearProperty(LogFile.PROPERTY);
            } else {
                System.setProperty(LogFile.PROPERTY, before);
            }
        }
        return Files.readString(folder.resolve("steward.log"));
    }
}
