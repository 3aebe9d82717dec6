package barton.steward.ui.table;

import barton.steward.catalog.Field;
import barton.steward.model.history.RowChange;
import barton.steward.model.query.Row;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Titles;
import barton.steward.ui.support.ValueFormat;
import barton.steward.ui.virtual.ViewColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What becomes of cells over which others are pasted: those that change, that change nothing, that stand in columns which are not
/// edited, and that are no values of their columns. Blank cells empty theirs.
final class PastePlan {
    private final List<RowChange> changes = new ArrayList<>();
    private final Set<String> fixed = new LinkedHashSet<>();
    private final List<String> problems = new ArrayList<>();
    private long cells;
    private long emptied;
    private long same;
    private final long missing;

    /// @param lines one for each row
    /// @param columns one for each cell of a line; further cells go nowhere
    /// @param rows null where there is none any more
    PastePlan(List<List<String>> lines, List<ViewColumn> columns, List<Row> rows) {
        missing = lines.size() - rows.stream().filter(Objects::nonNull).count();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) == null) {
                continue;
            }
            var values = new LinkedHashMap<Field, Object>();
            for (int j = 0; j < Math.min(lines.get(i).size(), columns.size()); j++) {
                paste(lines.get(i).get(j), columns.get(j), rows.get(i), values);
            }
            if (!values.isEmpty()) {
                changes.add(new RowChange(rows.get(i), values));
            }
        }
    }

    /// The columns of the cells, where the first line names them all; empty where it does not, and is a line like the others.
    static List<ViewColumn> named(List<String> line, List<ViewColumn> shown) {
        var columns = new ArrayList<ViewColumn>();
        for (String cell : line) {
            shown.stream().filter(column -> column.title().equals(cell.strip())).findFirst().ifPresent(columns::add);
        }
        return columns.size() == line.size() ? columns : List.of();
    }

    private void paste(String text, ViewColumn column, Row row, Map<Field, Object> values) {
        Field field = column.field();
        if (!field.editable()) {
            fixed.add(column.title());
            return;
        }
        ValueFormat.problem(field, text).ifPresentOrElse(problem -> problems.add(
                Messages.get("paste.problem", Titles.of(row), column.title(), problem)), () -> {
            Object value = ValueFormat.parse(field, text);
            if (ValueFormat.same(field, value, row.get(field))) {
                same++;
            } else {
                values.put(field, value);
                cells++;
                emptied += value == null ? 1 : 0;
            }
        });
    }

    List<RowChange> changes() {
        return changes;
    }

    long cells() {
        return cells;
    }

    /// What will be done, and what will not, a sentence a line.
    String text(int mostProblems) {
        var said = new ArrayList<String>();
        said.add(Messages.get("paste.changes", cells, changes.size()));
        say(said, "paste.emptied", emptied);
        say(said, "paste.same", same);
        if (!fixed.isEmpty()) {
            said.add(Messages.get("paste.fixed", String.join(", ", fixed)));
        }
        say(said, "paste.missing", missing);
        say(said, "paste.problems", problems.size());
        problems.stream().limit(mostProblems).forEach(said::add);
        return String.join("\n", said);
    }

    private static void say(List<String> said, String key, long number) {
        if (number > 0) {
            said.add(Messages.get(key, number));
        }
    }
}
