package barton.steward.model.batch;

/// How far the records of a batch are. Of those in intake, `fresh` to `unplaced` are disjoint and add up.
///
/// @param imported   in intake or cleared from it
/// @param fresh      neither checked nor decided
/// @param failed     not validated, and rules or people found fault
/// @param edited     edited since they were validated
/// @param waiting    validated, and a promotion would take them
/// @param matched    validated, and held back by a pair with another record
/// @param held       validated, and held back by a record of another source
/// @param unplaced   validated people without a place in master
/// @param promoted   in intake, and promoted
/// @param validated  of those in intake, all that are validated
/// @param rejected   of those that failed, those that somebody rejected
/// @param cleared    promoted and cleared from intake
/// @param takenBack  how many were promoted and taken back, as often as they were
public record BatchStages(long imported, long inIntake, long fresh, long failed, long edited, long waiting, long matched, long held,
                          long unplaced, long promoted, long validated, long rejected, long cleared, long takenBack) {
}
