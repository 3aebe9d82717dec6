package barton.steward.ui.overview;

import barton.steward.catalog.AlertLimits;
import barton.steward.catalog.Limits;
import barton.steward.catalog.Table;
import barton.steward.model.StewardException;
import barton.steward.model.database.Permission;
import barton.steward.service.Session;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.support.Nodes;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// The limits of the whole team: from which scores on records are best, good and fair, after how many days an enrichment is stale, and when
/// something wants attention.
final class LimitsDialog {
    private final AppContext context;
    private final TeamLimits before;
    private final Label problem = Nodes.hint("");
    private final LimitField best;
    private final LimitField good;
    private final LimitField fair;
    private final LimitField days;
    private final LimitField success;
    private final LimitField coverage;
    private final LimitField peopleCoverage;
    private final LimitField verified;
    private final LimitField stale;
    private final LimitField doubtful;
    private final LimitField waiting;
    private final LimitField recent;

    /// All that is set together.
    private record TeamLimits(Limits scores, AlertLimits alerts) {
        static TeamLimits of(Session session) {
            return new TeamLimits(session.statistics().limits(), session.alerts().limits());
        }
    }

    private LimitsDialog(AppContext context, TeamLimits now) {
        this.context = context;
        this.before = now;
        this.best = new LimitField("best", now.scores().best(), 1, 100);
        this.good = new LimitField("good", now.scores().good(), 1, 100);
        this.fair = new LimitField("fair", now.scores().fair(), 1, 100);
        this.days = new LimitField("days", now.scores().staleDays(), 1, Limits.MOST_DAYS);
        this.success = new LimitField("success", now.alerts().leastSuccess(), 0, 100);
        this.coverage = new LimitField("coverage", now.alerts().leastCoverage(), 0, 100);
        this.peopleCoverage = new LimitField("peoplecoverage", now.alerts().leastPeopleCoverage(), 0, 100);
        this.verified = new LimitField("verified", now.alerts().leastVerified(), 0, 100);
        this.stale = new LimitField("stale", now.alerts().mostStale(), 0, 100);
        this.doubtful = new LimitField("doubtful", now.alerts().mostDoubtful(), 0, 100);
        this.waiting = new LimitField("waiting", now.alerts().waitingDays(), 1, Limits.MOST_DAYS);
        this.recent = new LimitField("recent", now.alerts().recentDays(), 1, Limits.MOST_DAYS);
    }

    /// Reads the limits as they are now, and opens the dialog on them.
    static void open(AppContext context) {
        context.tasks().run(Messages.get("limits.reading"), () -> TeamLimits.of(context.session()),
                now -> new LimitsDialog(context, now).show());
    }

    private void show() {
        problem.setId("limits-problem");
        var content = new VBox(Dialogs.paragraph(Messages.get("limits.text")), pairs(best, good, fair, days),
                Nodes.heading(Messages.get("limits.attention")), Nodes.hint(Messages.get("limits.attention.hint")),
                pairs(success, verified, coverage, peopleCoverage, stale, doubtful, waiting, recent), problem);
        content.getStyleClass().addAll("form", "limits");
        var box = new ModalBox("limits", Messages.get("limits.title"), content);
        box.cancel(Messages.get("dialog.cancel"));
        Button ok = box.action("limits-ok", Messages.get("limits.ok"), () -> wanted().ifPresent(limits -> {
            box.close();
            if (!limits.equals(before)) {
                save(context, before, limits);
            }
        }));
        Explained.unless(context.permissions().refusalProperty(Permission.LIMITS), ok);
        context.dialogs().show(box);
    }

    private static GridPane pairs(LimitField... fields) {
        var grid = new GridPane();
        grid.getStyleClass().add("limit-pairs");
        for (int i = 0; i < 2; i++) {
            var half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        for (int i = 0; i < fields.length; i++) {
            grid.add(fields[i].node(), i % 2, i / 2);
        }
        return grid;
    }

    /// What was typed may be no number, too large or too small; the first such field is told of, and gets the keyboard.
    private Optional<TeamLimits> wanted() {
        try {
            return Optional.of(new TeamLimits(new Limits(best.value(), good.value(), fair.value(), days.value()),
                    new AlertLimits(success.value(), coverage.value(), peopleCoverage.value(), verified.value(), stale.value(),
                            doubtful.value(), waiting.value(), recent.value())));
        } catch (IllegalArgumentException e) {
            problem.setText(e.getMessage());
            return Optional.empty();
        }
    }

    /// Sets them unless somebody set others meanwhile.
    private static void save(AppContext context, TeamLimits from, TeamLimits to) {
        context.tasks().save(Messages.get("limits.saving"), () -> {
            Session session = context.session();
            if (!TeamLimits.of(session).equals(from)) {
                throw StewardException.refused(Messages.get("limits.meanwhile"), Messages.get("limits.meanwhile.advice"));
            }
            if (!to.scores().equals(from.scores())) {
                session.statistics().set(to.scores());
            }
            if (!to.alerts().equals(from.alerts())) {
                session.alerts().set(to.alerts());
            }
            return to;
        }, done -> {
            context.notices().say(Messages.get("limits.set"), Messages.get("history.undo"), () -> save(context, to, from));
            context.changed(Table.MASTER, Table.COMPANY_SIDECARS, Table.PEOPLE_SIDECARS);
            context.alerts().look();
        });
    }
}
