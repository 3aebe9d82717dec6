package barton.steward.dao.query;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import java.util.Set;

/// What is kept of the records of intake that are not validated, in whose orders they are reviewed; a record that is validated is not
/// among them.
public final class OpenRecordsSql {
    private static final Set<Field> KEPT = Set.of(IntakeFields.RISK, IntakeFields.FAULT);

    private OpenRecordsSql() {
    }

    /// A column of an order of open records, as it is kept.
    public static SqlColumn kept(Entity entity, SqlColumn column) {
        return KEPT.contains(column.field())
                ? column.joined("JOIN shq.open_" + entity.word() + " o ON o.record_id = t.id", "o." + column.field().name()).ofEveryRow()
                : column.ofEveryRow();
    }
}
