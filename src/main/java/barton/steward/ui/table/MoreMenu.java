package barton.steward.ui.table;

import barton.steward.ui.support.Command;
import barton.steward.ui.support.Messages;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/// Commands behind one button: those that are needed less often, after those for which the line before it has no room.
final class MoreMenu extends MenuButton {
    private final List<MenuItem> first;
    private final MenuItem reason = new MenuItem();
    private final boolean onlyForRest;

    /// @param first commands that have buttons where there is room
    /// @param why why a command cannot be run now
    MoreMenu(List<Command> first, List<Command> rarer, Supplier<String> why) {
        super(Messages.get("rows.more"));
        setId("more");
        this.first = first.stream().map(this::item).toList();
        this.onlyForRest = rarer.isEmpty();
        reason.setId("more-reason");
        reason.setDisable(true);
        getItems().add(reason);
        getItems().addAll(this.first);
        getItems().addAll(rarer.stream().map(this::item).toList());
        setOnShowing(e -> {
            boolean all = Stream.concat(first.stream(), rarer.stream()).allMatch(command -> command.enabled().getAsBoolean());
            reason.setText(all ? "" : Stream.concat(first.stream(), rarer.stream()).flatMap(c -> c.refusal().get().stream()).findFirst()
                    .orElseGet(why));
            reason.setVisible(!all);
        });
    }

    /// Whether it is there only for what has no room elsewhere.
    boolean isOnlyForRest() {
        return onlyForRest;
    }

    /// Offers those of the first commands that have no room, from the one at this place on.
    void offerFrom(int place) {
        for (int i = 0; i < first.size(); i++) {
            first.get(i).setVisible(i >= place);
        }
        setVisible(!onlyForRest || place < first.size());
        setManaged(isVisible());
    }

    private MenuItem item(Command command) {
        var item = new MenuItem(command.title());
        item.setId("more-" + command.id());
        item.setOnAction(e -> command.run());
        addEventHandler(ON_SHOWING, e -> item.setDisable(!command.enabled().getAsBoolean()));
        return item;
    }
}
