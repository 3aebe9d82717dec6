package barton.steward.ui.promotion;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.Entity;
import barton.steward.model.promotion.PromotionResult;
import barton.steward.model.query.Query;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What a promotion came to, with the ways to its run and to the companies it made.
final class OutcomePane extends VBox {
    OutcomePane(Entity entity, PromotionResult result, Consumer<Query> open) {
        setId("promotion-outcome");
        getStyleClass().add("form");
        Label head = Nodes.heading(Messages.of(entity, "promotion.", "done", result.promoted(), result.batch()));
        head.setId("promotion-outcome-head");
        head.setWrapText(true);
        head.setGraphic(new FontIcon(Feather.CHECK_CIRCLE));
        head.getStyleClass().add(Styles.SUCCESS);
        getChildren().add(head);
        if (result.sidecars() > 0) {
            Label sidecars = Nodes.hint(Messages.get("promotion.outcome.sidecars", result.sidecars()));
            sidecars.setId("promotion-outcome-sidecars");
            getChildren().add(sidecars);
        }
        if (result.run() != null) {
            getChildren().addAll(
                    link("promotion-new-rows", Messages.of(entity, "promotion.", "outcome.rows", result.promoted()),
                            () -> open.accept(FigureQueries.madeBy(entity, result.run()))),
                    link("promotion-run", Messages.get("promotion.outcome.run", result.run()),
                            () -> open.accept(FigureQueries.run(result.run()))));
        }
    }

    private static Hyperlink link(String id, String text, Runnable open) {
        var link = new Hyperlink(text, new FontIcon(Feather.ARROW_RIGHT));
        link.setId(id);
        link.setOnAction(e -> open.run());
        return link;
    }
}
