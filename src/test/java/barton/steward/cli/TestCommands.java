package barton.steward.cli;

import barton.steward.cli.support.CliEnvironment;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.db.Schema;
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
import barton.steward.service.SessionFactory;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/// Runs commands on a test's database, in the test's own process, as ann unless another executor is named.
public final class TestCommands implements CliEnvironment {
    private final DataSource database;
    private final Map<String, String> environment;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    public TestCommands(DataSource database) {
        this(database, Map.of());
    }

    public TestCommands(DataSource database, Map<String, String> environment) {
        this.database = database;
        this.environment = environment;
    }

    /// Returns the exit code.
    public int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        return Commands.run(this, new PrintWriter(out), new PrintWriter(err), false, arguments);
    }

    /// What the last command said.
    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }

    @Override
    public Path log() {
        return Path.of("steward.log");
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public SessionFactory sessions(Consumer<String> progress) {
        return (uri, executor) -> new OpenSession(
                Session.over(JdbiDaos.over(Database.over(database)), "Test database", executor.orElse("ann")), () -> { });
    }

    @Override
    public SchemaResult migrate(Optional<String> uri, Takeover takeover, Consumer<String> progress) {
        return new Schema(Database.over(database), false, progress).take(takeover);
    }

    @Override
    public Repair repair(Optional<String> uri, Consumer<String> progress) {
        return new Schema(Database.over(database), false, progress).repair();
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
        return new Schema(Database.over(database), false, progress).rollback(request);
    }

    @Override
    public Examination doctor(Optional<String> uri, Consumer<String> progress) {
        return JdbiDaos.over(Database.over(database)).doctor().examine();
    }

    @Override
    public int window(Optional<String> uri, Optional<String> executor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<TourStep> tour(Path folder, Consumer<String> progress) {
        throw new UnsupportedOperationException();
    }
}
