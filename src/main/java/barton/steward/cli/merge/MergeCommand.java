package barton.steward.cli.merge;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.StewardCommand;
import barton.steward.model.StewardException;
import barton.steward.model.merge.MergePlan;
import barton.steward.model.merge.MergePreview;
import barton.steward.service.Session;
import barton.steward.service.merge.PairFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Puts records of master together.
@Command(name = "merge", description = "Merge records of master that are the same: one survives, and what belongs to the others (slots,"
        + " people, sidecars, results of e-mail verification) goes to it. Their IDs go on being known; `unmerge` takes them apart again.")
public final class MergeCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Mixin
    private OfMaster kind;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "The Barton IDs of the records that are one.")
    private List<String> ids = List.of();

    @Option(names = "--pairs", paramLabel = "FILE", description = "A file with two Barton IDs in each line; pairs that share a record make"
            + " one merge.")
    private Path pairs;

    @Option(names = "--into", paramLabel = "ID", description = "The one that survives. Default: as `merge-rules` say.")
    private String survivor;

    @Option(names = "--keep", paramLabel = "COLUMN=ID", split = ",", description = "Whose value stays in a column; of the sidecar:"
            + " sidecar.ein_number=ID. The others are by `merge-rules`.")
    private Map<String, String> choice = Map.of();

    @Option(names = "--dry-run", description = "Only tell what the survivors would be.")
    private boolean dryRun;

    @Override
    public Integer call() {
        return steward.inSession(session -> {
            List<MergePreview> seen = plans(session).stream().map(session.merges()::preview).toList();
            List<String> hindering = seen.stream().flatMap(p -> p.hindering().stream()).toList();
            if (!hindering.isEmpty()) {
                return Answer.wrong(
                        new MergeAnswer(kind.entity().word(), 0, seen.stream().map(p -> MergeAnswer.Merge.of(p, null)).toList()),
                        MergeText.of(seen, List.of()), List.of("steward: " + String.join(", ", hindering)
                                + ", which the merge would break; nothing was merged. Let those rows refer to the survivor first."));
            }
            var runs = new ArrayList<String>();
            if (!dryRun) {
                seen.forEach(p -> runs.add(session.merges().merge(p, UUID.randomUUID())));
            }
            var merges = new ArrayList<MergeAnswer.Merge>();
            for (int i = 0; i < seen.size(); i++) {
                merges.add(MergeAnswer.Merge.of(seen.get(i), dryRun ? null : runs.get(i)));
            }
            int merged = dryRun ? 0 : seen.stream().mapToInt(p -> p.plan().others().size()).sum();
            return Answer.done(new MergeAnswer(kind.entity().word(), merged, merges), MergeText.of(seen, runs));
        });
    }

    private List<MergePlan> plans(Session session) {
        if ((pairs == null) == ids.isEmpty()) {
            throw StewardException.refused("A merge needs the IDs of records, or --pairs with a file of them; nothing was merged.",
                    "Give one of both.");
        }
        if (pairs != null) {
            if (survivor != null) {
                throw StewardException.refused("--into names one survivor, and a file can have many; nothing was merged.",
                        "Leave --into away; `merge-rules` say which survives.");
            }
            return PairFile.groups(pairs).stream().map(group -> session.merges().plan(kind.entity(), group, choice)).toList();
        }
        if (survivor == null) {
            return List.of(session.merges().plan(kind.entity(), ids, choice));
        }
        List<String> others = ids.stream().filter(id -> !id.equals(survivor)).distinct().toList();
        if (others.isEmpty()) {
            throw StewardException.refused("A merge needs two records; nothing was merged.", "Name the IDs of both.");
        }
        return List.of(new MergePlan(kind.entity(), survivor, others, choice));
    }
}
