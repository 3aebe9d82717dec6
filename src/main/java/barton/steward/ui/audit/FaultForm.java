package barton.steward.ui.audit;

import barton.steward.catalog.Field;
import barton.steward.model.audit.Fault;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// What is wrong with the record: a field and a reason, and others where there are more. Enter keeps it, Escape goes back to the record.
final class FaultForm extends VBox {
    private final AuditViewModel model;
    private final Runnable leave;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ComboBox<Field> field = new ComboBox<>();
    private final TextField reason = new TextField();
    private final Label more = Nodes.hint("");
    private final List<Fault> faults = new ArrayList<>();

    FaultForm(AuditViewModel model, Runnable leave) {
        this.model = model;
        this.leave = leave;
        getStyleClass().add("form");
        field.setId("audit-field");
        field.getItems().setAll(model.entity().intake().editableFields());
        field.setConverter(new StringConverter<>() {
            @Override
            public String toString(Field value) {
                return value == null ? "" : Messages.field(model.entity().intake(), value);
            }

            @Override
            public Field fromString(String typed) {
                throw new UnsupportedOperationException();
            }
        });
        reason.setId("audit-reason");
        more.setId("audit-faults");
        var add = new Button(Messages.get("audit.fault.more"));
        add.setId("audit-more");
        add.setOnAction(e -> another());
        var keep = new Button(Messages.get("audit.fault.keep"));
        keep.setId("audit-keep");
        keep.setOnAction(e -> keep());
        var incomplete = Bindings.createBooleanBinding(() -> field.getValue() == null || reason.getText().isBlank(),
                field.valueProperty(), reason.textProperty());
        VBox why = Nodes.labelled(Messages.get("audit.fault.reason"), reason);
        HBox.setHgrow(why, Priority.ALWAYS);
        var row = new HBox(Nodes.labelled(Messages.get("audit.fault.field"), field), why,
                Explained.when(incomplete.not(), Messages.get("whynot.fault"), add),
                Explained.when(incomplete.not(), Messages.get("whynot.fault"), keep));
        row.getStyleClass().add("form-row");
        getChildren().addAll(row, more);
        Nodes.shownWhile(open, this);
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && !field.isShowing()) {
                close();
                leave.run();
                e.consume();
            } else if (e.getCode() == KeyCode.ENTER && !field.isShowing() && !(e.getTarget() instanceof Button)) {
                if (e.getTarget() == field || field.getValue() == null) {
                    reason.requestFocus();
                } else if (!reason.getText().isBlank()) {
                    keep();
                }
                e.consume();
            }
        });
    }

    boolean isOpen() {
        return open.get();
    }

    void open() {
        faults.clear();
        more.setText("");
        field.setValue(null);
        reason.clear();
        open.set(true);
        field.requestFocus();
    }

    void close() {
        open.set(false);
    }

    private void another() {
        faults.add(new Fault(field.getValue().name(), reason.getText().strip()));
        more.setText(Messages.get("audit.fault.others", faults.size()));
        field.setValue(null);
        reason.clear();
        field.requestFocus();
    }

    private void keep() {
        faults.add(new Fault(field.getValue().name(), reason.getText().strip()));
        close();
        leave.run();
        model.wrong(List.copyOf(faults));
    }
}
