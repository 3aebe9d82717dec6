package barton.steward.dao.query;

import barton.steward.model.query.PageKey;
import barton.steward.model.query.Sort;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The columns that a query is sorted by, the first one deciding, and the key, which ends every order: in SQL, and as a place to read
/// on from.
final class Ordering {
    private final List<SqlColumn> values;
    private final List<By> deciding;
    private final By key;

    /// @param form how a column stands in the statement
    Ordering(Sort sort, Source source, UnaryOperator<SqlColumn> form) {
        List<By> all = sort.orders().stream().map(order -> new By(form.apply(source.column(order.field())), order.ascending())).toList();
        this.values = all.stream().map(By::column).toList();
        this.deciding = all.stream().takeWhile(by -> !by.column().field().equals(source.key().field())).toList();
        this.key = deciding.size() < all.size() ? all.get(deciding.size()) : new By(source.key(), all.getLast().ascending());
    }

    private record By(SqlColumn column, boolean ascending) {
        String in(String expression) {
            return expression + (ascending ? "" : " DESC");
        }

        String beyond() {
            return ascending ? " > " : " < ";
        }
    }

    /// The column that decides before the key does, where there is one.
    Optional<SqlColumn> first() {
        return deciding.stream().findFirst().map(By::column);
    }

    /// What the columns need to be joined.
    String joins() {
        return joined().distinct().collect(Collectors.joining(" "));
    }

    Stream<String> joined() {
        return values.stream().map(SqlColumn::join);
    }

    /// The order of all rows in one go, NULLs last.
    String ofAll() {
        return sorted(deciding.stream());
    }

    /// The order of the rows that have a value in the first column, in a form that an index serves, or of those that have none.
    String ofPhase(boolean valued) {
        Stream<By> others = deciding.stream().skip(1);
        return valued && !deciding.isEmpty() ? deciding.getFirst().in(deciding.getFirst().column().expression()) + ", " + sorted(others)
                : sorted(others);
    }

    private String sorted(Stream<By> columns) {
        return Stream.concat(columns.map(by -> by.in(by.column().place()) + " NULLS LAST"),
                Stream.of(key.in(key.column().expression()))).collect(Collectors.joining(", "));
    }

    /// Whether the row at a place has a value in the first column.
    boolean isValued(PageKey place) {
        return deciding.isEmpty() || deciding.getFirst().column().places(place.sortValues().getFirst());
    }

    /// The rows after a place among those of its phase.
    Sql after(PageKey place, boolean valued) {
        if (!valued || deciding.size() != 1 || deciding.getFirst().ascending() != key.ascending()) {
            return beyond(place, valued ? 0 : 1);
        }
        SqlColumn only = deciding.getFirst().column();
        return Sql.of("(" + only.expression() + ", " + key.column().expression() + ")" + key.beyond() + "(")
                .then(value(only, place, 0)).then(",").then(key(place)).then(")");
    }

    /// The rows that come later by the columns from `at` on, where those before are the same.
    private Sql beyond(PageKey place, int at) {
        if (at >= deciding.size()) {
            return Sql.of(key.column().expression() + key.beyond()).then(key(place));
        }
        By by = deciding.get(at);
        String is = at == 0 ? by.column().expression() : by.column().place();
        if (!by.column().places(place.sortValues().get(at))) {
            return Sql.of("(" + is + " IS NULL AND").then(beyond(place, at + 1)).then(")");
        }
        Sql value = value(by.column(), place, at);
        String missing = at > 0 && by.column().nullable() ? "OR " + is + " IS NULL " : "";
        Sql later = Sql.of("(" + is + by.beyond()).then(value).then(missing + "OR (").then(is + " =").then(value).then("AND")
                .then(beyond(place, at + 1)).then("))");
        // Said apart, so that an index begins there.
        return at > 0 ? later : Sql.of(is + by.beyond().stripTrailing() + "=").then(value).and(later);
    }

    private Sql key(PageKey place) {
        return SqlValues.parameter(key.column().field(), place.key());
    }

    private static Sql value(SqlColumn column, PageKey place, int at) {
        return SqlValues.parameter(column.field(), place.sortValues().get(at));
    }

    /// The columns, to be read by [#read()] around the statement.
    String values() {
        return numbered(i -> values.get(i).expression() + " AS v" + i);
    }

    String read() {
        return numbered(i -> values.get(i).read("v" + i) + " AS at" + i);
    }

    /// The same without a statement around.
    String readHere() {
        return numbered(i -> values.get(i).read() + " AS at" + i);
    }

    /// The names of what [#read()] reads.
    String names() {
        return numbered(i -> "at" + i);
    }

    private String numbered(IntFunction<String> one) {
        return IntStream.range(0, values.size()).mapToObj(one).collect(Collectors.joining(", "));
    }

    /// The place of a result's row that has these columns, and its key.
    PageKey place(ResultSet result) throws SQLException {
        var read = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            read.add(SqlValues.read(values.get(i).field().type(), result, "at" + i));
        }
        return new PageKey(read, SqlValues.read(key.column().field().type(), result, "key"));
    }
}
