package barton.steward.cli.merge;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.StewardCommand;
import barton.steward.cli.support.TextTable;
import barton.steward.model.Counted;
import barton.steward.model.StewardException;
import barton.steward.model.merge.Unmerged;
import barton.steward.service.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Takes a merge out again.
@Command(name = "unmerge", description = "Take a merge out: the records are there again as they were, with their slots, people, sidecars"
        + " and results of e-mail verification. What was changed since stays where it was changed.")
public final class UnmergeCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Mixin
    private OfMaster kind;

    @Parameters(paramLabel = "RUN", description = "The merge (MRG-…), as `log` shows it, or the ID of a record that was merged away.")
    private String what;

    @Option(names = "--undecided", paramLabel = "WHERE", description = "Where people belong who came since into a slot that goes back:"
            + " survivor or other. Without it, such a merge is not taken out, and they are named.")
    private String undecided;

    @Option(names = "--stay", paramLabel = "ID", split = ",", description = "People who stay with the survivor, of those.")
    private List<String> stay = List.of();

    @Option(names = "--go", paramLabel = "ID", split = ",", description = "People who go with the slot, of those.")
    private List<String> go = List.of();

    @Option(names = "--dry-run", description = "Only tell what would be where.")
    private boolean dryRun;

    @Override
    public Integer call() {
        return steward.inSession(session -> {
            String run = run(session);
            Unmerged done = dryRun ? session.merges().previewUnmerge(run, answers())
                    : session.merges().unmerge(run, answers(), UUID.randomUUID());
            return Answer.done(done, text(done));
        });
    }

    private String run(Session session) {
        if (what.startsWith("04.04.")) {
            return session.merges().of(what).orElseThrow(() -> StewardException.refused(
                    what + " was not merged into another record; nothing was unmerged.", "`steward log` shows the merges."));
        }
        return what;
    }

    private Map<String, String> answers() {
        var answers = new HashMap<String, String>();
        if (undecided != null) {
            if (!List.of("survivor", "other").contains(undecided)) {
                throw StewardException.refused("--undecided is no “" + undecided + "”; nothing was unmerged.", "Say survivor or other.");
            }
            answers.put("*", undecided);
        }
        stay.forEach(id -> answers.put(id, "survivor"));
        go.forEach(id -> answers.put(id, "other"));
        return answers;
    }

    private String text(Unmerged done) {
        var said = new ArrayList<String>();
        said.add("%s of run %s %s there again%s.".formatted(
                Counted.of(done.back().size(), kind.entity().word(), kind.entity().plural()), done.merge(),
                dryRun ? "would be" : done.back().size() == 1 ? "is" : "are",
                dryRun ? "; nothing was changed" : " (run " + done.run() + ")"));
        named(said, "Changed since, and staying so: ", done.edited());
        named(said, "Put elsewhere since, and staying there: ", done.people());
        named(said, "Slots that are not there any more, or with another company: ", done.slots());
        named(said, "Came since for a company that is there again, and go to it: ", done.went());
        if (!done.asked().isEmpty()) {
            var table = new TextTable("CAME SINCE", "NAME", dryRun ? "WOULD GO TO" : "WENT TO");
            done.asked().forEach(a -> table.row(a.id(), a.name(), a.answer()));
            said.add("Of these it cannot be told where they belong; --stay and --go say it:\n" + table);
        }
        return String.join("\n", said);
    }

    private static void named(List<String> said, String what, List<String> names) {
        if (!names.isEmpty()) {
            said.add(what + String.join(", ", names) + ".");
        }
    }
}
