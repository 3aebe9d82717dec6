package barton.steward.ui.audit;

import barton.steward.catalog.Field;
import barton.steward.model.audit.AuditMethod;
import barton.steward.model.audit.AuditPlan;
import barton.steward.model.audit.AuditRequest;
import barton.steward.model.audit.InspectionLevel;
import barton.steward.service.audit.AcceptanceSampling;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;

/// Chooses what the sample is to be, and says what that means as it is chosen.
final class PlanPane extends VBox {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AuditViewModel model;
    private final long seed = RANDOM.nextLong(1_000_000_000);
    private final ComboBox<AuditMethod> method = new ComboBox<>();
    private final Spinner<Double> bound = new Spinner<>(0.1, 50, 2, 0.5);
    private final Spinner<Double> confidence = new Spinner<>(50, 99.9, 95, 1);
    private final Spinner<Double> expected = new Spinner<>(0.0, 40, 0, 0.5);
    private final Spinner<Integer> size = new Spinner<>(1, 999_999, 100, 10);
    private final ComboBox<Double> aql = new ComboBox<>();
    private final ComboBox<InspectionLevel> level = new ComboBox<>();
    private final SearchableComboBox<Field> by = new SearchableComboBox<>();
    private final CheckBox validated = new CheckBox(Messages.get("audit.validated"));
    private final CheckBox two = new CheckBox(Messages.get("audit.two"));
    private final CheckBox gate = new CheckBox(Messages.get("audit.gate"));
    private final Label meaning = Nodes.hint("");

    PlanPane(AuditViewModel model) {
        this.model = model;
        getStyleClass().add("form");
        method.getItems().setAll(AuditMethod.BOUND, AuditMethod.AQL, AuditMethod.SIZE);
        method.setValue(AuditMethod.BOUND);
        method.setConverter(shown(m -> Messages.get("audit.method." + m)));
        aql.getItems().setAll(AcceptanceSampling.AQLS);
        aql.setValue(1.0);
        level.getItems().setAll(InspectionLevel.values());
        level.setValue(InspectionLevel.II);
        by.getItems().setAll(model.entity().intake().editableFields());
        by.getItems().addFirst(null);
        by.setConverter(shown(f -> f == null ? Messages.get("audit.by.nothing") : Messages.field(model.entity().intake(), f)));
        List.of(bound, confidence, expected, size).forEach(s -> s.setEditable(true));
        method.setId("audit-method");
        bound.setId("audit-bound");
        confidence.setId("audit-confidence");
        expected.setId("audit-expected");
        size.setId("audit-size");
        aql.setId("audit-aql");
        level.setId("audit-level");
        by.setId("audit-by");
        validated.setId("audit-validated");
        two.setId("audit-two");
        gate.setId("audit-gate");
        meaning.setId("audit-meaning");
        var fields = new FlowPane(labelled("method", method), when(AuditMethod.BOUND, "bound", bound),
                when(AuditMethod.BOUND, "expected", expected), when(AuditMethod.AQL, "aql", aql), when(AuditMethod.AQL, "level", level),
                when(AuditMethod.SIZE, "size", size), labelled("confidence", confidence), labelled("by", by));
        fields.getStyleClass().add("audit-fields");
        Nodes.shownWhile(method.valueProperty().map(m -> m != AuditMethod.SIZE), gate);
        getChildren().addAll(Nodes.hint(Messages.get("audit.plan.hint", model.batch())), fields, new HBox(validated), new HBox(two),
                new HBox(gate), meaning);
        List.of(method.valueProperty(), bound.valueProperty(), confidence.valueProperty(), expected.valueProperty(), size.valueProperty(),
                aql.valueProperty(), level.valueProperty(), by.valueProperty(), validated.selectedProperty(), two.selectedProperty(),
                gate.selectedProperty()).forEach(p -> p.addListener((o, was, now) -> ask()));
        model.planProperty().addListener((o, was, now) -> meaning.setText(now == null ? "" : meaning(now)));
        ask();
    }

    @Override
    public void requestFocus() {
        method.requestFocus();
    }

    private VBox labelled(String key, Control control) {
        return Nodes.labelled(Messages.get("audit." + key), control);
    }

    private VBox when(AuditMethod wanted, String key, Control control) {
        return Nodes.shownWhile(method.valueProperty().map(m -> m == wanted), labelled(key, control));
    }

    private void ask() {
        AuditMethod how = method.getValue();
        model.plan(new AuditRequest(model.entity(), model.batch(), validated.isSelected(), how == AuditMethod.SIZE ? size.getValue() : null,
                how == AuditMethod.BOUND ? share(bound) : null, share(confidence), how == AuditMethod.BOUND ? share(expected) : 0,
                how == AuditMethod.AQL ? aql.getValue() : null, level.getValue(), by.getValue(), seed, two.isSelected() ? 2 : 1,
                gate.isSelected() && how != AuditMethod.SIZE));
    }

    /// Of a percentage as it is typed, without what computing in binary fractions adds.
    private static double share(Spinner<Double> percent) {
        return Math.round(percent.getValue() * 1_000) / 100_000.0;
    }

    private static String meaning(AuditPlan plan) {
        return Messages.get("audit.meaning", plan.sampleSize(), plan.lotSize())
                + (plan.codeLetter() == null ? "" : " " + Messages.get("audit.meaning.letter", plan.codeLetter()))
                + (plan.accept() == null ? "" : " " + Messages.get("audit.meaning.accept", plan.accept()))
                + " " + Messages.get("audit.meaning.shown", percent(plan.shown()),
                        percent(plan.request().confidence()));
    }

    private static <T> StringConverter<T> shown(Function<T, String> text) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return text.apply(value);
            }

            @Override
            public T fromString(String typed) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static String percent(double share) {
        return Messages.get("audit.percent", 100 * share);
    }
}
