package barton.steward.ui.actions;

import barton.steward.catalog.Field;
import barton.steward.model.query.Row;

/// What was typed into a field of a record and is not saved, the record as it was then, and why it is not saved.
public record Draft(Row row, Field field, String typed, String reason) {
}
