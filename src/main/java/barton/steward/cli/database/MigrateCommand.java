package barton.steward.cli.database;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.StewardCommand;
import barton.steward.model.Counted;
import barton.steward.model.database.Difference;
import barton.steward.model.database.Repair;
import barton.steward.model.database.SchemaResult;
import barton.steward.model.database.Takeover;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Brings the schema of the database up to date.
@Command(name = "migrate", description = "Bring the tables and functions of the database up to date. A foreign database is left alone.")
public final class MigrateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ParentCommand
    private StewardCommand steward;

    @Option(names = "--adopt", description = "Take over a database that was made by hand and has all of the tables; no row is changed.")
    private boolean adopt;

    @Option(names = "--complete", description = "With --adopt: also where tables, columns or functions are missing, which are made"
            + " without values.")
    private boolean complete;

    @Option(names = "--repair", description = "Put back functions, triggers, indexes, grants and whatever else differs from what this"
            + " version makes, as far as that touches no row; what cannot be put back is named.")
    private boolean repair;

    @Override
    public Integer call() {
        if (complete && !adopt) {
            throw new ParameterException(spec.commandLine(), "--complete needs --adopt.");
        }
        if (repair && adopt) {
            throw new ParameterException(spec.commandLine(), "--adopt and --repair exclude each other.");
        }
        return steward.answer(repair ? () -> repaired(steward.repair()) : () -> switch (steward.migrate(takeover())) {
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

    private Takeover takeover() {
        return !adopt ? Takeover.NONE : complete ? Takeover.COMPLETED : Takeover.WHOLE;
    }

    private static Answer repaired(Repair repair) {
        var text = new StringBuilder(repair.mended().isEmpty() ? "Nothing was put back." : "Put back:"
                + indented(repair.mended().stream().map(Difference::text).toList()));
        repair.added().forEach(sentence -> text.append("\n").append(sentence));
        if (repair.left().isEmpty()) {
            return Answer.done(repair, text + "\nEverything is as this version makes it.");
        }
        return Answer.wrong(repair, text.toString(), List.of("Could not be put back:" + indented(repair.left().stream()
                .map(d -> d.text() + ". " + d.breaks() + (d.repair().isBlank() ? "" : " Have the owner see why this is refused: "
                        + d.repair())).toList())));
    }

    private static String indented(List<String> lines) {
        return lines.stream().map(line -> "\n  " + line).collect(Collectors.joining());
    }

    private static String lines(List<String> findings) {
        return findings.isEmpty() ? "" : " What was found:\n  " + String.join("\n  ", findings);
    }

    private record Migrated(int migrations, boolean adopted, List<String> findings) {
    }

    private record Refused(List<String> reasons, String advice) {
    }
}
