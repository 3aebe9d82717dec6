package barton.steward.ui.table.filter;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.Field;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Filter;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Sentences;
import barton.steward.ui.virtual.RowsViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Conditions joined by *and*, and such groups joined by *or*; all of it perhaps turned into its contrary. What it makes is read below it
/// as a sentence.
final class FilterForm extends VBox {
    private final RowsViewModel model;
    private final List<Field> fields;
    private final List<List<ConditionEditor>> groups = new ArrayList<>();
    private final VBox lines = new VBox();
    private final CheckBox contrary = new CheckBox(Messages.get("filter.contrary"));
    private final Label sentence = new Label();

    FilterForm(RowsViewModel model) {
        this.model = model;
        this.fields = model.table().fields().stream().filter(f -> !model.operators(f).isEmpty()).toList();
        getStyleClass().add("filter-form");
        lines.getStyleClass().add("filter-lines");
        contrary.setId("filter-contrary");
        contrary.selectedProperty().subscribe(this::read);
        sentence.setId("filter-sentence");
        sentence.setWrapText(true);
        var joins = new HBox(button("filter-and", "filter.addand", () -> add(groups.getLast())),
                button("filter-or", "filter.addor", this::addGroup), contrary);
        joins.getStyleClass().add("filter-joins");
        getChildren().addAll(lines, joins, sentence);
        groups.add(new ArrayList<>());
        add(groups.getFirst());
    }

    /// Whether a filter is one that it can show.
    static boolean canShow(Filter filter, List<Field> fields) {
        Filter inner = filter instanceof Filter.Not not ? not.part() : filter;
        return alternatives(inner).stream().flatMap(f -> all(f).stream())
                .allMatch(part -> part instanceof Condition c && fields.contains(c.field()));
    }

    void show(Field first) {
        groups.getFirst().getFirst().show(first);
    }

    /// Shows a filter that it can show.
    void show(Filter filter) {
        contrary.setSelected(filter instanceof Filter.Not);
        Filter inner = filter instanceof Filter.Not not ? not.part() : filter;
        groups.clear();
        for (Filter alternative : alternatives(inner)) {
            groups.add(new ArrayList<>(all(alternative).stream().map(part -> {
                ConditionEditor editor = editor();
                editor.show((Condition) part);
                return editor;
            }).toList()));
        }
        layOut();
    }

    private static List<Filter> alternatives(Filter filter) {
        return filter instanceof Filter.AnyOf any ? any.parts() : List.of(filter);
    }

    private static List<Filter> all(Filter filter) {
        return filter instanceof Filter.AllOf every ? every.parts() : List.of(filter);
    }

    /// What was made, as filters that must all be met.
    /// @throws IllegalArgumentException where something is missing or is no value; the message is a sentence
    List<Filter> filters() {
        List<List<Filter>> made = groups.stream()
                .map(group -> group.stream().<Filter>map(ConditionEditor::condition).toList()).toList();
        if (made.size() == 1 && !contrary.isSelected()) {
            return made.getFirst();
        }
        Filter any = joined(made.stream().map(group -> joined(group, Filter.AllOf::new)).toList(), Filter.AnyOf::new);
        return List.of(contrary.isSelected() ? new Filter.Not(any) : any);
    }

    private static Filter joined(List<Filter> parts, Function<List<Filter>, Filter> join) {
        return parts.size() == 1 ? parts.getFirst() : join.apply(parts);
    }

    @Override
    public void requestFocus() {
        groups.getLast().getLast().requestFocus();
    }

    private void addGroup() {
        groups.add(new ArrayList<>());
        add(groups.getLast());
    }

    private void add(List<ConditionEditor> group) {
        group.add(editor());
        layOut();
        requestFocus();
    }

    private ConditionEditor editor() {
        return new ConditionEditor(model, fields, this::read);
    }

    private void layOut() {
        lines.getChildren().clear();
        boolean several = groups.size() > 1 || groups.getFirst().size() > 1;
        for (List<ConditionEditor> group : groups) {
            for (ConditionEditor editor : group) {
                String join = group.getFirst() != editor ? "filter.and" : group == groups.getFirst() ? "filter.where" : "filter.or";
                var word = new Label(Messages.get(join));
                word.getStyleClass().add("filter-join");
                var line = new HBox(word, editor);
                line.getStyleClass().add("filter-line-of-form");
                HBox.setHgrow(editor, Priority.ALWAYS);
                if (several) {
                    line.getChildren().add(removal(group, editor));
                }
                lines.getChildren().add(line);
            }
        }
        read();
    }

    private Node removal(List<ConditionEditor> group, ConditionEditor editor) {
        var remove = new Button(null, new FontIcon(Feather.X));
        remove.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
        remove.setAccessibleText(Messages.get("filter.removecondition"));
        remove.setOnAction(e -> {
            group.remove(editor);
            groups.removeIf(List::isEmpty);
            layOut();
            requestFocus();
        });
        return remove;
    }

    private static Button button(String id, String key, Runnable run) {
        var button = new Button(Messages.get(key), new FontIcon(Feather.PLUS));
        button.setId(id);
        button.setOnAction(e -> run.run());
        return button;
    }

    private void read() {
        if (groups.isEmpty() || groups.getFirst().isEmpty()) {
            return;
        }
        try {
            sentence.setText(Messages.get("filter.rows", Sentences.joined(model.table(), filters())));
        } catch (IllegalArgumentException e) {
            sentence.setText("");
        }
    }
}
