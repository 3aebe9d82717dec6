package barton.steward.cli;

import barton.steward.model.Rule;
import barton.steward.model.RuleEntity;
import barton.steward.model.ValidationResult;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Judges a batch of intake by a set of rules.
@Command(name = "validate", description = "Judge the records of a batch by a set of rules: those without an error are validated, the notes"
        + " of the others say what is wrong. Promoted rows are left alone.")
final class ValidateCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Option(names = "--batch", paramLabel = "ID", required = true, description = "The batch.")
    private String batch;

    @Option(names = "--rules", paramLabel = "SET", defaultValue = Rule.STANDARD,
            description = "The set of rules. Default: ${DEFAULT-VALUE}.")
    private String rules;

    @Option(names = "--people", description = "Judge the people of the batch instead of its companies.")
    private boolean people;

    @Override
    public Integer call() {
        return steward.atDesk(desk -> {
            var result = desk.daos().validation().validate(people ? RuleEntity.PERSON : RuleEntity.COMPANY, batch, rules, desk.executor());
            return result.run() == null
                    ? Answer.wrong(result, "Nothing was judged.", List.of("steward: There is no batch " + batch + " of "
                            + (people ? "people" : "companies") + ". `steward status` shows the batches."))
                    : Answer.done(result, text(result));
        });
    }

    private static String text(ValidationResult result) {
        String text = "%d records of batch %s judged in run %s: %d passed, %d failed.".formatted(result.checked(), result.batch(),
                result.run(), result.passed(), result.failed());
        if (result.findings().isEmpty()) {
            return text;
        }
        var table = new TextTable("RULE", "RECORDS");
        result.findings().forEach(table::row);
        return text + "\n" + table;
    }
}
