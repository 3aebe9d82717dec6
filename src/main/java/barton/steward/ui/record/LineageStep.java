package barton.steward.ui.record;

import barton.steward.catalog.Table;
import barton.steward.model.query.Query;

/// One station of a record's way: the message key of its name, what is there, and where a click leads.
record LineageStep(String stage, String text, Target target) {
    /// Where a step leads.
    sealed interface Target {
        record Rows(Query query) implements Target {
        }

        record Record(Table table, Object key) implements Target {
        }

        /// Nowhere: there is nothing, or it is the record itself.
        record Nowhere() implements Target {
        }
    }

    static LineageStep nowhere(String stage, String text) {
        return new LineageStep(stage, text, new Target.Nowhere());
    }
}
