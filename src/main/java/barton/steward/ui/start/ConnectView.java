package barton.steward.ui.start;

import atlantafx.base.theme.Styles;
import barton.steward.service.OpenSession;
import barton.steward.service.SessionFactory;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.ProblemLine;
import barton.steward.ui.task.Tasks;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextFormatter.Change;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The dialog that leads to another database.
public final class ConnectView {
    private ConnectView() {
    }

    /// Opens the dialog; it closes when the connection stands.
    /// @param executor the name under which runs and edits are kept; empty: the login name
    /// @param recent what was connected to before, to pick from
    public static void open(Dialogs dialogs, Tasks tasks, SessionFactory sessions, Optional<String> executor,
            RecentConnections recent, Consumer<OpenSession> onConnected) {
        var closing = new Runnable[1];
        var model = new ConnectViewModel(sessions, tasks, executor, recent, opened -> {
            closing[0].run();
            onConnected.accept(opened);
        });
        var box = new ModalBox("connect", Messages.get("connect.title"), form(model, recent));
        closing[0] = box::close;
        box.cancel(Messages.get("dialog.cancel"));
        box.onClose(() -> {
            model.passwordProperty().set("");
            model.cancel();
        });
        Button test = box.button("connect-test", Messages.get("connect.test"), model::test);
        Button connect = box.action("connect-ok", Messages.get("connect.ok"), model::connect);
        Explained.when(model.ready(), Messages.get("whynot.connect"), test);
        Explained.when(model.ready(), Messages.get("whynot.connect"), connect);
        dialogs.show(box);
    }

    /// Nor can an undo bring the password back, because the field never had it.
    private static Change withoutPassword(Change change, ConnectViewModel model) {
        String typed = change.getControlNewText();
        String shown = model.withoutPassword(typed);
        if (!shown.equals(typed)) {
            change.setRange(0, change.getControlText().length());
            change.setText(shown);
            change.selectRange(shown.length(), shown.length());
        }
        return change;
    }

    private static VBox form(ConnectViewModel model, RecentConnections recent) {
        var address = new TextField();
        address.setId("connect-address");
        address.setPromptText(Messages.get("connect.address.prompt"));
        address.textProperty().bindBidirectional(model.addressProperty());
        address.setTextFormatter(new TextFormatter<>(change -> withoutPassword(change, model)));
        var password = new PasswordField();
        password.setId("connect-password");
        password.textProperty().bindBidirectional(model.passwordProperty());
        var busy = new ProgressBar();
        busy.setMaxWidth(Double.MAX_VALUE);
        busy.setAccessibleText(Messages.get("connect.connecting"));
        Label works = Dialogs.paragraph("");
        works.setId("connect-works");
        works.setGraphic(new FontIcon(Feather.CHECK_CIRCLE));
        works.getStyleClass().add(Styles.SUCCESS);
        works.textProperty().bind(model.answerProperty());
        var form = new VBox(Dialogs.paragraph(Messages.get("connect.text")),
                new RecentPane(recent, model, password::requestFocus), Nodes.labelled(Messages.get("connect.address"), address),
                Nodes.labelled(Messages.get("connect.password"), password), Nodes.hint(Messages.get("connect.password.hint")),
                Nodes.shownWhile(model.busyProperty(), busy), Nodes.shownWhile(model.answerProperty().isNotEmpty(), works),
                new ProblemLine("connect-problem", model.problemProperty()));
        form.getStyleClass().addAll("form", "connect-content");
        return form;
    }
}
