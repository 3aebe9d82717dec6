package barton.steward.cli.intake;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.StewardCommand;
import barton.steward.model.Counted;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Puts cleared rows back into intake.
@Command(name = "restore", description = "Put the rows that a run cleared from intake back, whole and with their ids.")
public final class RestoreCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Parameters(paramLabel = "RUN", description = "The run that cleared them (CLR-…), as `log` shows it.")
    private String run;

    @Override
    public Integer call() {
        return steward.inSession(session -> {
            var done = session.clearing().restore(run);
            return Answer.done(new Restored(run, done.run(), done.rows()),
                    "%s restored to intake in run %s.".formatted(Counted.rows(done.rows()), done.run()));
        });
    }

    private record Restored(String cleared, String run, long restored) {
    }
}
