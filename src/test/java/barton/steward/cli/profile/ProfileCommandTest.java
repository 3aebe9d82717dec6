package barton.steward.cli.profile;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.TestCommands;
import barton.steward.support.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The profile of a batch by command.
class ProfileCommandTest {
    private final TestCommands session = new TestCommands(TestDatabases.migrated());

    @TempDir
    private Path folder;

    @Test
    void whatIsUnlikeTheBatchesOfTheSameHeadersIsSaidFirst() throws IOException {
        load("first", "Company,Website,Company city,Company state", i -> "Firm %d,%s,%s,%s".formatted(i, site(i, 2), city(i), state(i)));
        load("other", "Company,Industry", i -> "Firm %d,".formatted(i));
        load("second", "Company,Website,Company city,Company state", i -> "Firm %d,%s,%s,%s".formatted(i, site(i, 38), state(i), city(i)));

        assertThat(session.run("profile", "--batch", "first")).as(session.err()).isZero();
        assertThat(session.out()).startsWith("100 rows, no batch before them that came the same way\n");
        assertThat(session.run("profile", "--batch", "second")).isZero();
        assertThat(session.out()).startsWith("100 rows, compared with first:\n  City and State name look swapped\n"
                + "  State is empty in 100 %, before 0 %\n  Website is empty in 38 %, before 2 %\n\n");
        assertThat(session.out().lines().map(l -> l.replaceAll("\\s+", " "))).anyMatch(l -> l.startsWith("Website 62 38 0 0 62 "));
    }

    @Test
    void scriptsGetEveryFigure() throws IOException {
        load("one", "Company,Company phone", i -> "Firm %d,304-555-01%02d".formatted(i, i));

        assertThat(session.run("profile", "--batch", "one", "--json")).isZero();
        assertThat(session.out()).startsWith("{\"entity\":\"company\",\"batch\":\"one\",\"rows\":100,\"compared_with\":[],\"unlike\":[],"
                + "\"columns\":[{\"column\":\"company\",\"filled\":100,\"empty\":0,\"placeholder\":0,\"in_error\":0,\"distinct\":100,"
                + "\"shortest\":\"Firm 0\",\"longest\":\"Firm 10\",\"values\":[{\"value\":\"Firm 0\",\"rows\":1},")
                .contains("\"shapes\":[{\"value\":\"999-999-9999\",\"rows\":100}]");
        assertThat(session.run("profile", "--all", "--people")).isEqualTo(1);
        assertThat(session.run("profile", "--batch", "none")).isEqualTo(1);
        assertThat(session.err()).contains("Intake has no such row");
        assertThat(session.run("profile")).isEqualTo(2);
    }

    @Test
    void aFileIsToldByItsHeadersBeforeItIsImported() throws IOException {
        Path file = folder.resolve("leads.csv");
        Files.writeString(file, "Company;Whatever\nAcme;N/A\nBolt;7\nCore; \ntoo;many;cells\n");

        assertThat(session.run("profile", file.toString())).as(session.err()).isZero();
        assertThat(session.out().lines().map(l -> l.strip().replaceAll("\\s+", " "))).contains(
                "Company 3 0 0 0 3 Acme (1), Bolt (1), Core (1) Aaaa (3)", "Whatever 1 1 1 0 1 7 (1) 9 (1)");
        assertThat(session.run("profile", folder.resolve("none.csv").toString())).isEqualTo(1);
        assertThat(session.run("profile", file.toString(), "--batch", "one")).isEqualTo(2);
    }

    private void load(String batch, String header, java.util.function.IntFunction<String> row) throws IOException {
        Path file = folder.resolve(batch + ".csv");
        Files.writeString(file, header + "\n" + IntStream.range(0, 100).mapToObj(row).collect(Collectors.joining("\n")));
        assertThat(session.run("import", "companies", file.toString(), "--batch", batch)).as(session.err()).isZero();
    }

    private static String site(int i, int missing) {
        return i < missing ? "" : "https://firm" + i + ".example";
    }

    private static String city(int i) {
        return "Town " + "abcdefghij".charAt(i % 10);
    }

    private static String state(int i) {
        return i % 3 == 0 ? "WV" : "OH";
    }
}
