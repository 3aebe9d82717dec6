package barton.steward.ui.table;

import barton.steward.ui.support.Command;
import barton.steward.ui.support.Messages;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/// Commands that are needed less often, behind one button.
final class MoreMenu extends MenuButton {
    MoreMenu(List<Command> commands) {
        super(Messages.get("rows.more"));
        setId("more");
        for (Command command : commands) {
            var item = new MenuItem(command.title());
            item.setId("more-" + command.id());
            item.setOnAction(e -> command.run());
            showingProperty().addListener((o, was, now) -> item.setDisable(!command.enabled().getAsBoolean()));
            getItems().add(item);
        }
    }
}
