package barton.steward.model.database;

import java.util.List;
import java.util.Optional;

/// What a rollback of the schema did, or would do.
/// @param point the version at which the database stands then, as `006`
/// @param done false where nothing was changed, because that was only asked for
/// @param lost what there is of what goes; only what holds something
/// @param remarks sentences about what a steward may wonder about
/// @param manifest the file that lists what was exported
/// @param run what the validation log calls the rollback; absent where the log goes too
public record Rollback(String point, boolean done, List<Loss> lost, List<String> remarks, Optional<String> manifest, Optional<String> run) {
    /// @param what in a steward's words
    /// @param from the table, or the column of a table that stays
    /// @param rows how many rows the table has, or how many of its rows have a value there
    public record Loss(String what, String from, long rows) {
    }
}
