package barton.steward.ui.rules;

import atlantafx.base.theme.Styles;
import barton.steward.model.validation.Rule;
import barton.steward.ui.support.Messages;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ObservableList;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/// The rules, one a line, each with its switch.
final class RulesTable extends TableView<Rule> {
    private static final double LINE = 30;

    RulesTable(ObservableList<Rule> rules, BiConsumer<Rule, Boolean> enable) {
        super(rules);
        setId("rules-table");
        setAccessibleText(Messages.get("rules.title"));
        getStyleClass().addAll(Styles.DENSE, "rows");
        setFixedCellSize(LINE);
        getColumns().setAll(List.of(on(enable), text("set", 90, Rule::set), text("entity", 100, r -> name("entity", r.entity())),
                text("code", 180, Rule::code), text("severity", 84, r -> name("severity", r.severity())),
                text("field", 160, r -> r.field().equals(Rule.EVERY_FIELD) ? Messages.get("rules.everyfield")
                        : RuleDraft.title(r.entity(), r.field())),
                text("message", 320, Rule::message), text("kind", 150, r -> name("kind", r.kind()))));
    }

    /// What stewards call it: its name in words, where there is no better text.
    static String name(String of, Enum<?> constant) {
        String better = "rules." + of + "." + constant;
        return Messages.has(better) ? Messages.get(better) : constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static TableColumn<Rule, String> text(String name, double width, Function<Rule, String> value) {
        var column = new TableColumn<Rule, String>(Messages.get("rules." + name));
        column.setId("rules-" + name);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new SimpleStringProperty(value.apply(row.getValue())));
        return column;
    }

    private static TableColumn<Rule, Rule> on(BiConsumer<Rule, Boolean> enable) {
        var column = new TableColumn<Rule, Rule>(Messages.get("rules.on"));
        column.setId("rules-on");
        column.setPrefWidth(44);
        column.setSortable(false);
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(of -> new TableCell<>() {
            private final CheckBox box = new CheckBox();

            {
                box.setOnAction(e -> enable.accept(getItem(), box.isSelected()));
            }

            @Override
            protected void updateItem(Rule rule, boolean empty) {
                super.updateItem(rule, empty);
                setGraphic(empty || rule == null ? null : box);
                if (rule != null) {
                    box.setId("rule-on-" + rule.code());
                    box.setSelected(rule.enabled());
                    box.setAccessibleText(Messages.get("rules.on.name", rule.code()));
                    box.setTooltip(new Tooltip(Messages.get("rules.on.name", rule.code())));
                }
            }
        });
        return column;
    }
}
