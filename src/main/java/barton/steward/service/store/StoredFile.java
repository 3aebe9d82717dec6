package barton.steward.service.store;

/// A file of a store: its name below the store's address, how long it is, and its version, which changes when somebody replaces it; blank
/// where the store has no such thing.
public record StoredFile(String name, long bytes, String version) {
    /// The name without folders.
    public String shortName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
