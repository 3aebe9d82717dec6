package barton.steward.ui.audit;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.Field;
import barton.steward.config.Visible;
import barton.steward.model.audit.Fault;
import barton.steward.model.audit.Judging;
import barton.steward.model.audit.SampledRecord;
import barton.steward.model.audit.Verdict;
import barton.steward.ui.support.Bar;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One record large, as it was drawn, and the keys by which it is judged.
final class JudgePane extends VBox {
    private final AuditViewModel model;
    private final Label progress = new Label();
    private final Bar bar = new Bar("bar-accent", 0);
    private final Label name = new Label();
    private final Label said = Nodes.hint("");
    private final GridPane fields = new GridPane();
    private final ScrollPane scroll = new ScrollPane(fields);
    private final FaultForm faults;

    JudgePane(AuditViewModel model) {
        this.model = model;
        this.faults = new FaultForm(model, this::requestFocus);
        setId("audit-card");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        getStyleClass().addAll("form", "audit-card");
        progress.setId("audit-progress");
        name.setId("audit-name");
        name.getStyleClass().add(Styles.TITLE_2);
        name.setWrapText(true);
        said.setId("audit-said");
        fields.getStyleClass().add("audit-record");
        var names = new ColumnConstraints();
        names.setMinWidth(160);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        fields.getColumnConstraints().addAll(names, values);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(progress, bar, name, said, scroll, faults, buttons());
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        model.placeProperty().addListener((o, was, now) -> show());
        model.stateProperty().addListener((o, was, now) -> show());
        show();
    }

    private Node buttons() {
        var row = new FlowPane(button("right", () -> judge(Verdict.RIGHT)), button("wrong", faults::open),
                button("unsure", () -> judge(Verdict.UNSURE)), button("back", () -> go(model::back)),
                button("forth", () -> go(model::forth)));
        row.getStyleClass().add("audit-buttons");
        return row;
    }

    private Button button(String key, Runnable does) {
        var button = new Button(Messages.get("audit.key." + key));
        button.setId("audit-" + key);
        button.setFocusTraversable(false);
        button.setOnAction(e -> does.run());
        return button;
    }

    private void pressed(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown() || e.isShiftDown() || faults.isOpen()) {
            return;
        }
        Runnable does = switch (e.getCode()) {
            case Y, ENTER -> () -> judge(Verdict.RIGHT);
            case W -> faults::open;
            case N -> () -> judge(Verdict.UNSURE);
            case B, LEFT -> () -> go(model::back);
            case S, RIGHT -> () -> go(model::forth);
            default -> null;
        };
        if (does != null) {
            does.run();
            e.consume();
        }
    }

    private void judge(Verdict verdict) {
        faults.close();
        model.judge(verdict);
    }

    private void go(Runnable move) {
        faults.close();
        move.run();
    }

    private void show() {
        if (model.stateProperty().get() == null || model.placeProperty().get() == 0) {
            return;
        }
        SampledRecord record = model.record();
        int size = model.stateProperty().get().sample().size();
        progress.setText(Messages.get("audit.progress", record.place(), size, model.judged()));
        bar.setShare((double) model.judged() / size);
        name.setText(name(record));
        said.setText(said(model.said()));
        setAccessibleText(progress.getText() + " " + name.getText());
        fields.getChildren().clear();
        int row = 0;
        for (Field field : model.entity().intake().editableFields()) {
            String value = record.values().get(field.name());
            var title = new Label(Messages.field(model.entity().intake(), field));
            title.getStyleClass().add(Styles.TEXT_MUTED);
            var text = new Label(value == null ? "∅" : Visible.lines(value));
            text.setWrapText(true);
            text.getStyleClass().add(value == null ? Styles.TEXT_MUTED : Styles.TEXT_BOLD);
            title.setLabelFor(text);
            fields.addRow(row++, title, text);
        }
        scroll.setVvalue(0);
        setAccessibleText(progress.getText() + ": " + name.getText());
    }

    private String name(SampledRecord record) {
        String text = model.entity().intake().title().stream().map(Field::name).map(record.values()::get).filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return text.isBlank() ? Messages.get("record.unnamed") : Visible.value(text);
    }

    private static String said(Judging judging) {
        if (judging == null) {
            return Messages.get("audit.said.nothing");
        }
        String why = judging.faults().stream().map(Fault::reason).map(Visible::value).collect(Collectors.joining("; "));
        return Messages.get("audit.said", Messages.get("audit.verdict." + judging.verdict())) + (why.isEmpty() ? "" : " " + why);
    }
}
