package barton.steward.ui.promotion;

import atlantafx.base.theme.Styles;
import barton.steward.model.PromotionPreview;
import barton.steward.model.PromotionRefusal;
import barton.steward.model.Query;
import barton.steward.service.Questions;
import barton.steward.ui.support.Bar;
import barton.steward.ui.support.Figure;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What promoting the batch would do, each number a link to its rows; or why it would do nothing.
final class PreviewPane extends VBox {

    private final PromotionPreview preview;
    private final Consumer<Query> open;
    private final GridPane grid = new GridPane();

    /// @param refusals the first of the refused rows
    PreviewPane(PromotionPreview preview, List<PromotionRefusal> refusals, Consumer<Query> open) {
        this.preview = preview;
        this.open = open;
        setId("promotion-preview");
        getStyleClass().add("form");
        grid.getStyleClass().add("preview-grid");
        var numbers = new ColumnConstraints();
        numbers.setHalignment(HPos.RIGHT);
        var texts = new ColumnConstraints();
        texts.setHgrow(Priority.ALWAYS);
        var bars = new ColumnConstraints(140);
        grid.getColumnConstraints().addAll(numbers, texts, bars);
        String batch = preview.batch();
        add("promotable", preview.promotable(), "bar-success",
                preview.refused() == 0 ? Questions.promotable(batch) : Questions.accepted(batch));
        add("promoted", preview.alreadyPromoted(), "bar-neutral", Questions.promoted(batch));
        add("held", preview.heldByOtherSource(), "bar-neutral", Questions.held(batch));
        addAny("matched", preview.heldByMatch(), "bar-neutral", Questions.matched(batch));
        add("not-validated", preview.notValidated(), "bar-danger", Questions.notValidated(batch));
        addAny("edited", preview.editedSinceValidation(), "bar-danger", Questions.edited(batch));
        addAny("refused", preview.refused(), "bar-danger", Questions.refused(batch));
        getChildren().add(grid);
        if (preview.promotable() == 0 || preview.refused() > 0) {
            Label why = Nodes.hint(Messages.get(why(), batch, preview.total()));
            why.setId("promotion-nothing");
            why.getStyleClass().add(Styles.TEXT_BOLD);
            getChildren().addFirst(why);
            refusals.stream().map(PreviewPane::reason).forEach(getChildren()::add);
        } else if (preview.placeholder() > 0) {
            getChildren().add(link("placeholder", Messages.get("promotion.placeholder", preview.placeholder()),
                    Questions.placeholder(batch)));
        }
        if (preview.possibleDuplicates() != null && preview.possibleDuplicates() > 0) {
            getChildren().add(link("duplicates", Messages.get("promotion.duplicates", preview.possibleDuplicates(),
                    Formats.time(preview.possibleDuplicatesAt())), Questions.alike(batch)));
        }
    }

    private Hyperlink link(String name, String text, Query rows) {
        var link = new Hyperlink(text);
        link.setId("promotion-" + name);
        link.setWrapText(true);
        link.setOnAction(e -> open.accept(rows));
        return link;
    }

    private static Label reason(PromotionRefusal refusal) {
        Label reason = Nodes.hint(Messages.get("promotion.refusal", Long.toString(refusal.intakeId()), refusal.reason()));
        reason.setId("promotion-reason-" + refusal.intakeId());
        return reason;
    }

    private String why() {
        if (preview.total() == 0) {
            return "promotion.nothing.unknown";
        }
        if (preview.refused() > 0) {
            return "promotion.nothing.refused";
        }
        if (preview.notValidated() + preview.editedSinceValidation() == preview.total()) {
            return "promotion.nothing.not-validated";
        }
        if (preview.heldByMatch() > 0) {
            return "promotion.nothing.matched";
        }
        return preview.notValidated() + preview.editedSinceValidation() == 0 ? "promotion.nothing.all-promoted" : "promotion.nothing.mixed";
    }

    /// A line for what is seldom there.
    private void addAny(String name, long count, String kind, Query query) {
        if (count > 0) {
            add(name, count, kind, query);
        }
    }

    private void add(String name, long count, String kind, Query query) {
        var number = new Figure("promotion-" + name, count, Messages.get("promotion.meaning." + name), () -> open.accept(query));
        var text = new Label(Messages.get("promotion.row." + name));
        text.setWrapText(true);
        grid.addRow(grid.getRowCount(), number, text, new Bar(kind, preview.total() == 0 ? 0 : (double) count / preview.total()));
    }
}
