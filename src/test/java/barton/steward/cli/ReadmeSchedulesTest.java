package barton.steward.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import barton.steward.support.TestDatabases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The lines of the README that have commands run by themselves.
class ReadmeSchedulesTest {
    private static final String PROGRAM = "/usr/bin/steward";
    private static final Pattern UNIT = Pattern.compile(
            "`(steward-\\w+\\.(?:service|timer))`(?:(?!\\n\\n)[^\\x00])*\\n\\n((?:    .*\\n)+)");
    private static final Pattern CRON = Pattern.compile("(?m)^    ((?:[0-9*/,-]+ +){5})(.+)$");
    private static final Pattern COMMAND = Pattern.compile(PROGRAM + " (.+)");

    @TempDir
    Path folder;

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    private static Map<String, String> units() throws IOException {
        var units = new LinkedHashMap<String, String>();
        UNIT.matcher(readme()).results().forEach(m -> units.put(m.group(1), m.group(2).replaceAll("(?m)^    ", "")));
        return units;
    }

    static Stream<String> commands() throws IOException {
        return Stream.concat(CRON.matcher(readme()).results().map(m -> m.group(2)), units().values().stream())
                .flatMap(text -> COMMAND.matcher(text).results().map(m -> m.group(1)));
    }

    @Test
    void promotionsChecksAndFiguresAreScheduledInBothWays() throws IOException {
        assertThat(units()).containsOnlyKeys("steward-promote.service", "steward-promote.timer", "steward-check.service",
                "steward-check.timer");
        assertThat(CRON.matcher(readme()).results().map(m -> m.group(2))).hasSize(3).allMatch(c -> c.contains(PROGRAM));
        assertThat(commands().map(c -> c.split(" ")[0])).containsExactly("promote", "check", "metrics", "promote", "check");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whatIsScheduledIsACommandWithItsOptions(String command) {
        var steward = new TestCommands(TestDatabases.migrated());
        String[] words = Stream.concat(Arrays.stream(command.split(" +")), Stream.of("--help")).toArray(String[]::new);
        assertThat(steward.run(words)).as(steward.err()).isZero();
    }

    /// The program itself is not installed where tests run; another one that is stands for it.
    @Test
    void systemdUnderstandsTheUnits() throws IOException, InterruptedException {
        Path analyze = Path.of("/usr/bin/systemd-analyze");
        assumeThat(Files.isExecutable(analyze)).isTrue();
        for (Map.Entry<String, String> unit : units().entrySet()) {
            Files.writeString(folder.resolve(unit.getKey()), unit.getValue().replace(PROGRAM, "/bin/true"));
        }
        for (String unit : units().keySet()) {
            Verified verified = verify(analyze, folder.resolve(unit));
            assertThat(verified).as(unit).isEqualTo(new Verified(0, ""));
        }
        // That it finds what is wrong.
        Path wrong = Files.writeString(folder.resolve("wrong.service"), "[Service]\nType=oneshot\nExecStart=/none\nKilMode=process\n");
        assertThat(verify(analyze, wrong).said()).contains("KilMode", "/none");
    }

    private record Verified(int exitCode, String said) {
    }

    private Verified verify(Path analyze, Path unit) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(List.of(analyze.toString(), "verify", "--man=no", "--recursive-errors=no", unit.toString()))
                .redirectErrorStream(true);
        builder.environment().put("SYSTEMD_UNIT_PATH", folder + ":");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        // What it says of other units of this machine is not about ours.
        return new Verified(process.waitFor(), said.lines().filter(l -> l.contains(unit.getFileName().toString()))
                .reduce("", (all, line) -> all + line + "\n"));
    }
}
