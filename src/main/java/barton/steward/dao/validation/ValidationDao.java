package barton.steward.dao.validation;

import barton.steward.catalog.Entity;
import barton.steward.model.validation.RuleViolation;
import barton.steward.model.validation.ValidatedAndPromoted;
import barton.steward.model.validation.ValidationResult;
import java.util.List;
import java.util.UUID;

/// Runs of rules over the records of intake, done by the functions that all clients of the database share.
public interface ValidationDao {
    /// Checks every record of a batch that is not promoted by a set of rules. The request is stored with the run, so that after a lost
    /// reply the same request finds its run instead of checking again.
    ValidationResult validate(Entity entity, String batch, String rules, String executor, UUID request);

    default ValidationResult validate(Entity entity, String batch, String rules, String executor) {
        return validate(entity, batch, rules, executor, UUID.randomUUID());
    }

    /// Checks a batch and promotes what is validated then, both or neither, once for a request.
    ValidatedAndPromoted validateAndPromote(Entity entity, String batch, String rules, String executor, UUID request);

    /// What the last run that checked a record found in it, in the order of its rules.
    List<RuleViolation> findings(Entity entity, long record);
}
