package barton.steward.model.history;

/// What a run did: its id in the validation log, and to how many rows. The id is null where there was nothing to do, which is not logged.
public record RunResult(String run, long rows) {
}
