package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.service.Session;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.AlertWatch;
import barton.steward.ui.actions.DemoSession;
import barton.steward.ui.support.Desktop;
import barton.steward.ui.task.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A program on the path stands for the desktop's own; it says what it was called with through a pipe, which is read until it was.
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class AlertNoticesTest {
    private static final String RUN = """
            INSERT INTO public.shq_validation_log (validation_run_id, source_table, target_table, total_records, passed_records,
                failed_records) VALUES ('%s', 'intake.company_raw_intake', 'intake.company_raw_intake', 1000, %d, %d)""";

    @TempDir
    Path folder;
    private Path told;
    private DataSource database;
    private AlertWatch watch;
    private boolean inUse;
    private boolean wanted = true;

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        told = folder.resolve("told");
        assertThat(new ProcessBuilder("mkfifo", told.toString()).start().waitFor()).isZero();
        program("""
                #!/bin/sh
                { for word in "$@"; do printf '%s\\n' "$word"; done; env | grep -c c4n4ry
                tr '\\0' '\\n' < /proc/$$/cmdline | grep -c c4n4ry; } > "$(dirname "$0")/told"
                """);
        database = TestDatabases.migrated();
        TestDatabases.run(database, RUN.formatted("BEFORE", 999, 1));
        Session session = DemoSession.over(database);
        watch = new AlertWatch(session, Tasks.onSameThread(failure -> {
            throw new AssertionError(failure.cause());
        }));
        new AlertNotices(watch, () -> inUse, () -> wanted, new Desktop(Map.of("PATH", "/nowhere:" + folder + ":/usr/bin:/bin", "PGPASSWORD",
                "c4n4ry", "STEWARD_SMTP_PASSWORD", "c4n4ry"), "Linux"));
        watch.look();
    }

    private void program(String text) throws IOException {
        Path program = folder.resolve("notify-send");
        Files.writeString(program, text);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private void run(String run, int failed) {
        TestDatabases.run(database, RUN.formatted(run, 1000 - failed, failed));
        watch.look();
    }

    /// Waits for the program, which was called once since it was read last.
    private List<String> shown() throws Exception {
        var reader = new ProcessBuilder("cat", told.toString()).start();
        try (var lines = reader.inputReader()) {
            List<String> all = lines.readAllLines();
            assertThat(reader.waitFor(20, TimeUnit.SECONDS)).isTrue();
            return all;
        }
    }

    @Test
    void whatIsNewIsShownOnceWhileTheStewardIsElsewhereAndNoSecretGoesAlong() throws Exception {
        wanted = false;
        run("UNWANTED", 2);
        wanted = true;
        inUse = true;
        run("SEEN", 3);
        inUse = false;
        watch.look();
        run("-NEW <b>&", 4);
        assertThat(shown()).containsExactly("--app-name=Barton Steward", "--urgency=low", "--hint=boolean:suppress-sound:true", "--",
                "1 thing wants attention", "4 records failed in the run -NEW &lt;b&gt;&amp;.", "0", "0");
        watch.look();
        TestDatabases.run(database, "UPDATE public.shq_validation_log SET failed_records = 5 WHERE failed_records = 4");
        run("NEWEST", 6);
        assertThat(shown()).contains("2 things want attention", "6 records failed in the run NEWEST.",
                "5 records failed in the run -NEW &lt;b&gt;&amp;.");
    }

    @Test
    void aDesktopWithoutMeansIsLeftAlone() throws IOException {
        var desktop = new Desktop(Map.of("PATH", folder.resolve("none") + "::."), "Linux");
        desktop.show("a", "b");
        Desktop.NONE.show("a", "b");
        program("no program");
        new Desktop(Map.of("PATH", folder.toString()), "Linux").show("a", "b");
        assertThat(told).exists();
    }
}
