package barton.steward.model.validation;

import java.util.List;

/// What a rule would find in a batch: of how many records so many would fail, by the ids of their rows in intake.
public record RuleDryRun(RuleOnBatch of, long checked, List<Long> failing) {
    public RuleDryRun {
        failing = List.copyOf(failing);
    }
}
