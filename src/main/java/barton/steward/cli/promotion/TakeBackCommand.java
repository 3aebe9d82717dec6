package barton.steward.cli.promotion;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.StewardCommand;
import barton.steward.cli.support.TextTable;
import barton.steward.model.Counted;
import barton.steward.model.promotion.TakeBack;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Takes a promotion back.
@Command(name = "take-back", description = "Take a promotion back: the companies of a run and their slots, or its people, leave master. "
        + "Those with people, sidecars, further slots or results of e-mail verification, and those that were changed later,"
        + " are named and stay.")
public final class TakeBackCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Parameters(paramLabel = "RUN", description = "The promotion run, as `log` shows it.")
    private String run;

    @Option(names = "--dry-run", description = "Only tell what would go and what would stay.")
    private boolean dryRun;

    @Override
    public Integer call() {
        return steward.inSession(session -> {
            if (dryRun) {
                return answer(session.takeBacks().preview(run), "%s of run %s would be taken back; nothing was changed.");
            }
            return answer(session.takeBacks().takeBack(run), "%s of run %s taken back.");
        });
    }

    private Answer answer(TakeBack found, String sentence) {
        String taken = sentence.formatted(Counted.of(found.removed(), "record", "records"), run);
        String text = found.kept() == 0 ? taken : taken + "\n" + staying(found);
        if (found.removed() > 0) {
            return Answer.done(found, text);
        }
        return found.kept() > 0 ? Answer.wrong(found, text, List.of("steward: Something depends on every record of the run."))
                : Answer.wrong(found, text, List.of("steward: Master has nothing of run " + run + ". `steward log` shows the runs."));
    }

    private static String staying(TakeBack found) {
        var table = new TextTable("STAYS", "NAME", "BECAUSE IT");
        found.staying().forEach(k -> table.row(k.id(), k.name(), k.because()));
        long more = found.kept() - found.staying().size();
        return more == 0 ? table.toString() : table + "\nand " + more + " more";
    }
}
