package barton.steward.ui.review;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import barton.steward.catalog.Entity;
import barton.steward.model.review.ReviewOrder;
import barton.steward.model.review.ReviewScope;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Sentences;
import barton.steward.ui.support.Shown;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is reviewed, in which order, and how far it is.
final class ReviewHead extends HBox {
    /// @param work puts the keyboard where records are decided about
    ReviewHead(ReviewViewModel model, Entity entity, Runnable work, Runnable leave, Runnable reasons) {
        getStyleClass().addAll("page-header", "review-head");
        var title = new Label(Messages.get("review.title", Messages.table(entity.intake())));
        title.getStyleClass().add(Styles.TITLE_3);
        var question = new Label();
        question.setId("review-question");
        question.setMinWidth(0);
        var whole = new Tooltip();
        whole.textProperty().bind(question.textProperty());
        question.setTooltip(whole);
        question.getStyleClass().add(Styles.TEXT_MUTED);
        question.textProperty().bind(model.queueProperty().map(q -> Sentences.of(q.query())).orElse(""));
        var progress = new Label();
        progress.setId("review-progress");
        progress.setMinWidth(USE_PREF_SIZE);
        title.setMinWidth(USE_PREF_SIZE);
        progress.getStyleClass().add("review-progress");
        progress.textProperty().bind(model.progressProperty());
        ComboBox<ReviewScope> scope = choice("scope", ReviewScope.values(), model::scope, work);
        ComboBox<ReviewOrder> order = choice("order", ReviewOrder.values(), model::order, work);
        model.queueProperty().subscribe(queue -> {
            if (queue != null) {
                scope.setValue(queue.scope());
                order.setValue(queue.order());
            }
        });
        var kept = new Button(Messages.get("command.review-reasons"), new FontIcon(Feather.LIST));
        kept.setId("review-reasons-open");
        kept.setMinWidth(USE_PREF_SIZE);
        kept.getStyleClass().add(Styles.FLAT);
        kept.setOnAction(e -> reasons.run());
        var close = new Button(null, new FontIcon(Feather.X));
        close.setId("review-close");
        close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        close.setAccessibleText(Messages.get("command.review-leave"));
        close.setTooltip(new Tooltip(Messages.get("command.review-leave")));
        close.setOnAction(e -> leave.run());
        getChildren().addAll(title, question, new Spacer(), progress, scope, order, kept, close);
    }

    private static <E extends Enum<E>> ComboBox<E> choice(String name, E[] values, Consumer<E> chosen, Runnable work) {
        var box = new ComboBox<E>();
        box.getItems().setAll(values);
        box.setId("review-" + name);
        box.setAccessibleText(Messages.get("review." + name));
        box.setConverter(Shown.as(value -> Messages.get("review." + name + "." + value)));
        box.setMinWidth(USE_PREF_SIZE);
        box.setOnAction(e -> {
            if (box.getValue() != null) {
                chosen.accept(box.getValue());
                work.run();
            }
        });
        return box;
    }
}
