package barton.steward.ui.batch;

import barton.steward.catalog.Entity;
import barton.steward.ui.support.Messages;

/// A batch of companies or of people; its text is what a list of batches shows.
record BatchRef(Entity entity, String batch) {
    @Override
    public String toString() {
        return Messages.get("batch.ref." + entity, batch);
    }
}
