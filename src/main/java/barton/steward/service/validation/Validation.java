package barton.steward.service.validation;

import barton.steward.catalog.Entity;
import barton.steward.dao.validation.ValidationDao;
import barton.steward.model.validation.ValidatedAndPromoted;
import barton.steward.model.validation.ValidationResult;
import barton.steward.service.intake.Phones;
import java.util.UUID;

/// Checks the records of a batch by a set of rules; the phones of people are written as E.164 before.
public final class Validation {
    private final ValidationDao dao;
    private final Phones phones;
    private final String executor;

    public Validation(ValidationDao dao, Phones phones, String executor) {
        this.dao = dao;
        this.phones = phones;
        this.executor = executor;
    }

    public ValidationResult validate(Entity entity, String batch, String rules) {
        return validate(entity, batch, rules, UUID.randomUUID());
    }

    /// @param request the same one where the reply was lost: it finds its run instead of checking again
    public ValidationResult validate(Entity entity, String batch, String rules, UUID request) {
        return phones.before(entity, batch, () -> dao.validate(entity, batch, rules, executor, request));
    }

    /// Promotes what is validated then too, both or neither.
    public ValidatedAndPromoted validateAndPromote(Entity entity, String batch, String rules) {
        return phones.before(entity, batch, () -> dao.validateAndPromote(entity, batch, rules, executor, UUID.randomUUID()));
    }
}
