package barton.steward.ui.record;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.Table;
import barton.steward.model.query.Row;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.actions.SuppressActions;
import barton.steward.ui.actions.Target;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.Messages;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Says why nobody contacts a person, or offers to mark the person so.
final class SuppressionLine extends HBox {
    private final AppContext context;
    private final Row person;

    SuppressionLine(AppContext context, Row person) {
        this.context = context;
        this.person = person;
        getStyleClass().add("email-line");
        context.tasks().run(Messages.get("task.record"), () -> context.session().suppressions().reason(person.key().toString()),
                this::show);
    }

    private void show(Optional<String> reason) {
        reason.ifPresentOrElse(why -> {
            var state = new Label(Messages.get("record.suppressed", why), new FontIcon(Feather.SLASH));
            state.setId("drawer-suppressed");
            state.setWrapText(true);
            state.getStyleClass().add("status-failed");
            getChildren().setAll(state);
        }, () -> {
            var suppress = new Button(Messages.get("command.suppress"), new FontIcon(Feather.SLASH));
            suppress.setId("drawer-suppress");
            suppress.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
            suppress.setOnAction(e -> SuppressActions.ask(context, Target.of(person)));
            getChildren().setAll(Explained.unless(Bindings.createStringBinding(
                    () -> context.permissions().refusal(Table.PEOPLE).orElse(""), context.permissions().grantedProperty()), suppress));
        });
    }
}
