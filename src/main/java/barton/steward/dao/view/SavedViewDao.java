package barton.steward.dao.view;

import barton.steward.catalog.Table;
import barton.steward.model.view.SavedView;
import java.util.List;
import java.util.Optional;

/// Views under a name: those of the role that is connected, and those that are shared with all.
public interface SavedViewDao {
    /// All of them, of every table, by name.
    List<SavedView> all();

    /// The one of this name, whatever its letters' case, among the shared ones or the own ones.
    Optional<SavedView> named(Table table, String name, boolean shared);

    /// Saves it as a new one; nothing where another one has its name.
    Optional<SavedView> add(SavedView view);

    /// Saves it in the place of the one with its id; nothing where that is not there any more.
    /// @throws barton.steward.model.StewardException of kind REFUSED where another one has its name
    Optional<SavedView> replace(SavedView view);

    /// Whether it was there.
    boolean delete(long id);
}
