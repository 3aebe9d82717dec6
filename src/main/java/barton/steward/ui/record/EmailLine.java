package barton.steward.ui.record;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.PeopleFields;
import barton.steward.model.database.Permission;
import barton.steward.model.email.EmailFinding;
import barton.steward.model.query.Row;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.actions.BulkDialogs;
import barton.steward.ui.actions.EmailActions;
import barton.steward.ui.actions.Target;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Says whether a person's e-mail address is verified, and changes that by hand.
final class EmailLine extends VBox {
    EmailLine(AppContext context, Row person) {
        boolean verified = Boolean.TRUE.equals(person.get(PeopleFields.EMAIL_VERIFIED));
        String address = person.text(PeopleFields.EMAIL);
        boolean missing = address == null || address.isBlank();
        var state = new Label(Messages.get(missing ? "record.email.none" : verified ? "record.email.verified" : "record.email.unverified"),
                new FontIcon(verified ? Feather.CHECK : Feather.MINUS));
        state.setId("drawer-email-state");
        state.getStyleClass().add(verified ? "status-validated" : "status-new");
        var line = new HBox(state);
        line.getStyleClass().add("email-line");
        getChildren().add(line);
        if (verified || !missing) {
            var change = new Button(Messages.get(verified ? "command.unverify" : "command.verify"));
            change.setId("drawer-email-change");
            change.getStyleClass().add(Styles.SMALL);
            var writing = new SimpleStringProperty("");
            change.setOnAction(e -> {
                writing.set(Messages.get("whynot.writing"));
                // One person needs no announcement; the notice offers to take it back.
                new BulkDialogs(context).startAgreed(verified ? EmailActions.unverify(context.session())
                        : EmailActions.verify(context.session()), Target.of(person));
            });
            line.getChildren().add(Explained.unless(Bindings.createStringBinding(() -> context.permissions().refusal(Permission.EMAILS)
                    .orElseGet(writing::get), context.permissions().grantedProperty(), writing), change));
        }
        context.tasks().run(Messages.get("task.record"), () -> context.session().emails().latest(person.key().toString()),
                found -> found.ifPresent(this::show));
    }

    private void show(EmailFinding last) {
        String service = last.service() == null ? Messages.get("record.email.somebody") : last.service();
        var text = new Label(Messages.get("record.email.last", service,
                last.result() == null ? "–" : last.result(), last.score() == null ? -1 : last.score(),
                last.at() == null ? "–" : Formats.time(last.at())));
        text.setId("drawer-email-last");
        text.setWrapText(true);
        text.getStyleClass().add(Styles.TEXT_MUTED);
        getChildren().add(text);
    }
}
