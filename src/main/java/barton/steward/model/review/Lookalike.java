package barton.steward.model.review;

import barton.steward.catalog.Table;

/// Another record that one may be the same as.
/// @param table where it is: master or intake
/// @param key its key, as text
/// @param by why: `match`, `host`, `name` or `email`
/// @param score of a match, 0 to 100; null for the others
public record Lookalike(Table table, String key, String name, String by, Integer score) {
}
