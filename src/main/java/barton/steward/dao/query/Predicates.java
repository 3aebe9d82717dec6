package barton.steward.dao.query;

import static barton.steward.model.query.Condition.Op.AT_LEAST;
import static barton.steward.model.query.Condition.Op.AT_MOST;
import static barton.steward.model.query.Condition.Op.BETWEEN;
import static barton.steward.model.query.Condition.Op.CONTAINS;
import static barton.steward.model.query.Condition.Op.EMPTY;
import static barton.steward.model.query.Condition.Op.HAS;
import static barton.steward.model.query.Condition.Op.HAS_NOT;
import static barton.steward.model.query.Condition.Op.HOLDS;
import static barton.steward.model.query.Condition.Op.IS;
import static barton.steward.model.query.Condition.Op.IS_NOT;
import static barton.steward.model.query.Condition.Op.NOT_CONTAINS;
import static barton.steward.model.query.Condition.Op.NOT_ONE_OF;
import static barton.steward.model.query.Condition.Op.NOT_STARTS_WITH;
import static barton.steward.model.query.Condition.Op.ONE_OF;
import static barton.steward.model.query.Condition.Op.PRESENT;
import static barton.steward.model.query.Condition.Op.SHAPED;
import static barton.steward.model.query.Condition.Op.STARTS_WITH;

import barton.steward.catalog.Field;
import barton.steward.catalog.FieldType;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Filter;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Conditions, searches and selections as SQL over a [Source].
public final class Predicates {
    private Predicates() {
    }

    /// What a field can be asked.
    public static List<Condition.Op> operators(Field field) {
        var operators = new ArrayList<>(switch (field.type()) {
            case TEXT -> List.of(IS, IS_NOT, ONE_OF, NOT_ONE_OF, CONTAINS, NOT_CONTAINS, STARTS_WITH, NOT_STARTS_WITH, SHAPED);
            case INTEGER, BIGINT, NUMERIC -> List.of(IS, IS_NOT, ONE_OF, NOT_ONE_OF, BETWEEN, AT_LEAST, AT_MOST);
            case TIMESTAMP -> List.of(BETWEEN, AT_LEAST, AT_MOST);
            case BOOLEAN -> List.of(IS, IS_NOT);
            case TEXT_ARRAY -> List.of(HAS, HAS_NOT);
            case JSON -> List.of(HAS, HAS_NOT, HOLDS, CONTAINS, NOT_CONTAINS);
        });
        if (field.nullable()) {
            operators.addAll(List.of(EMPTY, PRESENT));
        }
        return List.copyOf(operators);
    }

    /// The rows that the selection holds.
    public static Sql of(Selection selection) {
        Source source = Source.of(selection.table());
        return switch (selection) {
            case Selection.Keys some -> oneOfKeys(source, "= ANY", some.keys());
            case Selection.Seen seen -> oneOfKeys(source, "= ANY", Set.of(seen.key()))
                    .and(Sql.of("t.xmin::text::bigint = ?", seen.version()));
            case Selection.Matching all when all.except().isEmpty() -> of(all.query());
            case Selection.Matching all -> of(all.query()).and(oneOfKeys(source, "<> ALL", all.except()));
        };
    }

    /// The rows that the query finds.
    public static Sql of(Query query) {
        Source source = Source.of(query.table());
        var parts = new ArrayList<>(query.conditions().stream().map(c -> of(source, c)).toList());
        if (!query.search().isEmpty()) {
            parts.add(source.containing(query.search()));
        }
        return Sql.all(parts);
    }

    /// Whether a search finds the text at the beginnings of words only.
    public static boolean findsBeginnings(String search) {
        return TextSearch.of(search).ofBeginnings();
    }

    /// Makes wildcards of LIKE plain characters.
    static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static Sql oneOfKeys(Source source, String operator, Set<Object> keys) {
        SqlColumn key = source.key();
        return Sql.of(key.expression() + " " + operator + "(").then(SqlValues.parameters(key.field(), keys)).then(")");
    }

    private static Sql of(Source source, Filter filter) {
        return switch (filter) {
            case Condition condition -> of(source, condition);
            case Filter.AllOf all -> all.parts().isEmpty() ? Sql.of("true") : parts(source, " AND ", all.parts());
            case Filter.AnyOf any -> any.parts().isEmpty() ? Sql.of("false") : parts(source, " OR ", any.parts());
            case Filter.Not not -> not(of(source, not.part()));
        };
    }

    private static Sql parts(Source source, String join, List<Filter> parts) {
        return Sql.of("(").then(Sql.joined(join, parts.stream().map(p -> Sql.of("(").then(of(source, p)).then(")")).toList())).then(")");
    }

    /// Met where the database cannot tell, too.
    private static Sql not(Sql condition) {
        return Sql.of("((").then(condition).then(") IS NOT TRUE)");
    }

    private static Sql of(Source source, Condition condition) {
        Field field = condition.field();
        SqlColumn column = source.column(field);
        Condition.Op op = condition.op();
        Object value = condition.value();
        if (!operators(field).contains(op) || (value == null) != (op == EMPTY || op == PRESENT)) {
            throw new IllegalArgumentException("%s cannot be asked %s %s".formatted(field, op, value));
        }
        String is = column.expression();
        return switch (op) {
            case IS -> isOneOf(column, List.of(value));
            case ONE_OF -> isOneOf(column, (Collection<?>) value);
            case NOT_ONE_OF -> not(isOneOf(column, (Collection<?>) value));
            case IS_NOT -> Sql.of(is + " IS DISTINCT FROM").then(SqlValues.parameter(field, value));
            case BETWEEN -> between(column, (List<?>) value);
            case AT_LEAST -> Sql.of(is + " >=").then(SqlValues.parameter(field, value));
            case AT_MOST -> Sql.of(is + " <=").then(SqlValues.parameter(field, value));
            case CONTAINS -> like(column, "%", value);
            case NOT_CONTAINS -> not(like(column, "%", value));
            case STARTS_WITH -> like(column, "", value);
            case NOT_STARTS_WITH -> not(like(column, "", value));
            case SHAPED -> Sql.of("shq.shape(" + is + "::text) =").then(SqlValues.text(field, value));
            case HOLDS -> Sql.of(is + " @>").then(SqlValues.parameter(field, value));
            case HAS -> has(column, value);
            case HAS_NOT -> not(has(column, value));
            case EMPTY -> Sql.of(empty(column));
            case PRESENT -> Sql.of("NOT " + empty(column));
        };
    }

    private static Sql between(SqlColumn column, List<?> ends) {
        if (ends.size() != 2 || ends.contains(null)) {
            throw new IllegalArgumentException(column.field() + " is not between " + ends);
        }
        return Sql.of(column.expression() + " BETWEEN").then(SqlValues.parameter(column.field(), ends.getFirst())).then("AND")
                .then(SqlValues.parameter(column.field(), ends.getLast()));
    }

    private static Sql has(SqlColumn column, Object value) {
        if (column.having() != null) {
            return column.having().apply(value);
        }
        Sql element = SqlValues.text(column.field(), value);
        return column.field().type() == FieldType.JSON ? Sql.of(column.expression() + " ??").then(element)
                : Sql.of(column.expression() + " @> ARRAY[").then(element).then("]");
    }

    private static Sql isOneOf(SqlColumn column, Collection<?> values) {
        if (column.choices() != null) {
            return Sql.of(column.choices().oneOf(values));
        }
        return values.size() == 1
                ? Sql.of(column.expression() + " =").then(SqlValues.parameter(column.field(), values.iterator().next()))
                : Sql.of(column.expression() + " = ANY(").then(SqlValues.parameters(column.field(), values)).then(")");
    }

    private static Sql like(SqlColumn column, String before, Object value) {
        String pattern = before + escaped(SqlValues.stored(column.field(), value)) + "%";
        return Sql.of(column.expression() + "::text ILIKE ?::text", pattern);
    }

    private static String empty(SqlColumn column) {
        String is = column.expression();
        return switch (column.field().type()) {
            case FieldType.TEXT -> "(" + is + " IS NULL OR " + is + " = '')";
            case FieldType.TEXT_ARRAY -> "(" + is + " IS NULL OR " + is + " = '{}')";
            default -> "(" + is + " IS NULL)";
        };
    }
}
