package barton.steward.model.query;

import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.catalog.Table.Order;
import java.util.ArrayList;
import java.util.List;

/// An order by one field or several, of which the first decides, ties broken by the key in the direction of the last; NULLs come last
/// in both directions. A field that is named twice counts where it is named first.
public record Sort(List<Order> orders) {
    /// @throws IllegalArgumentException where there is no field to sort by
    public Sort {
        var once = new ArrayList<Order>();
        orders.stream().filter(order -> once.stream().noneMatch(o -> o.field().equals(order.field()))).forEach(once::add);
        orders = List.copyOf(once);
        if (orders.isEmpty()) {
            throw new IllegalArgumentException("an order has a field");
        }
    }

    public Sort(Field field, boolean ascending) {
        this(List.of(new Order(field, ascending)));
    }

    public static Sort ascending(Field field) {
        return new Sort(field, true);
    }

    /// The order of a table where nobody asked for another.
    public static Sort usual(Table table) {
        return new Sort(List.of(table.usualOrder()));
    }

    public static Sort descending(Field field) {
        return new Sort(field, false);
    }

    /// This order, and by another field where that is the same.
    public Sort then(Field field, boolean ascending) {
        var more = new ArrayList<>(orders);
        more.add(new Order(field, ascending));
        return new Sort(more);
    }

    /// The field that decides first.
    public Field field() {
        return orders.getFirst().field();
    }

    /// Whether the first field's least value comes first.
    public boolean ascending() {
        return orders.getFirst().ascending();
    }

    /// The same, but the unique field at the end: fields behind it would never decide.
    public Sort endingWith(Field unique) {
        var others = new ArrayList<>(orders);
        List<Order> last = orders.stream().filter(order -> order.field().equals(unique)).toList();
        others.removeAll(last);
        others.addAll(last);
        return new Sort(others);
    }
}
