package barton.steward.ui.overview;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import barton.steward.model.alert.Alert;
import barton.steward.service.alert.AlertText;
import barton.steward.service.question.AlertQueries;
import barton.steward.ui.actions.AlertWatch;
import barton.steward.ui.actions.AlertWatch.Seen;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Desktop;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What wants attention by the limits of the team, each a link to its rows.
final class AttentionCard extends VBox {
    private static final int MOST = 5;

    private final AppContext context;
    private final AlertWatch watch;
    private final VBox lines = new VBox();
    private boolean whole;

    AttentionCard(AppContext context) {
        this.context = context;
        this.watch = context.alerts();
        setId("overview-attention");
        getStyleClass().addAll("card", "funnel");
        var title = new Label(Messages.get("attention.title"));
        title.getStyleClass().add(Styles.TITLE_4);
        lines.getStyleClass().add("attention-lines");
        getChildren().addAll(new HBox(title, new Spacer(), notices()), lines);
        watch.seenProperty().subscribe(seen -> show());
        watch.problemProperty().subscribe(problem -> show());
    }

    private CheckBox notices() {
        var notices = new CheckBox(Messages.get("attention.desktop"));
        notices.setId("attention-desktop");
        notices.setTooltip(new Tooltip(Messages.get("attention.desktop.hint")));
        notices.setSelected(Desktop.wanted(context.preferences()));
        notices.setOnAction(e -> Desktop.want(context.preferences(), notices.isSelected()));
        return notices;
    }

    private void show() {
        var shown = new ArrayList<Node>();
        watch.problemProperty().get().ifPresent(problem -> {
            var retry = new Hyperlink(Messages.get("error.retry"));
            retry.setId("attention-retry");
            retry.setOnAction(e -> watch.look());
            shown.addAll(List.of(Dialogs.paragraph(Messages.get("attention.failed", problem.getMessage())), retry));
        });
        Optional<Seen> seen = watch.seenProperty().get();
        seen.ifPresent(s -> shown.addAll(lines(s)));
        if (shown.isEmpty()) {
            shown.add(Nodes.hint(Messages.get("attention.counting")));
        }
        replace(shown);
    }

    private List<Node> lines(Seen seen) {
        List<Alert> alerts = seen.alerts();
        var shown = new ArrayList<Node>();
        if (alerts.isEmpty()) {
            Label none = Dialogs.paragraph(Messages.get("attention.none"));
            none.setId("attention-none");
            shown.add(none);
        }
        alerts.stream().limit(whole ? alerts.size() : MOST).map(this::link).forEach(shown::add);
        if (alerts.size() > MOST) {
            var more = new Hyperlink(whole ? Messages.get("attention.fewer") : Messages.get("attention.more", alerts.size() - MOST));
            more.setId("attention-more");
            more.setOnAction(e -> {
                whole = !whole;
                show();
            });
            shown.add(more);
        }
        if (seen.uncompared() > 0) {
            shown.add(Nodes.hint(Messages.get("attention.comparing", seen.uncompared())));
        }
        return shown;
    }

    private Node link(Alert alert) {
        var link = new Hyperlink(AlertText.of(alert), new FontIcon(Feather.ALERT_TRIANGLE));
        link.setId("attention-" + alert.key());
        link.setWrapText(true);
        link.setOnAction(e -> context.open(AlertQueries.of(alert)));
        return link;
    }

    /// The keyboard stays at the line that it was at.
    private void replace(List<Node> shown) {
        String had = lines.getChildren().stream().filter(Node::isFocused).map(Node::getId).filter(Objects::nonNull).findFirst()
                .orElse(null);
        lines.getChildren().setAll(shown);
        if (had != null) {
            shown.stream().filter(Node::isFocusTraversable).filter(n -> had.equals(n.getId())).findFirst()
                    .or(() -> shown.stream().filter(Node::isFocusTraversable).findFirst()).ifPresent(Node::requestFocus);
        }
    }
}
