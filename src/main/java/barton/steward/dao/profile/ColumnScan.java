package barton.steward.dao.profile;

import barton.steward.catalog.Entity;
import barton.steward.catalog.FieldType;
import barton.steward.dao.query.Sql;
import barton.steward.dao.query.SqlColumn;
import barton.steward.model.profile.ColumnProfile;
import barton.steward.model.profile.ValueCount;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// Looks through one column in one pass: its rows become its values with their numbers, and all else is told of those.
final class ColumnScan {
    /// As many values and shapes are told, and as many ways to write nothing.
    private static final int MOST = 100;
    private static final int MOST_BLANKS = 200;

    private static final String SCAN = """
            WITH v AS MATERIALIZED (
                SELECT <value> AS value, count(*) AS n, count(*) FILTER (WHERE <wrong>) AS wrong <from> WHERE <where> GROUP BY 1),
            k AS MATERIALIZED (SELECT v.value, v.n, v.wrong, <kind> AS kind FROM v),
            f AS MATERIALIZED (SELECT k.value, k.n, k.wrong FROM k WHERE k.kind = 'filled'),
            top AS (SELECT f.value, f.n FROM f ORDER BY f.n DESC, f.value LIMIT :most),
            looks AS (SELECT shq.shape(f.value) AS shape, sum(f.n) AS n FROM f GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT :most)
            SELECT coalesce(sum(k.n) FILTER (WHERE k.kind = 'filled'), 0) AS filled,
                   coalesce(sum(k.wrong) FILTER (WHERE k.kind = 'filled'), 0) AS in_error,
                   coalesce(sum(k.n) FILTER (WHERE k.kind = 'placeholder'), 0) AS placeholder,
                   coalesce(sum(k.n) FILTER (WHERE k.kind = 'empty'), 0) AS empty,
                   count(*) FILTER (WHERE k.kind = 'filled') AS distinct,
                   (SELECT f.value FROM f ORDER BY <size>, f.value LIMIT 1) AS least,
                   (SELECT f.value FROM f ORDER BY <size> DESC, f.value LIMIT 1) AS most,
                   ARRAY(SELECT top.value FROM top ORDER BY top.n DESC, top.value) AS values,
                   ARRAY(SELECT top.n FROM top ORDER BY top.n DESC, top.value) AS value_rows,
                   ARRAY(SELECT looks.shape FROM looks ORDER BY looks.n DESC, looks.shape) AS shapes,
                   ARRAY(SELECT looks.n::bigint FROM looks ORDER BY looks.n DESC, looks.shape) AS shape_rows,
                   ARRAY(SELECT b.value FROM k b WHERE b.kind = 'empty' AND b.value <> '' ORDER BY b.n DESC, 1 LIMIT :blanks) AS blanks,
                   ARRAY(SELECT b.value FROM k b WHERE b.kind = 'placeholder' ORDER BY b.n DESC, 1 LIMIT :blanks) AS placeholders
            FROM k""";
    private static final String TEXT = "CASE WHEN shq.filled_in(v.value, :column) THEN 'filled'"
            + " WHEN coalesce(shq.trimmed(v.value), '') = '' THEN 'empty' ELSE 'placeholder' END";
    private static final String OTHER = "CASE WHEN v.value IS NULL THEN 'empty' ELSE 'filled' END";

    private final String name;
    private final List<String> rules;
    private final Sql statement;

    private ColumnScan(String name, List<String> rules, Sql statement) {
        this.name = name;
        this.rules = rules;
        this.statement = statement;
    }

    /// @param rules the codes of the rules whose findings are errors of the column
    static ColumnScan of(SqlColumn column, String from, Sql where, Entity entity, List<String> rules) {
        FieldType type = column.field().type();
        String is = column.expression();
        String value = type == FieldType.TEXT_ARRAY ? "CASE WHEN cardinality(" + is + ") > 0 THEN array_to_string(" + is + ", ', ') END"
                : is + "::text";
        Sql wrong = rules.isEmpty() ? Sql.of("false")
                : Sql.of("t.id IN (SELECT f.record_id FROM shq.finding f WHERE f.entity = :entity AND f.rule_code = ANY (:rules))")
                        .bind("entity", entity.word()).bind("rules", rules.toArray(String[]::new));
        Sql kind = type == FieldType.TEXT ? Sql.of(TEXT).bind("column", column.field().name()) : Sql.of(OTHER);
        return new ColumnScan(column.field().name(), rules, scan(value, kind, wrong, from, where,
                type == FieldType.INTEGER ? "f.value::bigint" : "length(f.value)"));
    }

    /// A column of text of no table that is known.
    static ColumnScan ofText(String name, String expression, String from) {
        return new ColumnScan(name, List.of(), scan(expression, Sql.of(TEXT).bind("column", name), Sql.of("false"), from, Sql.of("true"),
                "length(f.value)"));
    }

    private static Sql scan(String value, Sql kind, Sql wrong, String from, Sql where, String size) {
        return Sql.of(SCAN).with("value", value).with("wrong", wrong).with("from", from).with("where", where)
                .with("kind", kind).with("size", size).bind("most", MOST).bind("blanks", MOST_BLANKS);
    }

    private record Found(long filled, long inError, long placeholder, long empty, long distinct, String least, String most,
                         List<String> values, List<Long> valueRows, List<String> shapes, List<Long> shapeRows, List<String> blanks,
                         List<String> placeholders) {
    }

    ColumnProfile read(Handle handle) {
        Found found = statement.query(handle).map(ConstructorMapper.of(Found.class)).one();
        return new ColumnProfile(name, found.filled() - found.inError(), found.inError(), found.placeholder(), found.empty(),
                found.distinct(), found.least(), found.most(), counts(found.values(), found.valueRows()),
                counts(found.shapes(), found.shapeRows()), found.blanks(), found.placeholders(), rules);
    }

    private static List<ValueCount> counts(List<String> values, List<Long> rows) {
        var counts = new ArrayList<ValueCount>();
        for (int i = 0; i < values.size(); i++) {
            counts.add(new ValueCount(values.get(i), rows.get(i)));
        }
        return List.copyOf(counts);
    }
}
