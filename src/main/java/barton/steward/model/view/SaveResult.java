package barton.steward.model.view;

/// What became of saving a view.
public sealed interface SaveResult {
    /// It is saved.
    record Saved(SavedView view) implements SaveResult {
    }

    /// Another one has this name already; nothing was changed.
    record NameTaken(SavedView by) implements SaveResult {
    }
}
