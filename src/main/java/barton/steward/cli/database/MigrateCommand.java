package barton.steward.cli.database;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.StewardCommand;
import barton.steward.model.Counted;
import barton.steward.model.database.SchemaResult;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Brings the schema of the database up to date.
@Command(name = "migrate", description = "Bring the tables and functions of the database up to date. A foreign database is left alone.")
public final class MigrateCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Option(names = "--adopt", description = "Take over a database that was made by hand and has all of the tables; no row is changed.")
    private boolean adopt;

    @Override
    public Integer call() {
        return steward.answer(() -> switch (steward.migrate(adopt)) {
            case SchemaResult.Migrated(int migrations) -> Answer.done(new Migrated(migrations, false, List.of()), migrations == 0
                    ? "The database is up to date." : "The database is up to date after %s.".formatted(
                            Counted.of(migrations, "migration", "migrations")));
            case SchemaResult.Adopted(int migrations, var findings) -> Answer.done(new Migrated(migrations, true, findings),
                    "The database is adopted, and up to date after %s.%s".formatted(
                    Counted.of(migrations, "migration", "migrations"), lines(findings)));
            case SchemaResult.Refused(var reasons, var advice) -> Answer.wrong(new Refused(reasons, advice), "Nothing was written.",
                    List.of("steward: " + String.join("\n  ", reasons), advice));
        });
    }

    private static String lines(List<String> findings) {
        return findings.isEmpty() ? "" : " What was found:\n  " + String.join("\n  ", findings);
    }

    private record Migrated(int migrations, boolean adopted, List<String> findings) {
    }

    private record Refused(List<String> reasons, String advice) {
    }
}
