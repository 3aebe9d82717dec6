package barton.steward.ui.table;

import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.catalog.Table.Order;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Filter;
import barton.steward.model.query.Query;
import barton.steward.model.query.Sort;
import barton.steward.ui.support.ValueFormat;
import barton.steward.ui.table.filter.Conditions;
import java.util.List;
import java.util.Optional;

/// What a table view asks and how it is arranged, in words that JSON can hold. What is not known any more is left out when it is read.
record ViewMemo(List<ColumnLayout.Place> columns, List<Ordered> order, List<Asked> conditions, String search) {
    private static final String ANY = "ANY";
    private static final String ALL = "ALL";
    private static final String NOT = "NOT";

    /// An earlier version kept fewer of these.
    ViewMemo {
        columns = columns == null ? List.of() : columns;
        order = order == null ? List.of() : order;
        conditions = conditions == null ? List.of() : conditions;
        search = search == null ? "" : search;
    }

    /// A field that rows are sorted by.
    record Ordered(String field, boolean ascending) {
    }

    /// A condition: a field, the name of an operator, and the values as they are typed. Or a join of some: no field, and what is joined.
    record Asked(String field, String op, List<String> values, List<Asked> parts) {
    }

    static ViewMemo of(List<ColumnLayout.Place> columns, Query query, String search) {
        return new ViewMemo(columns, query.sort().orders().stream().map(o -> new Ordered(o.field().name(), o.ascending())).toList(),
                query.conditions().stream().map(ViewMemo::asked).toList(), search);
    }

    /// The question, as far as it still makes sense.
    /// @param usual the table's question where nobody asked for anything
    Query query(Query usual) {
        Table table = usual.table();
        List<Filter> filters = conditions.stream().flatMap(asked -> filter(table, asked).stream()).toList();
        List<Order> orders = order.stream().flatMap(o -> table.field(o.field()).map(f -> new Order(f, o.ascending())).stream()).toList();
        return usual.having(filters).searching(search).sortedBy(orders.isEmpty() ? usual.sort() : new Sort(orders));
    }

    private static Asked asked(Filter filter) {
        return switch (filter) {
            case Condition c -> new Asked(c.field().name(), c.op().name(), texts(c), null);
            case Filter.AnyOf any -> join(ANY, any.parts());
            case Filter.AllOf all -> join(ALL, all.parts());
            case Filter.Not not -> join(NOT, List.of(not.part()));
        };
    }

    private static Asked join(String how, List<Filter> parts) {
        return new Asked(null, how, null, parts.stream().map(ViewMemo::asked).toList());
    }

    private static List<String> texts(Condition condition) {
        return switch (condition.value()) {
            case null -> List.of();
            case List<?> list -> list.stream().map(value -> ValueFormat.editable(condition.field(), value)).toList();
            default -> List.of(Conditions.text(condition));
        };
    }

    private static Optional<Filter> filter(Table table, Asked asked) {
        try {
            if (asked.parts() == null) {
                return condition(table, asked);
            }
            List<Filter> parts = asked.parts().stream()
                    .map(part -> filter(table, part).orElseThrow(IllegalArgumentException::new)).toList();
            return Optional.of(switch (asked.op()) {
                case ANY -> new Filter.AnyOf(parts);
                case ALL -> new Filter.AllOf(parts);
                default -> new Filter.Not(parts.getFirst());
            });
        } catch (IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private static Optional<Filter> condition(Table table, Asked asked) {
        Condition.Op op = Condition.Op.valueOf(asked.op());
        Optional<Field> field = table.field(asked.field());
        boolean several = op == Condition.Op.ONE_OF || op == Condition.Op.NOT_ONE_OF || op == Condition.Op.BETWEEN;
        return field.map(f -> several
                ? new Condition(f, op, asked.values().stream().map(text -> ValueFormat.parse(f, text)).toList())
                : Conditions.parse(f, op, String.join("\n", asked.values())));
    }
}
