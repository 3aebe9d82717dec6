package barton.steward.ui.controls;

import atlantafx.base.theme.Styles;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Notices;
import barton.steward.ui.support.Notices.Link;
import barton.steward.ui.support.Notices.Notice;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The one place where messages are shown: the latest in one line with what can be done about it, all others behind a button. Its place
/// is kept while nothing is said. A notification of the theme's lies over the window and a bar of the other library pushes it.
public final class NoticeStrip extends HBox {
    private static final PseudoClass URGENT = PseudoClass.getPseudoClass("urgent");

    private final Notices notices;
    private final FontIcon icon = new FontIcon();
    private final Label text = new Label();
    private final Tooltip whole = new Tooltip();
    private final HBox links = new HBox();
    private final Button aside = new Button(null, new FontIcon(Feather.X));
    private final AllButton all;

    public NoticeStrip(Notices notices) {
        this.notices = notices;
        this.all = new AllButton(notices);
        setId("notices");
        getStyleClass().add("notice-strip");
        text.setId("notice-text");
        text.setTooltip(whole);
        text.setMinWidth(0);
        text.setMnemonicParsing(false);
        whole.setWrapText(true);
        whole.setMaxWidth(480);
        links.getStyleClass().add("notice-links");
        links.setMinWidth(USE_PREF_SIZE);
        aside.setId("notice-aside");
        aside.getStyleClass().addAll(Styles.SMALL, Styles.FLAT, Styles.BUTTON_ICON);
        aside.setMinWidth(USE_PREF_SIZE);
        aside.setAccessibleText(Messages.get("notice.aside"));
        aside.setTooltip(new Tooltip(Messages.get("notice.aside")));
        aside.setOnAction(e -> notices.putAside(notices.latestProperty().get()));
        Explained list = Explained.when(Bindings.isNotEmpty(notices.all()), Messages.get("whynot.messages"), all);
        getChildren().addAll(list, icon, text, links, aside);
        notices.latestProperty().subscribe(this::show);
    }

    /// Opens the list of all that was said, or closes it.
    public void showAll() {
        all.fire();
    }

    private void show(Notice latest) {
        boolean said = latest != null;
        text.setText(said ? latest.text() : "");
        text.setAccessibleText(said ? latest.text() : Messages.get("notice.none"));
        whole.setText(said ? latest.text() : Messages.get("notice.none"));
        icon.setIconCode(said && latest.urgent() ? Feather.ALERT_TRIANGLE : Feather.INFO);
        icon.setVisible(said);
        aside.setVisible(said);
        pseudoClassStateChanged(URGENT, said && latest.urgent());
        links.getChildren().setAll(said ? latest.links().stream().map(link -> button(latest, link)).toList() : java.util.List.of());
    }

    private Button button(Notice notice, Link link) {
        Button button = NoticesPane.button(link);
        button.addEventHandler(javafx.event.ActionEvent.ACTION, e -> notices.putAside(notice));
        return button;
    }

    /// Opens all that was said, and says how much that is.
    private static final class AllButton extends PaneButton {
        private final NoticesPane pane;

        AllButton(Notices notices) {
            super(null, new FontIcon(Feather.MESSAGE_SQUARE));
            this.pane = new NoticesPane(notices, this::fire);
            setId("notices-all");
            getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
            setMinWidth(USE_PREF_SIZE);
            setTooltip(new Tooltip(Messages.get("notice.all.hint")));
            textProperty().bind(Bindings.size(notices.all()).map(n -> Formats.number(n.intValue())));
            accessibleTextProperty().bind(Bindings.size(notices.all()).map(n -> Messages.get("notice.all", n)));
        }

        @Override
        protected Node pane() {
            return pane;
        }

        @Override
        protected PopOver open(Node content) {
            return PopOvers.above(this, content);
        }
    }
}
