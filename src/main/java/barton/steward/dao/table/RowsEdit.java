package barton.steward.dao.table;

import barton.steward.catalog.ColumnNames;
import barton.steward.catalog.Field;
import barton.steward.catalog.FieldType;
import barton.steward.catalog.SlotFields;
import barton.steward.catalog.Table;
import barton.steward.dao.change.AuditedChange;
import barton.steward.dao.change.ExpectedCount;
import barton.steward.dao.change.PromotionLock;
import barton.steward.dao.query.IntakeStatusSql;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import barton.steward.dao.query.SqlValues;
import barton.steward.dao.slot.DefaultSlot;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.history.BulkResult;
import barton.steward.model.history.RowChange;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Changes of several rows of a table, each to values of its own, in one action: all of them as they were read, or none.
final class RowsEdit {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Table table;
    private final List<RowChange> changes;
    private final Set<Field> fields = new LinkedHashSet<>();
    private final Source source;
    private final String executor;

    /// @throws IllegalArgumentException where a field is not one that is edited by hand
    RowsEdit(List<RowChange> changes, String executor) {
        this.table = changes.getFirst().original().table();
        this.changes = changes;
        this.source = Source.of(table);
        this.executor = executor;
        changes.forEach(change -> fields.addAll(change.values().keySet()));
        fields.forEach(field -> {
            if (!source.stored(field).field().editable()) {
                throw new IllegalArgumentException(field + " is not edited by hand");
            }
        });
    }

    BulkResult run(Database database, UUID request) {
        try {
            return ExpectedCount.run(database, request, changes.size(), handle -> write(handle, request));
        } catch (StewardException e) {
            if (e.kind() == StewardException.Kind.REFUSED) {
                throw StewardException.refused(new Refusal(table, e, fields).sentence(), "");
            }
            throw e;
        }
    }

    private AuditedChange.Outcome write(Handle handle, UUID request) {
        Sql where = Sql.of("<key> = ANY(:keys::<type>[]) AND (<key>)::text || ' ' || t.xmin::text = ANY(:seen::text[])")
                .with("key", source.key().expression()).with("type", SqlValues.sqlType(table.key().type()))
                .bind("keys", changes.stream().map(c -> c.original().key()).toArray())
                .bind("seen", changes.stream().map(c -> c.original().key() + " " + c.original().version()).toArray());
        if (table.isIntake()) {
            PromotionLock.shareSoon(handle);
            where = where.then("AND NOT " + IntakeStatusSql.promoted(table));
        }
        refuseLosingTheDefault(handle);
        String values = values();
        var assignments = new LinkedHashMap<Field, Sql>();
        fields.forEach(field -> assignments.put(field, assignment(field).bind("values", values)));
        String names = ColumnNames.list(table, List.copyOf(fields));
        var recorded = new AuditedChange(table, "paste", "Pasted " + names, executor, request);
        return recorded.update(handle, where, assignments, OptionalLong.of(changes.size()));
    }

    private void refuseLosingTheDefault(Handle handle) {
        changes.stream().filter(change -> change.values().containsKey(SlotFields.SLOT_TYPE)).forEach(change ->
                DefaultSlot.refusal(handle, change.original(), (String) change.values().get(SlotFields.SLOT_TYPE)).ifPresent(reason -> {
                    throw StewardException.refused(reason, "");
                }));
    }

    /// What the row's own values say, where they name the field.
    private Sql assignment(Field field) {
        return Sql.of("CASE WHEN jsonb_exists(:values::jsonb -> (<key>)::text, '<field>') THEN"
                        + " (jsonb_populate_record(NULL::<table>, :values::jsonb -> (<key>)::text)).<field> ELSE t.<field> END")
                .with("key", source.key().expression()).with("field", field.name()).with("table", table.qualifiedName());
    }

    private String values() {
        ObjectNode rows = JSON.createObjectNode();
        changes.forEach(change -> {
            ObjectNode row = rows.putObject(change.original().key().toString());
            change.values().forEach((field, value) -> row.set(field.name(), value instanceof String text && field.type() == FieldType.JSON
                    ? JSON.readTree(SqlValues.storable(text)) : JSON.valueToTree(stored(value))));
        });
        return JSON.writeValueAsString(rows);
    }

    private static Object stored(Object value) {
        return switch (value) {
            case null -> null;
            case String text -> SqlValues.storable(text);
            case List<?> list -> list.stream().map(element -> SqlValues.storable((String) element)).toList();
            case Instant at -> at.toString();
            default -> value;
        };
    }
}
