package barton.steward.model.alert;

import barton.steward.catalog.Entity;

/// A batch that came as a file not long ago, and can be unlike those before it.
public record RecentImport(Entity entity, String batch) {
}
