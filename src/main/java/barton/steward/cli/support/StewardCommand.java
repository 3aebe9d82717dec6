package barton.steward.cli.support;

import barton.steward.config.ConnectionSource;
import barton.steward.model.TourStep;
import barton.steward.model.database.Backup;
import barton.steward.model.database.Examination;
import barton.steward.model.database.Repair;
import barton.steward.model.database.Rollback;
import barton.steward.model.database.RollbackRequest;
import barton.steward.model.database.SchemaResult;
import barton.steward.model.database.Takeover;
import barton.steward.service.OpenSession;
import barton.steward.service.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The program itself: without a command it opens the window. Holds the options that stand before or after any command.
@Command(name = "steward", mixinStandardHelpOptions = true, versionProvider = StewardCommand.Versions.class, scope = ScopeType.INHERIT,
        description = "The desk from which data stewards look after a marketing database. Without a command it opens the window.",
        synopsisHeading = "%nUsage: ", descriptionHeading = "%n", optionListHeading = "%nOptions:%n", commandListHeading = "%nCommands:%n",
        footer = {"", "Exit codes: 0 done, 1 refused or something found wrong, 2 wrong usage, 3 no database."})
public final class StewardCommand implements Callable<Integer> {
    private final CliEnvironment surroundings;
    private final Shell shell;
    private String executor;

    @Spec
    private CommandSpec spec;

    @Option(names = "--db", paramLabel = "URI", scope = ScopeType.INHERIT,
            description = "PostgreSQL URI of the database. Default: STEWARD_DB, else PGHOST or PGSERVICE, else the local database.")
    private String db;

    @Option(names = "--executor", paramLabel = "NAME", scope = ScopeType.INHERIT,
            description = "Name under which runs and edits are kept. Default: the login name.")
    private void executor(String name) {
        if (name.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--executor needs a name.");
        }
        executor = name;
    }

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Answer with one JSON object on standard output.")
    private boolean json;

    public StewardCommand(CliEnvironment surroundings, Shell shell) {
        this.surroundings = surroundings;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.guard(false, () -> surroundings.window(database(), Optional.ofNullable(executor)));
    }

    /// Opens the session and shows what the task answers; returns the exit code.
    public int inSession(Function<Session, Answer> task) {
        return answer(() -> {
            try (var open = open()) {
                open.news().ifPresent(shell::warn);
                return task.apply(open.session());
            }
        });
    }

    private OpenSession open() {
        return surroundings.sessions(shell::tell).open(database(), Optional.ofNullable(executor));
    }

    /// The address given. Each command asks for it once.
    private Optional<String> database() {
        if (db != null && ConnectionSource.hasPassword(db)) {
            shell.warn("--db holds a password, which anybody on this machine can see in the list of processes. Give the address as"
                    + " STEWARD_DB, or leave the password to ~/.pgpass or PGPASSWORD.");
        }
        return Optional.ofNullable(db);
    }

    public SchemaResult migrate(Takeover takeover) {
        return surroundings.migrate(database(), takeover, shell::tell);
    }

    /// The variables that the program was started with; some hold secrets.
    public Map<String, String> environment() {
        return surroundings.environment();
    }

    /// The folder of what is kept from one run to the next.
    public Path state() {
        return surroundings.log().toAbsolutePath().getParent();
    }

    public Repair repair() {
        return surroundings.repair(database(), shell::tell);
    }

    public Backup backUp(Optional<Path> to) {
        return surroundings.backUp(database(), to, shell::tell);
    }

    public Backup restore(Path file, boolean replace) {
        return surroundings.restore(database(), file, replace, shell::tell);
    }

    public Rollback rollback(RollbackRequest request) {
        return surroundings.rollback(database(), request, shell::tell);
    }

    /// Under whose name something is kept.
    public String executor() {
        return Optional.ofNullable(executor).orElseGet(() -> System.getProperty("user.name"));
    }

    public Examination doctor() {
        return surroundings.doctor(database(), shell::tell);
    }

    public List<TourStep> tour(Path folder) {
        return surroundings.tour(folder, shell::tell);
    }

    static final class Versions implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {Version.text()};
        }
    }

    /// Shows what the task answers; returns the exit code.
    public int answer(Callable<Answer> task) {
        return shell.run(json, task);
    }
}
