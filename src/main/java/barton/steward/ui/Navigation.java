package barton.steward.ui;

import atlantafx.base.controls.Spacer;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The views on the left, each with a count of what needs attention; in a narrow window their icons only. In a low one they scroll.
final class Navigation extends VBox {

    private final Map<ViewId, Label> badges = new EnumMap<>(ViewId.class);
    private final ObservableValue<Boolean> wide;

    /// @param attention how many rows of a place need attention
    /// @param wide whether there is room for names
    /// @param menu what stands in the menu at the end
    Navigation(ObservableValue<Boolean> wide, ReadOnlyObjectProperty<ViewId> place, Consumer<ViewId> go,
               ObservableMap<ViewId, Attention> attention, List<Command> menu) {
        this.wide = wide;
        setId("navigation");
        getStyleClass().add("navigation");
        var entries = new VBox();
        entries.getStyleClass().add("navigation-entries");
        for (ViewId to : ViewId.values()) {
            entries.getChildren().add(entry(to, place, go));
        }
        var scroll = new ScrollPane(entries);
        scroll.setId("navigation-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        place.addListener((o, was, now) -> Nodes.reveal(scroll, entries.getChildren().get(now.ordinal())));
        getChildren().addAll(scroll, menu(menu));
        attention.addListener((MapChangeListener<ViewId, Attention>) c -> show(c.getKey(), c.getMap().get(c.getKey())));
    }

    /// So many rows need attention, for this reason.
    record Attention(long count, String reason) {
    }

    private ToggleButton entry(ViewId to, ReadOnlyObjectProperty<ViewId> place, Consumer<ViewId> go) {
        var title = new Label(to.title());
        var badge = new Label();
        badge.getStyleClass().add("badge");
        badge.setId("attention-" + to);
        badge.managedProperty().bind(badge.visibleProperty());
        badge.setVisible(false);
        badge.setMinWidth(USE_PREF_SIZE);
        badges.put(to, badge);
        var content = new HBox(new FontIcon(to.icon()), title, new Spacer(), badge);
        content.getStyleClass().add("navigation-entry");
        var button = new ToggleButton(null, content);
        button.setId("nav-" + to);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(to.title());
        button.setTooltip(new Tooltip(Messages.get("nav.hint", to.title(), to.keys().getDisplayText())));
        place.addListener((o, was, now) -> button.setSelected(now == to));
        button.setOnAction(e -> {
            button.setSelected(place.get() == to);
            go.accept(to);
        });
        Nodes.shownWhile(wide, title);
        return button;
    }

    private static MenuButton menu(List<Command> commands) {
        var menu = new MenuButton(null, new FontIcon(Feather.MENU));
        menu.setId("menu");
        menu.getStyleClass().add("navigation-menu");
        menu.setAccessibleText(Messages.get("nav.menu"));
        menu.setTooltip(new Tooltip(Messages.get("nav.menu")));
        for (Command command : commands) {
            var item = new MenuItem(command.hint());
            item.setId("menu-" + command.id());
            item.setOnAction(e -> command.run());
            menu.addEventHandler(MenuButton.ON_SHOWING, e -> {
                String refusal = command.refusal().get().map(why -> " – " + why).orElse("");
                item.setDisable(!refusal.isEmpty());
                item.setText(command.hint() + refusal);
            });
            menu.getItems().add(item);
        }
        return menu;
    }

    private void show(ViewId place, Attention attention) {
        Label badge = badges.get(place);
        badge.setVisible(attention != null && attention.count() > 0);
        if (badge.isVisible()) {
            badge.setText(Formats.compact(attention.count()));
            badge.setTooltip(new Tooltip(Formats.number(attention.count()) + " " + attention.reason()));
        }
    }

}
