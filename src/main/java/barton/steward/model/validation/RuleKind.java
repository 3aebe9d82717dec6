package barton.steward.model.validation;

/// How a rule asks, and by which parameters. The names in the database are those in lower case. Blank counts as missing, and what is
/// missing breaks no rule but the first and the last. Every kind takes `when`: {field, as, values, blank}, so that it is asked only where
/// another field is one of the values, or blank. `as` is what the value is looked at as: host, web,
/// email, phone, state, country, region, postcode, lower or letters. With `*` for its field PLACEHOLDER or CLEAN is asked of every text.
public enum RuleKind {
    /// `or`: fields of which one is enough.
    REQUIRED,
    /// `pattern`, `ignore_case`, `as`.
    REGEX,
    /// `min`, `max`: a number, or "this year" as the most.
    RANGE,
    /// `min`, `max`: characters.
    LENGTH,
    /// `values`, `as`: it must be one of these.
    LIST,
    /// `values`, `as`: it must be none of these; without values no placeholder of the team's list.
    PLACEHOLDER,
    /// `of`: its text has nothing invisible, no controls, no entities or no mojibake.
    CLEAN,
    /// `as`: once in the batch.
    UNIQUE,
    /// `column`, `as`: not in that column of another row of master.
    IN_MASTER,
    /// `with`, `as`: the same as another field, where that has a value.
    AGREES,
    /// Of people: the company is in master, by its ID or else by its exact name.
    COMPANY_FOUND
}
