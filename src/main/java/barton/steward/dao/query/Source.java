package barton.steward.dao.query;

import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.model.query.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Where the rows of a table come from: the base table as `t`, what is joined to it, and the expression of every field.
public final class Source {
    private final Table table;
    private final String joins;
    private final Map<Field, SqlColumn> columns = new HashMap<>();
    private final List<Field> searched;
    private final Also alsoSearched;

    /// @param searched what a search looks into, first the table's own columns
    /// @param alsoSearched null for none
    Source(Table table, String joins, List<SqlColumn> computed, List<Field> searched, Also alsoSearched) {
        this.table = table;
        this.joins = joins;
        this.searched = searched;
        this.alsoSearched = alsoSearched;
        computed.forEach(c -> columns.put(c.field(), c));
        table.fields().forEach(f -> columns.computeIfAbsent(f, own -> SqlColumn.stored(own, own.equals(table.key()))));
    }

    public static Source of(Table table) {
        return Sources.ALL.get(table);
    }

    public Table table() {
        return table;
    }

    /// @throws IllegalArgumentException where the field is not one of this table
    public SqlColumn column(Field field) {
        SqlColumn column = columns.get(field);
        if (column == null) {
            throw new IllegalArgumentException(table + " has no field " + field);
        }
        return column;
    }

    /// A column of the base table itself.
    /// @throws IllegalArgumentException where it is not
    public SqlColumn stored(Field field) {
        SqlColumn column = column(field);
        if (!column.stored()) {
            throw new IllegalArgumentException(field + " is computed");
        }
        return column;
    }

    /// The fields that are columns of the base table.
    public List<Field> storedFields() {
        return table.fields().stream().filter(f -> column(f).stored()).toList();
    }

    public SqlColumn key() {
        return column(table.key());
    }

    public List<Field> searched() {
        return searched;
    }

    /// Whether the rows have something of the other table's in them.
    public boolean shows(Table other) {
        return other == table || from().contains(other.qualifiedName())
                || columns.values().stream().anyMatch(c -> c.expression().contains(other.qualifiedName()));
    }

    /// `FROM …`
    public String from() {
        return from("");
    }

    /// `FROM …` of a sample: about as many blocks of the base table in a hundred as `:percent` says, the same ones each time.
    String fromSample() {
        return from("TABLESAMPLE SYSTEM (:percent::real) REPEATABLE (0) ");
    }

    private String from(String sample) {
        return " FROM " + table.qualifiedName() + " t " + sample + joins;
    }

    /// `SELECT …` of every field and the version, which [#row] reads.
    public String select() {
        return select(table.fields()) + ", t.xmin::text::bigint";
    }

    /// `SELECT …` of some fields, which [#values] reads.
    public String select(List<Field> fields) {
        return select(fields, UnaryOperator.identity());
    }

    /// The same in the form of those who read every row; the joins of [Paging#fromOfEveryRow] must be in the statement.
    public String selectOfEveryRow(List<Field> fields) {
        return select(fields, SqlColumn::ofEveryRow);
    }

    private String select(List<Field> fields, UnaryOperator<SqlColumn> form) {
        return "SELECT " + fields.stream().map(f -> form.apply(column(f)).read()).collect(Collectors.joining(", "));
    }

    /// The one row of a key.
    public Sql byKey(Object key) {
        return Sql.of(select() + from() + " WHERE").then(is(key));
    }

    /// Whether `t` is the row of a key.
    public Sql is(Object key) {
        return Sql.of(key().expression() + " =").then(SqlValues.parameter(table.key(), key));
    }

    /// The row at a result's place.
    public Row row(ResultSet result) throws SQLException {
        return new Row(table, values(table.fields(), result), result.getLong(table.fields().size() + 1));
    }

    /// The values at a result's place.
    public List<Object> values(List<Field> fields, ResultSet result) throws SQLException {
        var values = new ArrayList<>(fields.size());
        for (Field field : fields) {
            values.add(SqlValues.read(field.type(), result, values.size() + 1));
        }
        return Collections.unmodifiableList(values);
    }

    /// Rows that contain the text, in one expression over the table's own columns, as the search index of the table has it.
    Sql containing(String text) {
        var search = TextSearch.of(text);
        List<String> columns = searched.stream().map(this::column).filter(SqlColumn::stored).map(SqlColumn::expression).toList();
        Sql found = search.in(columns.size() == 1 ? columns.getFirst()
                : columns.stream().map(c -> "coalesce(" + c + ", '')").collect(Collectors.joining(" || E'\\n' || ")));
        return alsoSearched == null ? found : Sql.of("(").then(found).then("OR").then(alsoSearched.containing(search)).then(")");
    }

    /// A further way by which a search finds rows: another table's rows of which all expressions contain the text.
    /// @param before the condition up to those, `after` what follows them
    record Also(String before, List<String> expressions, String after) {
        Sql containing(TextSearch search) {
            return Sql.of(before).then(Sql.joined(" AND ", expressions.stream()
                    .map(e -> Sql.of("(").then(search.in(e)).then(")")).toList())).then(after);
        }
    }
}
