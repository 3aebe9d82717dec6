package barton.steward.db;

import barton.steward.db.drift.SchemaContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Says what adopting a database that has all of ours would find and do. Nothing of it stands in the way.
final class SchemaFindings {
    private final SchemaReader reader;

    SchemaFindings(SchemaReader reader) {
        this.reader = reader;
    }

    List<String> sentences() {
        var found = new ArrayList<String>();
        found.addAll(types());
        found.addAll(missingIndexes());
        found.addAll(new SchemaCollisions(reader).findings());
        found.addAll(missingReferences());
        found.addAll(missingChecks());
        found.addAll(rows());
        return found;
    }

    private List<String> types() {
        var found = new ArrayList<String>();
        Map<String, Map<String, String>> there = reader.columns();
        SchemaContract.COLUMNS.forEach((table, columns) -> columns.forEach((column, type) -> {
            String other = there.get(table).get(column);
            if (!SchemaContract.same(type, other)) {
                found.add("The column %s.%s is %s instead of %s, which works too.".formatted(table, column, other, type));
            }
        }));
        return found;
    }

    private List<String> missingIndexes() {
        var names = new ArrayList<String>();
        new TreeMap<>(SchemaContract.INDEXES).forEach((schema, indexes) -> indexes.forEach(i -> names.add(schema + "." + i)));
        return reader.list("""
                SELECT 'The index ' || i.name || ' is missing; it is made.'
                FROM unnest(:names) AS i (name) WHERE to_regclass(i.name) IS NULL""", Map.of("names", names));
    }

    private List<String> missingReferences() {
        var columns = List.copyOf(new TreeMap<>(SchemaContract.REFERENCES).keySet());
        var tables = columns.stream().map(SchemaContract.REFERENCES::get).toList();
        return reader.list("""
                SELECT 'No foreign key leads from ' || r.column_name || ' to ' || r.referred || '; none is made.'
                FROM unnest(:columns, :tables) AS r (column_name, referred)
                WHERE NOT EXISTS (SELECT FROM pg_constraint k
                                  JOIN pg_class c ON c.oid = k.conrelid
                                  JOIN pg_namespace n ON n.oid = c.relnamespace
                                  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (k.conkey)
                                  WHERE k.contype = 'f' AND k.confrelid = to_regclass(r.referred)
                                    AND n.nspname || '.' || c.relname || '.' || a.attname = r.column_name)""",
                Map.of("columns", columns, "tables", tables));
    }

    private List<String> missingChecks() {
        return reader.list("""
                SELECT 'The values of ' || k.column_name || ' are not checked; no check is made.'
                FROM unnest(:columns) AS k (column_name)
                WHERE NOT EXISTS (SELECT FROM pg_constraint o
                                  JOIN pg_class c ON c.oid = o.conrelid
                                  JOIN pg_namespace n ON n.oid = c.relnamespace
                                  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (o.conkey)
                                  WHERE o.contype = 'c' AND n.nspname || '.' || c.relname || '.' || a.attname = k.column_name)""",
                Map.of("columns", SchemaContract.CHECKED));
    }

    private List<String> rows() {
        return reader.list("""
                SELECT s.sentence FROM (
                    SELECT 1 AS place, count(*) || ' companies have no default slot; each gets one.' AS sentence, count(*) AS rows
                    FROM marketing.company_master m
                    WHERE NOT EXISTS (SELECT FROM marketing.company_slots s
                                      WHERE s.company_unique_id = m.company_unique_id AND s.slot_type = 'default')
                    UNION ALL
                    SELECT 2, count(*) || ' intake rows were promoted more than once; they stay, and until they are cleared up promotion'
                              || ' is refused above READ COMMITTED.', count(*)
                    FROM (SELECT m.source_record_id FROM marketing.company_master m
                          WHERE m.source_system = 'intake_promotion' AND m.source_record_id IS NOT NULL
                          GROUP BY m.source_record_id HAVING count(*) > 1) d
                    UNION ALL
                    SELECT 3, 'These roles may promote only because everybody may: ' || string_agg(r.rolname, ', ' ORDER BY r.rolname)
                              || '; they are granted it by name, and everybody else loses it.', count(*)
                    FROM pg_roles r
                    JOIN pg_proc p ON p.oid = coalesce(to_regprocedure('shq.promote_company_records(text, text)'),
                                                       to_regprocedure('shq.promote_company_records(varchar, varchar)'))
                    WHERE NOT r.rolsuper AND r.rolname NOT LIKE 'pg\\_%'
                      AND has_database_privilege(r.oid, current_database(), 'CONNECT')
                      AND has_schema_privilege(r.oid, 'shq', 'USAGE') AND has_function_privilege(r.oid, p.oid, 'EXECUTE')
                      AND NOT EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
                                      WHERE a.grantee <> 0 AND pg_has_role(r.oid, a.grantee, 'USAGE'))) s
                WHERE s.rows > 0 ORDER BY s.place""");
    }
}
