package barton.steward.cli;

import barton.steward.model.PromotionPreview;
import barton.steward.model.PromotionRefusal;
import barton.steward.model.PromotionResult;
import barton.steward.model.StewardException;
import barton.steward.service.Desk;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Promotes validated companies from intake to master, one run for each batch.
@Command(name = "promote", description = "Promote the validated companies of a batch, or of every batch, from intake to master.")
final class PromoteCommand implements Callable<Integer> {
    private static final int MOST_REFUSALS = 20;
    private static final String NOTHING = "No batch has rows to promote.";

    @ParentCommand
    private StewardCommand steward;

    @ArgGroup(multiplicity = "1")
    private Which which;

    @Option(names = "--dry-run", description = "Only tell what would be promoted.")
    private boolean dryRun;

    @Override
    public Integer call() {
        return steward.atDesk(desk -> {
            if (dryRun) {
                return which.all ? previewAll(desk) : preview(desk);
            }
            return which.all ? promoteAll(desk) : promoteOne(desk);
        });
    }

    private Answer preview(Desk desk) {
        var preview = desk.daos().promotion().preview(which.batch);
        if (preview.total() == 0) {
            return noSuchBatch(preview);
        }
        var refusals = preview.refused() == 0 ? List.<PromotionRefusal>of()
                : desk.daos().promotion().refusals(which.batch, MOST_REFUSALS);
        return Answer.done(preview, refusals.stream().map(r -> "\nRow %d %s.".formatted(r.intakeId(), r.reason()))
                .collect(Collectors.joining("", text(preview), "")));
    }

    private static Answer previewAll(Desk desk) {
        var previews = desk.daos().promotion().promotableBatches().stream().map(desk.daos().promotion()::preview).toList();
        var table = new TextTable("BATCH", "PROMOTABLE", "PLACEHOLDER", "REFUSED", "NOT VALIDATED", "EDITED", "ALREADY PROMOTED", "HELD");
        previews.forEach(p -> table.row(p.batch(), p.promotable(), p.placeholder(), p.refused(), p.notValidated(),
                p.editedSinceValidation(), p.alreadyPromoted(), p.heldByOtherSource() + p.heldByMatch()));
        return Answer.done(new Previews(previews), previews.isEmpty() ? NOTHING : table.toString());
    }

    private Answer promoteOne(Desk desk) {
        var result = promote(desk, which.batch);
        if (result.run() == null) {
            return noSuchBatch(result);
        }
        return Answer.done(result, text(result));
    }

    private Answer noSuchBatch(Object json) {
        return Answer.wrong(json, "Nothing was promoted.",
                List.of("steward: There is no batch " + which.batch + ". `steward status` shows the batches."));
    }

    private static Answer promoteAll(Desk desk) {
        var runs = new ArrayList<PromotionResult>();
        var complaints = new ArrayList<String>();
        for (String batch : desk.daos().promotion().promotableBatches()) {
            try {
                runs.add(promote(desk, batch));
            } catch (StewardException e) {
                if (e.kind() != StewardException.Kind.REFUSED) {
                    throw e;
                }
                complaints.add("Batch " + batch + " was not promoted: " + e.getMessage() + " " + e.advice());
            }
        }
        String text = runs.isEmpty() ? NOTHING : String.join("\n", runs.stream().map(PromoteCommand::text).toList());
        return complaints.isEmpty() ? Answer.done(new Runs(runs), text) : Answer.wrong(new Runs(runs), text, complaints);
    }

    private static PromotionResult promote(Desk desk, String batch) {
        return desk.daos().promotion().promote(batch, desk.executor(), UUID.randomUUID());
    }

    static String text(PromotionResult result) {
        return "%d rows of batch %s promoted in run %s.".formatted(result.promoted(), result.batch(), result.run());
    }

    private static String text(PromotionPreview preview) {
        String duplicates = preview.possibleDuplicates() == null ? "nobody has looked"
                : preview.possibleDuplicates() + " as of " + Times.shown(preview.possibleDuplicatesAt());
        return new TextTable("ROWS OF " + preview.batch(), "")
                .row("would be promoted", preview.promotable())
                .row("  with a placeholder name or website", preview.placeholder())
                .row("  that look like another company", duplicates)
                .row("refused by master, so that nothing is promoted", preview.refused())
                .row("not validated", preview.notValidated())
                .row("edited since validated", preview.editedSinceValidation())
                .row("already promoted", preview.alreadyPromoted())
                .row("held by another source", preview.heldByOtherSource())
                .row("held by a match", preview.heldByMatch())
                .toString();
    }

    private static final class Which {
        @Option(names = "--batch", paramLabel = "ID", required = true, description = "The batch.")
        private String batch;

        @Option(names = "--all", required = true, description = "Every batch that has rows to promote.")
        private boolean all;
    }

    private record Runs(List<PromotionResult> runs) {
    }

    private record Previews(List<PromotionPreview> batches) {
    }
}
