package barton.steward.cli.database;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.ExitCode;
import barton.steward.cli.support.StewardCommand;
import barton.steward.cli.support.TextTable;
import barton.steward.model.StewardException;
import barton.steward.model.database.Check;
import barton.steward.model.database.Difference;
import barton.steward.model.database.Examination;
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
                Examination found = steward.doctor();
                return answer(found, found.checks().stream().allMatch(Check::ok) ? ExitCode.DONE : ExitCode.WRONG);
            } catch (StewardException e) {
                if (e.kind() != StewardException.Kind.NO_DATABASE) {
                    throw e;
                }
                String detail = (e.getMessage() + " " + e.advice()).strip();
                return answer(new Examination(List.of(new Check("connection", false, detail)), List.of()),
                        ExitCode.of(e));
            }
        });
    }

    private static Answer answer(Examination found, int exitCode) {
        var table = new TextTable("", "CHECK", "DETAIL");
        found.checks().forEach(c -> table.row(c.ok() ? "ok" : "WRONG", c.name(), c.detail()));
        boolean ok = exitCode == ExitCode.DONE;
        Record findings = found.differences().isEmpty() ? new Findings(ok, found.checks())
                : new Drifted(ok, found.checks(), found.differences());
        return new Answer(findings, table.toString(), List.of(), exitCode);
    }

    private record Findings(boolean ok, List<Check> checks) {
    }

    private record Drifted(boolean ok, List<Check> checks, List<Difference> differences) {
    }
}
