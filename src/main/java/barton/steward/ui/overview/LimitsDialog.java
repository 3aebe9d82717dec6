package barton.steward.ui.overview;

import barton.steward.catalog.Limits;
import barton.steward.catalog.Table;
import barton.steward.model.database.Permission;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.support.Nodes;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.VBox;

/// From which scores on records are best, good and fair, and after how many days an enrichment is stale, for the whole team.
final class LimitsDialog {
    private final AppContext context;
    private final Spinner<Integer> best;
    private final Spinner<Integer> good;
    private final Spinner<Integer> fair;
    private final Spinner<Integer> days;
    private final Label problem = Nodes.hint("");

    private LimitsDialog(AppContext context, Limits now) {
        this.context = context;
        this.best = spinner("best", now.best(), 100);
        this.good = spinner("good", now.good(), 100);
        this.fair = spinner("fair", now.fair(), 100);
        this.days = spinner("days", now.staleDays(), Limits.MOST_DAYS);
    }

    /// Reads the limits as they are now, and opens the dialog on them.
    static void open(AppContext context) {
        context.tasks().run(Messages.get("limits.reading"), () -> context.session().statistics().limits(),
                now -> new LimitsDialog(context, now).show());
    }

    private void show() {
        problem.setId("limits-problem");
        var content = new VBox(Dialogs.paragraph(Messages.get("limits.text")), Nodes.labelled(Messages.get("limits.best"), best),
                Nodes.labelled(Messages.get("limits.good"), good), Nodes.labelled(Messages.get("limits.fair"), fair),
                Nodes.labelled(Messages.get("limits.days"), days), problem);
        content.getStyleClass().addAll("form", "thresholds");
        var box = new ModalBox("limits", Messages.get("limits.title"), content);
        box.cancel(Messages.get("dialog.cancel"));
        Button ok = box.action("limits-ok", Messages.get("limits.ok"), () -> wanted().ifPresent(limits -> {
            box.close();
            context.tasks().save(Messages.get("limits.saving"), () -> {
                context.session().statistics().set(limits);
                return limits;
            }, done -> context.changed(Table.MASTER, Table.COMPANY_SIDECARS));
        }));
        Explained.unless(context.permissions().refusalProperty(Permission.LIMITS), ok);
        context.dialogs().show(box);
    }

    private Optional<Limits> wanted() {
        try {
            return Optional.of(new Limits(best.getValue(), good.getValue(), fair.getValue(), days.getValue()));
        } catch (IllegalArgumentException e) {
            problem.setText(e.getMessage());
            return Optional.empty();
        }
    }

    private static Spinner<Integer> spinner(String name, int value, int most) {
        var spinner = new Spinner<Integer>(1, most, value);
        spinner.setId("limits-" + name);
        spinner.setEditable(true);
        spinner.getEditor().setAccessibleText(Messages.get("limits." + name));
        return spinner;
    }
}
