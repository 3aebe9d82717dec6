package barton.steward.cli.suppression;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.StewardCommand;
import barton.steward.cli.support.TextTable;
import barton.steward.model.Counted;
import barton.steward.model.StewardException;
import barton.steward.model.history.BulkResult;
import barton.steward.model.suppression.Suppression;
import barton.steward.service.Session;
import barton.steward.service.suppression.SuppressionFile;
import barton.steward.service.suppression.Suppressions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Says whom nobody contacts, and lists them.
@Command(name = "suppress", description = "Mark people, e-mail addresses or domains as not to be contacted, for a reason; they stay so"
        + " through merges, promotions and imports, and are left out of exports. Without any, list them.")
public final class SuppressCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Parameters(paramLabel = "WHOM", arity = "0..*", description = "Barton IDs of people, e-mail addresses, or domains.")
    private List<String> whom = List.of();

    @Option(names = "--file", paramLabel = "FILE", description = "A file of them: a column value, email, person or domain, and reason.")
    private Path file;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; of a file, for lines that say none.")
    private String reason;

    @Option(names = "--lift", description = "They may be contacted again.")
    private boolean lift;

    @Option(names = "--export", paramLabel = "FILE", description = "Write those that stand into a CSV file.")
    private Path export;

    @Option(names = "--dry-run", description = "Only tell how many it would be.")
    private boolean dryRun;

    @Override
    public Integer call() {
        return steward.inSession(session -> {
            List<Suppression> given = given();
            if (export != null || given.isEmpty() && file == null) {
                return listed(session);
            }
            long announced = lift ? session.suppressions().toLift(given) : session.suppressions().toAdd(given);
            String deed = lift ? "lifted" : "suppressed";
            if (dryRun) {
                return Answer.done(new Counts(announced, 0), "%s would be %s; nothing was changed.".formatted(counted(announced), deed));
            }
            BulkResult result = lift ? session.suppressions().lift(given, announced, UUID.randomUUID())
                    : session.suppressions().add(given, announced, UUID.randomUUID());
            return switch (result) {
                case BulkResult.Done done when done.changed() == 0 -> Answer.done(new Counts(announced, 0),
                        (lift ? "None of them is suppressed" : "All of them are suppressed already") + "; nothing was changed.");
                case BulkResult.Done done -> Answer.done(new Counts(announced, done.changed()),
                        "%s %s (action %d).".formatted(counted(done.changed()), deed, done.actionId()));
                case BulkResult.CountDiffers differs -> Answer.wrong(new Counts(announced, 0), "Nothing was changed.",
                        List.of("Somebody changed suppressions meanwhile. Run it again."));
            };
        });
    }

    private List<Suppression> given() {
        var all = new ArrayList<Suppression>();
        if (!whom.isEmpty() && !lift && (reason == null || reason.isBlank())) {
            throw StewardException.refused("A suppression needs a reason; nothing was changed.", "Add --reason TEXT.");
        }
        whom.forEach(w -> all.add(Suppressions.of(w, reason == null ? "" : reason)));
        if (file != null) {
            all.addAll(SuppressionFile.read(file, lift && reason == null ? "lifted" : reason));
        }
        return all;
    }

    private Answer listed(Session session) {
        List<Suppression> standing = session.suppressions().standing();
        var json = new Listed(standing.stream()
                .map(s -> new Line(s.kind().word(), s.value(), s.reason(), s.by(), s.at().toString())).toList());
        if (export != null) {
            SuppressionFile.write(export, standing);
            return Answer.done(json, "%s written to %s.".formatted(Counted.of(standing.size(), "suppression", "suppressions"), export));
        }
        var table = new TextTable("KIND", "WHOM", "REASON", "BY", "AT");
        standing.forEach(s -> table.row(s.kind().word(), s.value(), s.reason(), s.by(), s.at()));
        return Answer.done(json, standing.isEmpty() ? "Nobody is suppressed." : table.toString());
    }

    private static String counted(long number) {
        return Counted.of(number, "person, address or domain", "people, addresses or domains");
    }

    private record Counts(long announced, long changed) {
    }

    private record Listed(List<Line> suppressions) {
    }

    private record Line(String kind, String value, String reason, String by, String at) {
    }
}
