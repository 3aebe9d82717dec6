package barton.steward.model.review;

import barton.steward.catalog.Entity;
import barton.steward.model.query.Query;

/// What is reviewed: which records of a question about intake, and in which order; the question's own order does not count.
public record ReviewQueue(Query query, ReviewScope scope, ReviewOrder order) {
    public Entity entity() {
        return Entity.ofIntake(query.table()).orElseThrow(() -> new IllegalArgumentException("not rows of intake: " + query.table()));
    }
}
