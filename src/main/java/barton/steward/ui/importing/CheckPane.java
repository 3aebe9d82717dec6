package barton.steward.ui.importing;

import barton.steward.model.intake.ImportCheck;
import barton.steward.model.intake.ImportReport;
import barton.steward.service.intake.ImportFacts;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// How the file is read, and what taking it would come to.
final class CheckPane extends VBox {
    private final ImportViewModel model;
    private final Label facts = Nodes.hint("");
    private final Label outcome = new Label();

    /// @param profiling tells what is in the columns of the file
    CheckPane(ImportViewModel model, Runnable profiling) {
        this.model = model;
        getStyleClass().add("form");
        facts.setId("import-facts");
        outcome.setId("import-check-outcome");
        outcome.setWrapText(true);
        outcome.setMinHeight(USE_PREF_SIZE);
        var check = new Button(Messages.get("import.check"), new FontIcon(Feather.SEARCH));
        check.setId("import-check");
        check.setOnAction(e -> model.check());
        check.disableProperty().bind(model.ready().not());
        var profile = new Button(Messages.get("command.profile"), new FontIcon(Feather.BAR_CHART_2));
        profile.setId("import-profile");
        profile.setOnAction(e -> profiling.run());
        var buttons = new FlowPane(profile, Nodes.shownWhile(Bindings.createBooleanBinding(() -> model.checkProperty().get() == null
                && model.update().tableProperty().get() == null, model.checkProperty(), model.update().tableProperty()), check));
        buttons.getStyleClass().add("form-buttons");
        getChildren().addAll(facts, Nodes.shownWhile(
                model.checkProperty().isNotNull().and(model.update().tableProperty().isNull()), outcome), buttons);
        InvalidationListener tell = o -> tell();
        model.file().readProperty().addListener(tell);
        model.checkProperty().addListener(tell);
        model.mapping().targets().addListener(tell);
        tell();
    }

    private void tell() {
        if (model.file().preview() == null) {
            return;
        }
        ImportFacts said = model.facts();
        var lines = new ArrayList<String>();
        lines.add(said.reading(model.file().preview().format()));
        lines.addAll(model.file().preview().format().remarks());
        lines.addAll(said.claims(model.mapping().chosenLists()));
        facts.setText(String.join("\n", lines));
        outcome.setText(model.checkProperty().get() == null ? "" : String.join("\n", outcome(said, model.checkProperty().get())));
    }

    private static List<String> outcome(ImportFacts said, ImportCheck check) {
        ImportReport report = check.report();
        var lines = new ArrayList<String>();
        lines.add(Messages.get("import.check.outcome", report.taken(), report.noted(), report.refused()));
        lines.addAll(said.repeats(check.repeats()));
        lines.addAll(said.passedOver(report.passedOver()));
        return lines;
    }
}
