package barton.steward.dao.cluster;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.dao.query.IntakeStatusSql;
import barton.steward.dao.query.Predicates;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import barton.steward.db.Database;
import barton.steward.model.Work;
import barton.steward.model.profile.ValueCount;
import barton.steward.model.query.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

public final class JdbiValueDao implements ValueDao {
    private static final int FETCH = 5_000;
    private static final String VALUES = """
            SELECT <field>::text AS value, count(*) AS rows <from>
            WHERE <where> AND NOT <promoted> AND shq.filled_in(<field>::text, :name) AND length(<field>::text) <= :longest GROUP BY 1""";
    private static final String DECIDED = """
            SELECT DISTINCT ON (m.value) m.value, m.becomes
            FROM shq.value_mapping m
            WHERE m.entity = :entity AND m.field = :field AND NOT EXISTS (
                SELECT FROM shq.action u WHERE u.undoes = m.action_id AND NOT EXISTS (
                    SELECT FROM shq.action r WHERE r.undoes = u.action_id))
            ORDER BY m.value, m.action_id DESC""";

    private final Database database;

    public JdbiValueDao(Database database) {
        this.database = database;
    }

    @Override
    public List<ValueCount> values(Selection rows, Field field) {
        Source source = Source.of(rows.table());
        Sql statement = Sql.of(VALUES).with("field", source.column(field).expression()).with("from", source.from())
                .with("where", Predicates.of(rows)).with("promoted", IntakeStatusSql.promoted(rows.table())).bind("longest", LONGEST)
                .bind("name", field.name());
        return database.longRead(handle -> {
            var values = new ArrayList<ValueCount>();
            try (var found = statement.query(handle).setFetchSize(FETCH).map(ConstructorMapper.of(ValueCount.class)).stream()) {
                found.forEach(value -> {
                    values.add(value);
                    if (values.size() % FETCH == 0) {
                        Work.checkCancelled();
                    }
                });
            }
            return values;
        });
    }

    @Override
    public Map<String, String> decided(Entity entity, Field field) {
        return database.read(handle -> handle.createQuery(DECIDED).bind("entity", entity.word()).bind("field", field.name())
                .setMapKeyColumn("value").setMapValueColumn("becomes").collectInto(
                        new GenericType<Map<String, String>>() { }));
    }

    /// Keeps what an action decided of values.
    public static void keep(Handle handle, Entity entity, Field field, Map<String, String> becomes, long action) {
        handle.createUpdate("""
                INSERT INTO shq.value_mapping (entity, field, value, becomes, action_id)
                SELECT :entity, :field, d.value, d.becomes, :action FROM unnest(:values::text[], :become::text[]) AS d (value, becomes)""")
                .bind("entity", entity.word()).bind("field", field.name()).bind("action", action)
                .bind("values", becomes.keySet().toArray(String[]::new)).bind("become", becomes.values().toArray(String[]::new)).execute();
    }
}
