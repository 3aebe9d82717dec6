package barton.steward.dao.table;

import barton.steward.catalog.ColumnNames;
import barton.steward.catalog.Field;
import barton.steward.catalog.SlotFields;
import barton.steward.dao.change.AuditedChange;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.dao.change.PromotionLock;
import barton.steward.dao.query.IntakeStatusSql;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import barton.steward.dao.query.SqlValues;
import barton.steward.dao.slot.DefaultSlot;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.history.EditResult;
import barton.steward.model.query.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/// The change of some fields of one row, as it was read.
public final class RowEdit {
    private final Row original;
    private final Map<Field, Object> changes;
    private final Map<Field, Sql> beside;
    private final Source source;
    private final String executor;

    /// @throws IllegalArgumentException where a field is not one that is edited by hand
    public RowEdit(Row original, Map<Field, Object> changes, String executor) {
        this(original, changes, Map.of(), executor);
    }

    /// @param beside what else is set, where anything is changed
    public RowEdit(Row original, Map<Field, Object> changes, Map<Field, Sql> beside, String executor) {
        this.original = original;
        this.beside = beside;
        this.changes = new LinkedHashMap<>(changes);
        this.source = Source.of(original.table());
        this.executor = executor;
        changes.keySet().forEach(field -> {
            if (!source.stored(field).field().editable()) {
                throw new IllegalArgumentException(field + " is not edited by hand");
            }
        });
    }

    public EditResult run(Database database) {
        try {
            var assignments = new LinkedHashMap<Field, Sql>();
            changes.forEach((field, value) -> {
                if (!Objects.equals(value, original.get(field))) {
                    assignments.put(field, SqlValues.parameter(field, value));
                }
            });
            return assignments.isEmpty() ? database.read(this::unchanged)
                    : IdempotencyKey.kept(database, handle -> write(handle, assignments));
        } catch (StewardException e) {
            if (e.kind() == StewardException.Kind.REFUSED) {
                return new EditResult.Refused(new Refusal(original.table(), e, changes.keySet()).sentence());
            }
            throw e;
        }
    }

    private EditResult unchanged(Handle handle) {
        return now(handle).<EditResult>map(row -> new EditResult.Saved(row, 0)).orElseGet(EditResult.Gone::new);
    }

    private EditResult write(Handle handle, Map<Field, Sql> assignments) {
        Sql where = Sql.of("t.xmin = :version::text::xid").bind("version", Long.toString(original.version()))
                .and(source.is(original.key()));
        if (original.table().isIntake()) {
            PromotionLock.shareSoon(handle);
            where = where.then("AND NOT " + IntakeStatusSql.promoted(original.table()));
        }
        if (changes.containsKey(SlotFields.SLOT_TYPE)) {
            Optional<String> refusal = DefaultSlot.refusal(handle, original, (String) changes.get(SlotFields.SLOT_TYPE));
            if (refusal.isPresent()) {
                return new EditResult.Refused(refusal.get());
            }
        }
        String names = ColumnNames.list(original.table(), List.copyOf(assignments.keySet()));
        beside.forEach(assignments::putIfAbsent);
        var recorded = new AuditedChange(original.table(), "edit", "Changed " + names + " of " + original.key(), executor);
        long action = recorded.update(handle, where, assignments, OptionalLong.empty()).action();
        Optional<Row> now = now(handle);
        if (now.isEmpty()) {
            return new EditResult.Gone();
        }
        if (action != 0) {
            return new EditResult.Saved(now.get(), action);
        }
        return now.get().version() == original.version()
                ? new EditResult.Refused("This row is promoted already. Correct the %s in master instead."
                        .formatted(original.table().entity().orElseThrow().word()))
                : new EditResult.Conflict(changes, original, now.get());
    }

    private Optional<Row> now(Handle handle) {
        return source.byKey(original.key()).query(handle).map((result, context) -> source.row(result)).findOne();
    }
}
