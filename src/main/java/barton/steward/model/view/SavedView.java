package barton.steward.model.view;

import barton.steward.catalog.Table;
import java.time.Instant;

/// A question about a table and how its answer is arranged, under a name: a steward's own, or shared with all.
/// @param id 0 before it is saved
/// @param content JSON, which only the window understands
/// @param savedBy the executor who saved it last; `savedAt` is null before it is saved
public record SavedView(long id, Table table, String name, boolean shared, String content, String savedBy, Instant savedAt) {
}
