package barton.steward.service.view;

import barton.steward.catalog.Table;
import barton.steward.dao.view.SavedViewDao;
import barton.steward.model.view.SaveResult;
import barton.steward.model.view.SavedView;
import java.util.List;
import java.util.Optional;

/// Views that stewards keep under a name, for themselves or for all.
public final class SavedViews {
    private final SavedViewDao dao;
    private final String executor;

    public SavedViews(SavedViewDao dao, String executor) {
        this.dao = dao;
        this.executor = executor;
    }

    /// Her own and the shared ones of every table, by name.
    public List<SavedView> all() {
        return dao.all();
    }

    /// Saves a view under a name, which must not be blank.
    /// @param over the one in whose place it is saved, after asking; empty where none is meant to go
    public SaveResult save(Table table, String name, boolean shared, String content, Optional<SavedView> over) {
        var view = new SavedView(over.map(SavedView::id).orElse(0L), table, name.strip(), shared, content, executor, null);
        Optional<SavedView> saved = over.isPresent() ? dao.replace(view) : Optional.empty();
        return saved.or(() -> dao.add(view)).<SaveResult>map(SaveResult.Saved::new)
                .orElseGet(() -> new SaveResult.NameTaken(dao.named(table, view.name(), shared).orElseThrow()));
    }

    /// Deletes it; [#save] saves it again.
    /// @return whether it was there
    public boolean delete(SavedView view) {
        return dao.delete(view.id());
    }
}
