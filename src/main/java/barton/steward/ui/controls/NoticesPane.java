package barton.steward.ui.controls;

import atlantafx.base.theme.Styles;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Notices;
import barton.steward.ui.support.Notices.Link;
import barton.steward.ui.support.Notices.Notice;
import javafx.collections.ListChangeListener;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// All that was said, the latest first, each with what can still be done about it.
final class NoticesPane extends ScrollPane {
    private static final double ENTRY_HEIGHT = 72;
    private static final double MOST_HEIGHT = 400;

    private final VBox entries = new VBox();
    private final Runnable close;

    /// @param close run before a link leads elsewhere
    NoticesPane(Notices notices, Runnable close) {
        this.close = close;
        setId("notices-list");
        getStyleClass().add("notices-pane");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setAccessibleText(Messages.get("notice.all.hint"));
        entries.getStyleClass().add("notices-entries");
        setContent(entries);
        notices.all().addListener((ListChangeListener<Notice>) c -> {
            entries.getChildren().setAll(notices.all().stream().map(this::entry).toList());
            setPrefViewportHeight(Math.min(MOST_HEIGHT, notices.all().size() * ENTRY_HEIGHT));
        });
    }

    static Button button(Link link) {
        var button = new Button(link.text());
        button.setMnemonicParsing(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().addAll(Styles.SMALL, "notice-action");
        button.setOnAction(e -> link.run().run());
        return button;
    }

    private Node entry(Notice notice) {
        var at = new Label(Formats.clock(notice.at()));
        at.setTooltip(new Tooltip(Formats.exactTime(notice.at())));
        at.getStyleClass().add(Styles.TEXT_MUTED);
        at.setMinWidth(USE_PREF_SIZE);
        var text = new Label(notice.text());
        text.setWrapText(true);
        text.setMnemonicParsing(false);
        var links = new HBox();
        links.getStyleClass().add("notice-links");
        notice.links().forEach(link -> {
            Button button = button(link);
            button.addEventFilter(ActionEvent.ACTION, e -> close.run());
            links.getChildren().add(button);
        });
        var said = new VBox(text);
        if (!notice.links().isEmpty()) {
            said.getChildren().add(links);
        }
        said.getStyleClass().add("notices-said");
        var entry = new HBox(at, said);
        entry.getStyleClass().add("notices-entry");
        return entry;
    }
}
