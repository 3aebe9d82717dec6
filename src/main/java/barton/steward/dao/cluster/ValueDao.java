package barton.steward.dao.cluster;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.model.profile.ValueCount;
import barton.steward.model.query.Selection;
import java.util.List;
import java.util.Map;

/// The values of a field of intake, and what stewards decided that values become.
public interface ValueDao {
    /// The values that are filled in, with their rows; of rows that are promoted none, because those are not changed. Texts of more than
    /// [#LONGEST] characters are left out.
    List<ValueCount> values(Selection rows, Field field);

    /// What was decided of values by actions that were not undone; what stays as it is becomes itself.
    Map<String, String> decided(Entity entity, Field field);

    /// The longest text that is taken for a way to write something, in characters.
    int LONGEST = 300;
}
