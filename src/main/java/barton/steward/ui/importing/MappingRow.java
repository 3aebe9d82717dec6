package barton.steward.ui.importing;

import barton.steward.model.intake.FileColumn;
import barton.steward.ui.importing.ColumnMapping.Target;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A column of intake, the header that fills it, and what stands in that column of the file; where none does, what is proposed.
final class MappingRow extends HBox {
    private static final double CHOICE_WIDTH = 330;

    private final ColumnMapping mapping;
    private final Target target;
    private final Label facts = Nodes.hint("");
    private final Tooltip all = new Tooltip();

    MappingRow(ColumnMapping mapping, Target target, String name) {
        this.mapping = mapping;
        this.target = target;
        getStyleClass().add("header-choice");
        var choice = new HeaderChoice(target, name, mapping.headers());
        choice.setPrefWidth(CHOICE_WIDTH);
        choice.setMinWidth(CHOICE_WIDTH);
        facts.setId("import-facts-" + target.column());
        facts.setWrapText(false);
        facts.setMinHeight(0);
        facts.setTooltip(all);
        all.textProperty().bind(facts.textProperty());
        all.setWrapText(true);
        all.setMaxWidth(CHOICE_WIDTH);
        facts.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(facts, Priority.ALWAYS);
        var proposal = new Hyperlink();
        proposal.setMinWidth(0);
        proposal.setId("import-propose-" + target.column());
        proposal.textProperty().bind(Bindings.createStringBinding(() -> target.proposedProperty().get() == null ? ""
                : Messages.get("import.proposed", target.proposedProperty().get()), target.proposedProperty()));
        proposal.setOnAction(e -> target.headerProperty().set(target.proposedProperty().get()));
        getChildren().addAll(choice, facts,
                Nodes.shownWhile(target.proposedProperty().isNotNull().and(target.headerProperty().isNull()), proposal));
        InvalidationListener tell = o -> tell();
        target.headerProperty().addListener(tell);
        target.gaps().addListener(tell);
        target.proposedProperty().addListener(tell);
        mapping.facts().addListener(tell);
        tell();
    }

    private void tell() {
        String header = target.headerProperty().get();
        String gaps = target.gaps().isEmpty() ? "" : Messages.get("import.gaps", String.join(", ", target.gaps())) + "  ";
        facts.setText(header == null ? "" : gaps + mapping.fact(header).map(this::said).orElse(""));
    }

    private String said(FileColumn column) {
        return Messages.get("import.column.facts", column.filled(), mapping.counted(), String.join(" · ", column.examples()));
    }
}
