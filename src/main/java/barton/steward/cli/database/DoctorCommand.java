package barton.steward.cli.database;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.ExitCode;
import barton.steward.cli.support.StewardCommand;
import barton.steward.cli.support.TextTable;
import barton.steward.model.StewardException;
import barton.steward.model.database.Check;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// Looks whether the database can be reached and is as it must be; that it cannot be reached is a finding itself.
@Command(name = "doctor", description = "Check the connection, the schema and what must always hold in the database.")
public final class DoctorCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Override
    public Integer call() {
        return steward.answer(() -> {
            try {
                List<Check> checks = steward.doctor();
                return answer(checks, checks.stream().allMatch(Check::ok) ? ExitCode.DONE : ExitCode.WRONG);
            } catch (StewardException e) {
                if (e.kind() != StewardException.Kind.NO_DATABASE) {
                    throw e;
                }
                return answer(List.of(new Check("connection", false, (e.getMessage() + " " + e.advice()).strip())), ExitCode.of(e));
            }
        });
    }

    private static Answer answer(List<Check> checks, int exitCode) {
        var table = new TextTable("", "CHECK", "DETAIL");
        checks.forEach(c -> table.row(c.ok() ? "ok" : "WRONG", c.name(), c.detail()));
        return new Answer(new Findings(exitCode == ExitCode.DONE, checks), table.toString(), List.of(), exitCode);
    }

    private record Findings(boolean ok, List<Check> checks) {
    }
}
