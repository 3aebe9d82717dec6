package barton.steward.dao.profile;

import barton.steward.catalog.Entity;
import barton.steward.model.profile.Profile;
import barton.steward.model.query.Selection;
import java.util.List;
import java.util.function.Consumer;

/// Looks through columns.
public interface ProfileDao {
    /// The columns of intake that a file or a steward fills, in one state of the database. As its progress it tells
    /// the share of the rows that is as large as that of the columns done.
    /// @param rows rows of intake
    Profile profile(Selection rows);

    /// The columns of a file, which lie in the database for the time of it.
    /// @param headers another one each
    /// @param rows    hands each row to the sink, as wide as the headers
    Profile profile(List<String> headers, Consumer<Consumer<String[]>> rows);

    /// The latest batches before this one that came from files with the same headers in the same columns, the newest first; where there
    /// is none, those from files with the same headers. They have rows in intake.
    List<String> before(Entity entity, String batch, int most);
}
