package barton.steward.dao.sidecar;

import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.dao.change.AuditedChange;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.dao.change.Records;
import barton.steward.dao.change.StagingTable;
import barton.steward.dao.intake.SourceFile;
import barton.steward.dao.query.Predicates;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import barton.steward.dao.query.SqlValues;
import barton.steward.dao.table.Refusal;
import barton.steward.dao.table.RowEdit;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.history.EditResult;
import barton.steward.model.intake.ImportSummary;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

public final class JdbiSidecarDao implements SidecarDao {
    private final Database database;

    public JdbiSidecarDao(Database database) {
        this.database = database;
    }

    @Override
    public Row read(Table sidecars, String key) {
        return database.read(handle -> found(handle, sidecars, key));
    }

    private static Row found(Handle handle, Table sidecars, String key) {
        Source source = Source.of(sidecars);
        return source.byKey(key).query(handle).map((result, context) -> source.row(result)).findOne().orElseGet(() -> {
            var values = new ArrayList<Object>(Collections.nCopies(sidecars.fields().size(), null));
            values.set(0, key);
            return new Row(sidecars, Collections.unmodifiableList(values), 0);
        });
    }

    @Override
    public EditResult save(Row read, Map<Field, Object> changes, String executor) {
        Map<Field, Sql> now = Map.of(enrichedAt(read.table()), Sql.of("now()"));
        if (read.version() != 0) {
            return new RowEdit(read, changes, now, executor).run(database);
        }
        try {
            return IdempotencyKey.kept(database, handle -> make(handle, read, changes, executor));
        } catch (StewardException e) {
            if (e.kind() == StewardException.Kind.REFUSED) {
                return new EditResult.Refused(new Refusal(read.table(), e, changes.keySet()).sentence());
            }
            throw e;
        }
    }

    private static EditResult make(Handle handle, Row read, Map<Field, Object> changes, String executor) {
        Table table = read.table();
        var columns = new ArrayList<String>(List.of(table.key().name(), enrichedAt(table).name()));
        var values = new ArrayList<Sql>(List.of(SqlValues.parameter(table.key(), read.key()), Sql.of("now()")));
        changes.forEach((field, value) -> {
            columns.add(Source.of(table).stored(field).field().name());
            values.add(SqlValues.parameter(field, value));
        });
        boolean made = Sql.of("INSERT INTO <sidecars> (<columns>) SELECT <values> ON CONFLICT DO NOTHING")
                .with("sidecars", table.qualifiedName()).with("columns", String.join(", ", columns))
                .with("values", Sql.joined(", ", values)).execute(handle) == 1;
        long action = made ? new AuditedChange(table, "sidecar", "Made the sidecar of " + read.key(), executor)
                .inserted(handle, read.key()).action() : 0;
        Row now = found(handle, table, read.key().toString());
        return made ? new EditResult.Saved(now, action) : new EditResult.Conflict(changes, read, now);
    }

    @Override
    public ImportSummary importRecords(Table sidecars, SourceFile file, boolean again, Records records, boolean look,
            OptionalLong announced, String executor, UUID request) {
        return taken(sidecars, file, again, handle -> StagingTable.of(handle, sidecars, records), look, announced, executor, request);
    }

    @Override
    public ImportSummary set(Selection owners, Map<Field, Object> values, boolean look, OptionalLong announced, String executor,
                          UUID request) {
        Table sidecars = SidecarDao.of(owners.table());
        Source source = Source.of(owners.table());
        Sql keys = Sql.of("SELECT <key>::text <from> WHERE <where>").with("key", source.key().expression())
                .with("from", source.from()).with("where", Predicates.of(owners));
        Sql given = Sql.of("jsonb_build_object(<values>)").with("values", Sql.joined(", ", values.entrySet().stream()
                .map(v -> Sql.of("'" + Source.of(sidecars).stored(v.getKey()).field().name() + "',")
                        .then(SqlValues.parameter(v.getKey(), v.getValue()))).toList()));
        return taken(sidecars, null, false, handle -> StagingTable.of(handle, sidecars, keys, given), look, announced, executor, request);
    }

    private ImportSummary taken(Table sidecars, SourceFile file, boolean again, Function<Handle, StagingTable> staging, boolean look,
            OptionalLong announced, String executor, UUID request) {
        return IdempotencyKey.write(database, handle -> {
            var taking = new SidecarUpsert(handle, sidecars, file, staging, executor, request);
            return taking.run(look, again, announced);
        });
    }

    @Override
    public Map<String, Integer> longest(Table table) {
        String[] name = table.qualifiedName().split("[.]");
        return database.read(handle -> handle.createQuery("""
                SELECT column_name, character_maximum_length FROM information_schema.columns
                WHERE table_schema = :schema AND table_name = :table AND character_maximum_length IS NOT NULL
                """).bind("schema", name[0]).bind("table", name[1]).reduceRows(new HashMap<>(), (limits, row) -> {
                    limits.put(row.getColumn("column_name", String.class), row.getColumn("character_maximum_length", Integer.class));
                    return limits;
                }));
    }

    static Field enrichedAt(Table sidecars) {
        return sidecars.entity().orElseThrow().enrichedAt();
    }
}
