package barton.steward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.support.CliEnvironment;
import barton.steward.model.StewardException;
import barton.steward.model.TourStep;
import barton.steward.model.database.Backup;
import barton.steward.model.database.Check;
import barton.steward.model.database.Examination;
import barton.steward.model.database.Repair;
import barton.steward.model.database.Rollback;
import barton.steward.model.database.RollbackRequest;
import barton.steward.model.database.SchemaResult;
import barton.steward.model.database.Takeover;
import barton.steward.service.SessionFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the arguments mean, without a database: the one here is never there, and says under which address and name it was asked for.
class CommandsTest implements CliEnvironment {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Override
    public Path log() {
        return Path.of("steward.log");
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public SessionFactory sessions(Consumer<String> progress) {
        return (uri, executor) -> {
            throw new StewardException(StewardException.Kind.NO_DATABASE, "Not there: %s for %s.".formatted(uri, executor), "Wait.", null);
        };
    }

    @Override
    public SchemaResult migrate(Optional<String> uri, Takeover takeover, Consumer<String> progress) {
        return takeover != Takeover.NONE ? new SchemaResult.Adopted(5, List.of("An index is missing."))
                : new SchemaResult.Refused(List.of("It is foreign."), "Go.");
    }

    @Override
    public Repair repair(Optional<String> uri, Consumer<String> progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Backup backUp(Optional<String> uri, Optional<Path> to, Consumer<String> progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Backup restore(Optional<String> uri, Path file, boolean replace, Consumer<String> progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Rollback rollback(Optional<String> uri, RollbackRequest request, Consumer<String> progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Examination doctor(Optional<String> uri, Consumer<String> progress) {
        if (uri.isEmpty()) {
            sessions(progress).open(uri, Optional.empty());
        }
        return new Examination(List.of(new Check("connection", true, "There."), new Check("schema", false, "It is empty.")), List.of());
    }

    @Override
    public int window(Optional<String> uri, Optional<String> executor) {
        out.write("window on " + uri);
        return 0;
    }

    @Override
    public List<TourStep> tour(Path folder, Consumer<String> progress) {
        return List.of(new TourStep("Looked.", List.of("look.png"), List.of(TourStep.Figure.of("rows", "3", folder.toString()))),
                new TourStep("Closed.", List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://ann:canary@h/d", "postgresql://ann@h/d?password=canary",
        "jdbc:postgresql://h/d?user=a&password=canary", "host=h password=canary"})
    void aPasswordOnTheCommandLineIsWarnedOfOnceAndNotRepeated(String address) {
        run("--db", address, "status");
        assertThat(err.toString().lines().filter(line -> line.contains("--db holds a password"))).singleElement().asString()
                .contains("list of processes", "STEWARD_DB", "~/.pgpass").doesNotContain("canary");
        assertThat(out.toString()).doesNotContain("holds a password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://ann@h/d", "postgresql://h/d?user=ann"})
    void anAddressWithoutAPasswordIsNotWarnedOf(String address) {
        run("--db", address, "status");
        assertThat(err.toString()).doesNotContain("holds a password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--bd=postgresql://ann:canary@h/db status", "status postgresql://ann:canary@h/db",
        "status --json=postgresql://ann:canary@h/db", "export postgresql://h/db?password=canary --out f",
        "log --limit postgresql://ann:can@ary@h/db?sslpassword=canary"})
    void aPasswordInAMistypedCommandIsNotRepeated(String typed) {
        assertThat(run(typed.split(" "))).isEqualTo(2);
        assertThat(out + " " + err).contains("***").doesNotContain("canary").doesNotContain("ary@");
    }

    @Test
    void anArgumentThatDidNotArriveWholeIsRefused() {
        assertThat(run("import", "companies", "f.csv", "--batch", "Z\uFFFD\uFFFDrich")).isEqualTo(2);
        assertThat(err.toString()).contains("did not arrive whole", "LC_ALL=C.UTF-8").doesNotContain("Not there");
    }

    @Test
    void anExecutorHasAName() {
        assertThat(run("status", "--executor", " ")).isEqualTo(2);
        assertThat(err.toString()).contains("--executor needs a name");
    }

    @Test
    void opensTheWindowWithoutACommand() {
        assertThat(run("--db", "postgresql://h/d")).isZero();
        assertThat(out).hasToString("window on Optional[postgresql://h/d]");
    }

    @Test
    void theHelpHasASentenceOfEveryCommand() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("  import ", "  status             Show the batches and how many", "  tour ")
                .containsPattern("--db=URI").doesNotContain("Usage: steward status");
    }

    @Test
    void aCommandMayStandInAFileOfArguments(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("arguments"), "doctor --json");

        run("@" + file, "--db", "postgresql://h/d");

        assertThat(out.toString()).contains("\"checks\"");
    }

    @Test
    void aTourThatAgreesIsDone() {
        assertThat(run("tour", "--out", "3")).isZero();
        assertThat(out.toString()).contains("Looked.", "agree", "Closed.", "1 picture and");
    }

    @Test
    void aTourThatDiffersIsWrong() {
        assertThat(run("--json", "tour", "--out", "4")).isEqualTo(1);
        assertThat(out.toString()).contains("\"ok\":false", "\"window\":\"3\",\"database\":\"4\",\"agrees\":false");
    }

    @Test
    void takesGlobalOptionsBeforeTheCommand() {
        run("--db", "postgresql://h/d", "--executor", "ann", "status");

        assertThat(err).hasToString("steward: Not there: Optional[postgresql://h/d] for Optional[ann]. Wait.\n");
    }

    @Test
    void takesGlobalOptionsAfterTheCommand() {
        run("import", "companies", "f.csv", "--batch", "B", "--db", "postgresql://h/d", "--executor", "ann");

        assertThat(err).hasToString("steward: Not there: Optional[postgresql://h/d] for Optional[ann]. Wait.\n");
    }

    @Test
    void endsWith3WhereThereIsNoDatabase() {
        assertThat(run("status")).isEqualTo(3);
    }

    @Test
    void saysFailuresInJsonWhereJsonIsAskedFor() {
        run("log", "--json");

        assertThat(out).hasToString("{\"error\":\"Not there: Optional.empty for Optional.empty.\",\"advice\":\"Wait.\"}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--json status --nonsense", "status --nonsense --json"})
    void saysWrongUsageInJsonTooWhereJsonIsAskedFor(String arguments) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(out).hasToString("{\"error\":\"Unknown option: '--nonsense'.\",\"advice\":\"`steward status --help` helps.\"}\n");
        assertThat(err).hasToString("steward: Unknown option: '--nonsense'. `steward status --help` helps.\n");
    }

    @Test
    void countsAMissingDatabaseAsAFindingOfTheDoctor() {
        assertThat(run("doctor", "--json")).isEqualTo(3);
        assertThat(out).hasToString("{\"ok\":false,\"checks\":[{\"name\":\"connection\",\"ok\":false,"
                + "\"detail\":\"Not there: Optional.empty for Optional.empty. Wait.\"}]}\n");
    }

    @Test
    void endsWith1WhereTheDoctorFindsSomething() {
        assertThat(run("doctor", "--db", "postgresql://h/d", "--json")).isEqualTo(1);
        assertThat(out).hasToString("{\"ok\":false,\"checks\":[{\"name\":\"connection\",\"ok\":true,\"detail\":\"There.\"},"
                + "{\"name\":\"schema\",\"ok\":false,\"detail\":\"It is empty.\"}]}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--nonsense", "nonsense", "status --nonsense", "import",
        "import companies f.csv", "promote",
        "promote --batch B --all", "validate", "rules try x", "rules enable",
        "fix --batch B --field website",
        "fix --batch B --field status --trim", "fix --batch B --field website --trim --phone", "fix --batch B --field website --replace a",
        "mark --batch B --rejected --note x --lift-rejection", "mark", "mark --batch B --ids 1", "mark --batch B --rejected",
        "mark --ids one",
        "assign-batch --no-batch", "assign-batch --batch B", "log --limit 0",
        "export nonsense --out f", "export slots --out f --status new", "export intake --out f --status typo",
        "undo", "tour", "take-back", "clear", "restore", "rollback", "rollback --to x", "restore-backup"})
    void endsWith2WhereTheUsageIsWrong(String arguments) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "import", "import companies", "validate", "rules", "rules try", "fix", "promote", "mark",
        "assign-batch", "fill-states", "export", "log", "history", "undo", "doctor", "migrate", "tour", "take-back", "clear", "restore",
        "score", "rollback", "backup", "restore-backup"})
    void hasHelpOnEachCommand(String command) {
        assertThat(run((command + " --help").split(" "))).isZero();
        assertThat(out.toString()).contains("Usage: steward " + command, "--db=URI", "--json");
    }

    @Test
    void endsWith1WhereAMigrationIsRefused() {
        assertThat(run("migrate", "--json")).isEqualTo(1);
        assertThat(out).hasToString("{\"reasons\":[\"It is foreign.\"],\"advice\":\"Go.\"}\n");
    }

    @Test
    void tellsWhatAnAdoptionFound() {
        assertThat(run("migrate", "--adopt")).isZero();
        assertThat(out.toString()).contains("5 migrations", "An index is missing.");
    }

    @Test
    void showsItsVersion() {
        run("--version");

        assertThat(out.toString()).matches("Barton Steward \\d+\\.\\d+\\.\\d+\\R");
    }

    @Test
    void namesTheTablesThatCanBeExported() {
        run("export", "nonsense", "--out", "f");

        assertThat(err.toString()).contains("intake, people-intake, master, slots, people, company-sidecars, people-sidecars, log");
    }

    private int run(String... arguments) {
        return Commands.run(this, new PrintWriter(out), new PrintWriter(err), false, arguments);
    }
}
