package barton.steward.ui.start;

import atlantafx.base.theme.Styles;
import barton.steward.ui.support.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The databases that were connected to, to pick from, after the usual one.
final class RecentPane extends VBox {
    private final RecentConnections recent;
    private final ConnectViewModel model;
    private final Runnable picked;

    /// @param picked run when an address stands where it can be connected to
    RecentPane(RecentConnections recent, ConnectViewModel model, Runnable picked) {
        this.recent = recent;
        this.model = model;
        this.picked = picked;
        setId("connect-recent");
        getStyleClass().add("recent-connections");
        show();
    }

    private void show() {
        var title = new Label(Messages.get("connect.recent"));
        title.getStyleClass().add("form-label");
        var usual = new Hyperlink(Messages.get("connect.usual"), new FontIcon(Feather.HARD_DRIVE));
        usual.setId("connect-usual");
        usual.setTooltip(new Tooltip(Messages.get("connect.usual.hint")));
        usual.disableProperty().bind(model.busyProperty());
        usual.setOnAction(e -> model.connectUsual());
        getChildren().setAll(List.of(title, usual));
        recent.all().forEach(address -> getChildren().add(line(address)));
    }

    private Node line(String address) {
        var link = new Hyperlink(address, new FontIcon(Feather.DATABASE));
        link.setMnemonicParsing(false);
        link.getStyleClass().add("recent-connection");
        link.setTooltip(new Tooltip(address));
        link.setMinWidth(0);
        link.setOnAction(e -> {
            model.addressProperty().set(address);
            picked.run();
        });
        var forget = new Button(null, new FontIcon(Feather.X));
        forget.getStyleClass().addAll(Styles.SMALL, Styles.FLAT, Styles.BUTTON_ICON);
        forget.setAccessibleText(Messages.get("connect.forget", address));
        forget.setTooltip(new Tooltip(Messages.get("connect.forget", address)));
        forget.setOnAction(e -> {
            recent.forget(address);
            show();
        });
        var line = new HBox(link, forget);
        line.getStyleClass().add("recent-line");
        return line;
    }
}
