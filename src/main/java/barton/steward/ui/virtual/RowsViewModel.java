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
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// What a table view asks, which rows answer it, and which of them are selected.
public final class RowsViewModel {
    private static final int MOST_FACETS = 200;

    private final Tasks tasks;
    private final TableDao dao;
    private final Sort usualSort;
    private final RowList rows;
    private final RowSelection selection;
    private final Channel facets;
    private final ReadOnlyObjectWrapper<Query> query;
    private final ObjectProperty<Row> open = new SimpleObjectProperty<>();

    public RowsViewModel(Table table, Tasks tasks, TableDao dao) {
        this.tasks = tasks;
        this.dao = dao;
        this.usualSort = Sort.usual(table);
        this.rows = new RowList(tasks, dao);
        this.selection = new RowSelection(rows);
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

    /// The record that is open beside the table, whichever table it is of; null where none is.
    public ObjectProperty<Row> openRecordProperty() {
        return open;
    }

    /// The open record, where it is a row of this table.
    public Optional<Row> openRecord() {
        return Optional.ofNullable(open.get()).filter(row -> row.table() == table());
    }

    /// The open record where it is none of the selected rows: then it is the one that is meant.
    public Optional<Row> openApart() {
        return openRecord().filter(row -> !isSelected(row));
    }

    /// Of a row that the list does not have nobody knows whether the filter, and so the selection of all, finds it.
    private boolean isSelected(Row row) {
        return selection.contains(row) && (!selection.allProperty().get() || rows.read(row.key()).isPresent());
    }

    /// Whether there is somebody whom an action would mean. Selected rows are not meant while the rows of another question are on their
    /// way, or could not be read: then they are not those that the filter names.
    public boolean canAct() {
        return openApart().isPresent() || canExport();
    }

    /// Whether the selected rows can be written into a file: there the open record is not meant.
    public boolean canExport() {
        return answered() && !selection.isEmpty();
    }

    /// Whether something can be done with whom an action means, or with all of the filter where none are selected.
    public boolean canActOnAll() {
        return answered() && !rows.isEmpty();
    }

    /// Whom an action means now: the selected rows, but the open record where it is none of them.
    public Target target() {
        return openApart().map(this::apart).orElseGet(this::selected);
    }

    /// The key of the one row that is meant, whether it was read or not; empty where none or several are.
    public Optional<Object> onlyKey() {
        return openRecord().map(Row::key).or(selection::only);
    }

    /// Whom an action means now; all rows of the filter where none are selected.
    public Target targetOrAll() {
        return selection.isEmpty() ? targetOf(Selection.all(query()), rows.size()) : target();
    }

    private Target apart(Row row) {
        return Target.of(row, Messages.get("target.open", Titles.of(row), selection.count()), () -> { });
    }

    private Target selected() {
        Optional<Row> only = selection.only().flatMap(key -> openRecord().or(() -> rows.read(key)));
        return only.map(row -> Target.of(row, Titles.of(row), () -> { }))
                .orElseGet(() -> targetOf(selection.selection(), selection.count()));
    }

    private Target targetOf(Selection meant, long count) {
        Selection asked = selection.selection();
        String words = selectedRows();
        boolean among = openRecord().isPresent() && !selection.isEmpty() && selection.count() > 1;
        return Target.of(meant, count, among ? Messages.get("target.among", words) : words, () -> {
            if (selection.selection().equals(asked)) {
                selection.clear();
            }
        });
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
