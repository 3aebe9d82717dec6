package barton.steward.cli.validation;

import barton.steward.catalog.Entity;
import barton.steward.cli.promotion.PromoteCommand;
import barton.steward.cli.support.Answer;
import barton.steward.cli.support.StewardCommand;
import barton.steward.cli.support.TextTable;
import barton.steward.model.Counted;
import barton.steward.model.promotion.PromotionResult;
import barton.steward.model.validation.Rule;
import barton.steward.model.validation.ValidationResult;
import barton.steward.service.Session;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Judges a batch of intake by a set of rules.
@Command(name = "validate", description = "Judge the records of a batch by a set of rules: those without an error are validated, the notes"
        + " of the others say what is wrong. Promoted rows are left alone.")
public final class ValidateCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Option(names = "--batch", paramLabel = "ID", required = true, description = "The batch.")
    private String batch;

    @Option(names = "--rules", paramLabel = "SET", defaultValue = Rule.STANDARD,
            description = "The set of rules. Default: ${DEFAULT-VALUE}.")
    private String rules;

    @Option(names = "--people", description = "Judge the people of the batch instead of its companies.")
    private boolean people;

    @Option(names = "--promote", description = "Promote what is validated then; where master refuses a row, neither is done.")
    private boolean promote;

    @Override
    public Integer call() {
        return steward.inSession(session -> promote ? both(session) : judged(session));
    }

    private Entity entity() {
        return people ? Entity.PERSON : Entity.COMPANY;
    }

    private Answer judged(Session session) {
        var result = session.validation().validate(entity(), batch, rules);
        return result.run() == null ? noSuchBatch(result) : Answer.done(result, text(result));
    }

    private Answer both(Session session) {
        var result = session.validation().validateAndPromote(entity(), batch, rules);
        ValidationResult judged = result.validation();
        PromotionResult promoted = result.promotion();
        var json = new Promoted(batch, judged.run(), judged.checked(), judged.passed(), judged.failed(), judged.findings(),
                promoted.run(), promoted.promoted());
        return judged.run() == null ? noSuchBatch(json) : Answer.done(json, text(judged) + "\n" + PromoteCommand.text(promoted));
    }

    private Answer noSuchBatch(Object json) {
        return Answer.wrong(json, "Nothing was judged.", List.of("steward: There is no batch " + batch + " of "
                + (people ? "people. `steward status --people`" : "companies. `steward status`") + " shows the batches."));
    }

    private static String text(ValidationResult result) {
        String text = "%s of batch %s judged in run %s: %d passed, %d failed.".formatted(
                Counted.of(result.checked(), "record", "records"), result.batch(),
                result.run(), result.passed(), result.failed());
        if (result.findings().isEmpty()) {
            return text;
        }
        var table = new TextTable("RULE", "RECORDS");
        result.findings().forEach(table::row);
        return text + "\n" + table;
    }

    private record Promoted(String batch, String run, long checked, long passed, long failed, Map<String, Long> findings,
                            String promotionRun, long promoted) {
    }
}
