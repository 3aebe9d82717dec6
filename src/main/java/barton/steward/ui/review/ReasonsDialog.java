package barton.steward.ui.review;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.Entity;
import barton.steward.model.review.ReviewReason;
import barton.steward.service.review.Reviews;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.support.Nodes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The reasons of rejection that the team keeps: which are offered, and in which order; the first nine have a digit. Each change is kept at
/// once.
public final class ReasonsDialog {
    private final AppContext context;
    private final Reviews reviews;
    private final Entity entity;
    private final VBox list = new VBox();
    private final TextField added = new TextField();

    private ReasonsDialog(AppContext context, Entity entity) {
        this.context = context;
        this.reviews = context.session().reviews();
        this.entity = entity;
    }

    /// @param onClose runs when the dialog is closed
    public static void open(AppContext context, Entity entity, Runnable onClose) {
        new ReasonsDialog(context, entity).show(onClose);
    }

    private void show(Runnable onClose) {
        list.setId("reasons-list");
        list.getStyleClass().add("reasons-list");
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("reasons-scroll");
        added.setId("reason-new");
        added.setPromptText(Messages.get("reasons.new"));
        added.setAccessibleText(Messages.get("reasons.new"));
        HBox.setHgrow(added, Priority.ALWAYS);
        var add = new Button(Messages.get("reasons.add"));
        add.setId("reason-add");
        add.setOnAction(e -> add());
        added.setOnAction(e -> add());
        var line = new HBox(added, Explained.when(added.textProperty().map(typed -> !typed.isBlank()), Messages.get("whynot.text"), add));
        line.getStyleClass().add("form-row");
        var content = new VBox(Nodes.hint(Messages.get("reasons.hint")), scroll, line);
        content.getStyleClass().add("form");
        var box = new ModalBox("reasons-dialog", Messages.get("reasons.title", Messages.table(entity.intake())), content);
        box.cancel(Messages.get("dialog.close"));
        box.onClose(onClose);
        context.dialogs().show(box);
        read();
    }

    private void read() {
        context.tasks().run(Messages.get("task.reasons"), () -> reviews.reasons(entity), this::fill);
    }

    private void add() {
        String reason = added.getText().strip();
        if (!reason.isEmpty()) {
            added.clear();
            change(to -> to.offer(entity, reason, true));
        }
    }

    private void change(Consumer<Reviews> what) {
        context.tasks().save(Messages.get("task.reasons"), () -> {
            what.accept(reviews);
            return reviews.reasons(entity);
        }, this::fill);
    }

    private void fill(List<ReviewReason> reasons) {
        list.getChildren().clear();
        for (int i = 0; i < reasons.size(); i++) {
            list.getChildren().add(line(reasons, i));
        }
    }

    private HBox line(List<ReviewReason> reasons, int at) {
        ReviewReason reason = reasons.get(at);
        var offered = new CheckBox(reason.reason());
        offered.setId("reason-offered-" + at);
        offered.setMnemonicParsing(false);
        offered.setSelected(reason.active());
        offered.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(offered, Priority.ALWAYS);
        offered.setOnAction(e -> change(to -> to.offer(entity, reason.reason(), offered.isSelected())));
        return new HBox(offered, move(reasons, at, at - 1, Feather.ARROW_UP, "reasons.up"),
                move(reasons, at, at + 1, Feather.ARROW_DOWN, "reasons.down"));
    }

    private Node move(List<ReviewReason> reasons, int from, int to, Feather icon, String name) {
        var button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        button.setAccessibleText(Messages.get(name, reasons.get(from).reason()));
        String end = to < 0 ? Messages.get("whynot.first") : to >= reasons.size() ? Messages.get("whynot.last") : "";
        button.setOnAction(e -> {
            var order = new ArrayList<>(reasons.stream().map(ReviewReason::reason).toList());
            Collections.swap(order, from, to);
            change(changed -> changed.arrange(entity, order));
        });
        return Explained.unless(new SimpleStringProperty(end), button);
    }
}
