package barton.steward.ui.virtual;

import barton.steward.catalog.Field;
import barton.steward.catalog.FieldType;
import barton.steward.catalog.Table;
import barton.steward.dao.table.TableDao;
import barton.steward.model.query.Condition;
import barton.steward.model.query.FacetCounts;
import barton.steward.model.query.Filter;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.model.query.Sort;
import barton.steward.ui.actions.Target;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Sentences;
import barton.steward.ui.support.Titles;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What a table view asks, which rows answer it, which of them is current and which are ticked.
public final class RowsViewModel {
    private static final int MOST_FACETS = 200;

    private final Tasks tasks;
    private final TableDao dao;
    private final Sort usualSort;
    private final RowList rows;
    private final RowSelection selection;
    private final Channel facets;
    private final ReadOnlyObjectWrapper<Query> query;
    private final CurrentRow current;

    public RowsViewModel(Table table, Tasks tasks, TableDao dao) {
        this.tasks = tasks;
        this.dao = dao;
        this.usualSort = Sort.usual(table);
        this.rows = new RowList(tasks, dao);
        this.selection = new RowSelection(rows);
        this.current = new CurrentRow(rows);
        this.facets = tasks.channel();
        this.query = new ReadOnlyObjectWrapper<>(Query.all(table).sortedBy(usualSort));
    }

    public Table table() {
        return query.get().table();
    }

    public RowList rows() {
        return rows;
    }

    public RowSelection selection() {
        return selection;
    }

    /// What is asked; its rows may still be on their way.
    public ReadOnlyObjectProperty<Query> queryProperty() {
        return query.getReadOnlyProperty();
    }

    public Query query() {
        return query.get();
    }

    /// The record with the keyboard, which actions mean where no rows are ticked.
    public CurrentRow current() {
        return current;
    }

    /// Whether there is somebody whom an action would mean. Ticked rows are not meant while the rows of another question are on their
    /// way, or could not be read: then they are not those that the filter names.
    public boolean canAct() {
        return selection.isEmpty() ? current.row() != null : answered();
    }

    /// Whether the ticked rows can be written into a file.
    public boolean canExport() {
        return answered() && !selection.isEmpty();
    }

    /// Whether something can be done with the ticked rows, or with all of the filter where none are.
    public boolean canActOnAll() {
        return answered() && !rows.isEmpty();
    }

    /// Whom an action means now: the ticked rows, else the current record. To be asked where [#canAct] says so.
    public Target target() {
        return selection.isEmpty() ? Target.of(current.row()) : ticked();
    }

    /// The same, but all rows of the filter where none are ticked.
    public Target targetOrAll() {
        return selection.isEmpty() ? Target.of(Selection.all(query()), rows.size(), selectedRows(), () -> { }) : ticked();
    }

    private Target ticked() {
        Row shown = current.row();
        boolean among = shown != null && !current.isApart() && selection.contains(shown);
        long asked = selection.changesProperty().get();
        Runnable done = () -> {
            if (among) {
                current.decided(shown.key());
            }
            if (selection.changesProperty().get() == asked) {
                selection.clear();
            }
        };
        String words = among || shown == null ? selectedRows() : Messages.get("target.apart", selectedRows(), Titles.of(shown));
        return selection.only().flatMap(rows::read).map(row -> Target.of(row, words, done))
                .orElseGet(() -> Target.of(selection.selection(), selection.count(), words, done));
    }

    private boolean answered() {
        boolean asked = rows.query() != null && rows.query().sortedBy(query().sort()).equals(query());
        return asked && rows.failureProperty().get() == null;
    }

    /// The selected rows, or all of the filter where none are selected, in words: how many that are is left to who says it.
    public String selectedRows() {
        return Sentences.of(selection.isEmpty() ? Selection.all(query()) : selection.selection(), query());
    }

    public Sort usualSort() {
        return usualSort;
    }

    /// Reads the rows for the first time, or anew.
    public void refresh() {
        if (isCurrent()) {
            rows.refresh();
        } else if (!rows.loadingProperty().get()) {
            rows.show(query());
        }
    }

    /// Whether the rows in the list are those that are asked for.
    public boolean isCurrent() {
        return query().equals(rows.query()) && rows.failureProperty().get() == null;
    }

    /// Asks this instead; the order stays where the question names no order of its own.
    public void ask(Query asked) {
        boolean unordered = asked.sort().equals(Sort.ascending(table().key()));
        show(unordered ? asked.sortedBy(query().sort()) : asked);
    }

    /// Asks just this, with its order.
    public void again(Query asked) {
        show(asked);
    }

    /// Sets what is asked without reading rows yet.
    public void prepare(Query asked) {
        query.set(asked);
    }

    public void search(String text) {
        change(q -> q.searching(text));
    }

    /// A null order is the usual one.
    public void sort(Sort sort) {
        change(q -> q.sortedBy(sort == null ? usualSort : sort.endingWith(table().key())));
    }

    public void add(Filter filter) {
        add(List.of(filter));
    }

    /// Asks for these as well.
    public void add(List<Filter> filters) {
        conditions(list -> filters.stream().filter(f -> !list.contains(f)).forEach(list::add));
    }

    public void remove(Filter filter) {
        conditions(list -> list.remove(filter));
    }

    /// Asks for others in the place of one.
    public void replace(Filter old, List<Filter> others) {
        conditions(list -> {
            int at = list.indexOf(old);
            if (at >= 0) {
                list.remove(at);
                list.addAll(at, others.stream().filter(f -> !list.contains(f)).toList());
            }
        });
    }

    /// Asks for every row.
    public void clear() {
        change(q -> Query.all(table()).sortedBy(q.sort()));
    }

    /// The values of a field that its facet has chosen; a null among them asks for rows without a value.
    public List<Object> chosen(Field field) {
        return query().conditions().stream().filter(f -> isOf(field, f)).findFirst().map(f -> values((Condition) f)).orElse(List.of());
    }

    /// Chooses a value of a field, or takes the choice back; rows without a value cannot be asked for together with others, and
    /// elements of an array only one by one.
    public void choose(Field field, Object value, boolean chosen) {
        var values = new ArrayList<>(chosen(field));
        values.remove(value);
        if (chosen) {
            values.removeIf(v -> v == null || value == null);
            values.add(value);
        }
        if (field.type() == FieldType.TEXT_ARRAY) {
            values.removeIf(v -> !v.equals(value));
        }
        conditions(list -> {
            list.removeIf(filter -> isOf(field, filter));
            if (!values.isEmpty()) {
                list.add(condition(field, values));
            }
        });
    }

    /// Passes on the most frequent values of the field among the rows that the other conditions leave.
    public void facet(Field field, Consumer<FacetCounts> sink) {
        Query asked = query();
        facets.run(Messages.get("task.facet"), () -> askable(field, dao.facet(asked, field, MOST_FACETS)), sink);
    }

    /// Rows without a value are counted too, but not every field can be asked for them.
    private FacetCounts askable(Field field, FacetCounts counts) {
        return dao.operators(field).contains(Condition.Op.EMPTY) ? counts : new FacetCounts(
                counts.values().stream().filter(v -> v.value() != null).toList(), counts.partial());
    }

    public List<Condition.Op> operators(Field field) {
        return dao.operators(field);
    }

    public List<Field> searched() {
        return dao.searched(table());
    }

    public Tasks tasks() {
        return tasks;
    }

    private static boolean isOf(Field field, Filter filter) {
        return filter instanceof Condition condition && condition.field().equals(field);
    }

    private void conditions(Consumer<List<Filter>> change) {
        change(q -> {
            var list = new ArrayList<>(q.conditions());
            change.accept(list);
            return q.having(list);
        });
    }

    private void change(UnaryOperator<Query> change) {
        show(change.apply(query()));
    }

    private void show(Query asked) {
        if (!asked.equals(query()) || !asked.equals(rows.query())) {
            query.set(asked);
            rows.show(asked);
        }
    }

    private static Condition condition(Field field, List<Object> values) {
        if (values.contains(null)) {
            return Condition.empty(field);
        }
        if (field.type() == FieldType.TEXT_ARRAY) {
            return new Condition(field, Condition.Op.HAS, values.getFirst());
        }
        return values.size() == 1 ? Condition.is(field, values.getFirst()) : Condition.oneOf(field, values);
    }

    private static List<Object> values(Condition condition) {
        return switch (condition.op()) {
            case IS, HAS -> List.of(condition.value());
            case ONE_OF -> List.copyOf((List<?>) condition.value());
            case EMPTY -> {
                var none = new ArrayList<>();
                none.add(null);
                yield none;
            }
            default -> List.of();
        };
    }
}
