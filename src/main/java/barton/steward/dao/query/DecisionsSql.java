package barton.steward.dao.query;

import barton.steward.catalog.Table;
import barton.steward.model.history.Decisions;
import java.time.ZoneId;

/// The decisions that stewards made by hand, as the history has them.
public final class DecisionsSql {
    /// Whether the action `a` is such a decision and stands.
    public static final String MADE = "a.kind = 'mark' AND NOT EXISTS (SELECT FROM shq.action u WHERE u.undoes = a.action_id)";

    private DecisionsSql() {
    }

    static Sql records(Table intake, Decisions of) {
        ZoneId zone = ZoneId.systemDefault();
        return Sql.of("t.id IN (SELECT k.key::bigint FROM shq.action a JOIN shq.change c ON c.action_id = a.action_id"
                + " CROSS JOIN LATERAL unnest(c.keys) AS k (key) WHERE " + MADE + " AND a.table_name = ? AND a.executor = ?"
                + " AND a.happened_at >= ? AND a.happened_at < ?)", intake.qualifiedName(), of.steward(),
                of.day().atStartOfDay(zone).toInstant(), of.day().plusDays(1).atStartOfDay(zone).toInstant());
    }
}
