package barton.steward.cli.validation;

import barton.steward.cli.promotion.PromoteCommand;
import barton.steward.cli.support.Answer;
import barton.steward.cli.support.OfPeople;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Checks a batch of intake by a set of rules.
@Command(name = "validate", description = "Check the records of a batch by a set of rules: those without an error are validated, the notes"
        + " of the others say what is wrong. Promoted rows are left alone.")
public final class ValidateCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Option(names = "--batch", paramLabel = "ID", required = true, description = "The batch.")
    private String batch;

    @Option(names = "--rules", paramLabel = "SET", defaultValue = Rule.STANDARD,
            description = "The set of rules. Default: ${DEFAULT-VALUE}.")
    private String rules;

    @Mixin
    private OfPeople of;

    @Option(names = "--promote", description = "Promote what is validated then; where master refuses a row, neither is done.")
    private boolean promote;

    @Override
    public Integer call() {
        return steward.inSession(session -> promote ? both(session) : checked(session));
    }

    private Answer checked(Session session) {
        var result = session.validation().validate(of.entity(), batch, rules);
        return result.run() == null ? noSuchBatch(result) : Answer.done(result, text(result));
    }

    private Answer both(Session session) {
        var result = session.validation().validateAndPromote(of.entity(), batch, rules);
        ValidationResult checked = result.validation();
        PromotionResult promoted = result.promotion();
        var json = new Promoted(batch, checked.run(), checked.checked(), checked.passed(), checked.failed(), checked.findings(),
                promoted.run(), promoted.promoted());
        return checked.run() == null ? noSuchBatch(json) : Answer.done(json, text(checked) + "\n" + PromoteCommand.text(promoted));
    }

    private Answer noSuchBatch(Object json) {
        return Answer.wrong(json, "Nothing was checked.", List.of("steward: There is no batch " + batch + " of "
                + of.entity().plural() + ". `steward status" + of.option() + "`" + " shows the batches."));
    }

    private static String text(ValidationResult result) {
        String text = "%s of batch %s checked in run %s: %d passed, %d failed.".formatted(
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
