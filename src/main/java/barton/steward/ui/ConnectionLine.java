package barton.steward.ui;

import atlantafx.base.theme.Styles;
import barton.steward.ui.ConnectionState.Outage;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where the data is; while it cannot be reached, since when and why.
final class ConnectionLine extends HBox {
    private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");
    private static final double LONGEST_NAME = 280;
    private static final double SHORTEST_NAME = 160;
    /// In characters: it is read whole always.
    private static final int SHORT_NAME = 20;
    private static final double LONGEST_REASON = 640;

    private final FontIcon icon = new FontIcon(Feather.DATABASE);
    private final Label where;
    private final Label reason = new Label();
    private final Tooltip whole = new Tooltip();

    /// @param executor the name under which edits and runs are kept
    ConnectionLine(String connection, String executor, ConnectionState state) {
        getStyleClass().add("connection-line");
        this.where = new Label(connection, icon);
        where.setId("connection");
        where.setMaxWidth(LONGEST_NAME);
        where.setMinWidth(connection.length() > SHORT_NAME ? SHORTEST_NAME : USE_PREF_SIZE);
        where.setTooltip(new Tooltip(Messages.get("status.executor", connection, executor)));
        reason.setId("outage");
        reason.setMaxWidth(LONGEST_REASON);
        reason.setMinWidth(0);
        reason.setTooltip(whole);
        whole.setWrapText(true);
        whole.setMaxWidth(480);
        var retry = new Button(Messages.get("outage.retry"));
        retry.setId("outage-retry");
        retry.getStyleClass().add(Styles.SMALL);
        retry.setMinWidth(USE_PREF_SIZE);
        retry.setOnAction(e -> state.tryNow());
        var away = state.outageProperty().map(o -> true).orElse(false);
        Nodes.shownWhile(away, reason);
        Nodes.shownWhile(away, retry);
        getChildren().addAll(where, reason, retry);
        state.outageProperty().subscribe(this::show);
    }

    private void show(Outage outage) {
        boolean away = outage != null;
        pseudoClassStateChanged(AWAY, away);
        icon.setIconCode(away ? Feather.ALERT_TRIANGLE : Feather.DATABASE);
        reason.setText(away ? Messages.get("outage.text", Formats.clock(outage.since()), outage.cause().getMessage()) : "");
        whole.setText(away ? reason.getText() + "\n" + outage.cause().advice() + "\n" + Messages.get("outage.again") : "");
    }
}
