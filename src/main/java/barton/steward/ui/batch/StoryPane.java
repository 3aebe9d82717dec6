package barton.steward.ui.batch;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.IntakeStatus;
import barton.steward.catalog.RunKind;
import barton.steward.config.Visible;
import barton.steward.model.batch.BatchStages;
import barton.steward.model.batch.BatchStory;
import barton.steward.model.batch.BatchStory.TakenFile;
import barton.steward.model.batch.Reconciliation;
import barton.steward.model.query.Query;
import barton.steward.model.review.ReviewFigures;
import barton.steward.service.question.BatchQueries;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.batch.BatchViewModel.Shown;
import barton.steward.ui.controls.Figure;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// All that is told of one batch.
final class StoryPane extends VBox {
    private final AppContext context;
    private final Shown shown;
    private final BatchStory story;
    private final BatchQueries rows;
    private final String id;

    /// @param alone whether it has the window's width for itself
    StoryPane(AppContext context, Shown shown, boolean alone) {
        this.context = context;
        this.shown = shown;
        this.story = shown.story();
        this.rows = BatchQueries.of(story);
        this.id = "batch-" + story.batch() + "-";
        getStyleClass().add("batch-story");
        var name = new Label(Visible.value(story.batch()));
        name.getStyleClass().add(Styles.TITLE_3);
        getChildren().addAll(name, files());
        var first = List.of(stages(), reconciliation());
        var second = List.of(rules(), rejections(), reviews(), audits());
        if (alone) {
            getChildren().add(new EqualColumns(List.of(side(first), side(second))));
        } else {
            getChildren().addAll(first);
            getChildren().addAll(second);
        }
        getChildren().add(new TimelineCard(context, story));
    }

    private static VBox side(List<Node> cards) {
        var side = new VBox(cards.toArray(Node[]::new));
        side.getStyleClass().add("batch-side");
        return side;
    }

    private Node files() {
        var card = new StoryCard(id + "files", Messages.get("batch.files"));
        if (story.files().isEmpty()) {
            card.note(Messages.get("batch.files.none"));
        }
        for (TakenFile file : story.files()) {
            Label line = card.note(Messages.get("batch.file", file.rows(), Visible.value(file.name()), file.by(), Formats.time(file.at()))
                    + (file.refused() == null ? "" : " " + Messages.get("batch.file.left", file.refused(), file.noted())));
            line.setTooltip(new Tooltip(Formats.exactTime(file.at())));
            if (!file.mapping().isEmpty()) {
                card.note(Messages.get("batch.file.mapping", file.mapping().entrySet().stream()
                        .map(m -> field(m.getKey()) + " ← " + Visible.value(m.getValue())).collect(Collectors.joining(", "))));
            }
        }
        return card;
    }

    private String field(String name) {
        return story.entity().intake().field(name).map(f -> Messages.field(story.entity().intake(), f)).orElse(name);
    }

    private Node stages() {
        BatchStages s = story.stages();
        var card = new StoryCard(id + "stages", Messages.get("batch.stages"));
        double all = Math.max(1, s.imported());
        stage(card, "imported", s.imported(), all, "bar-neutral", rows.inIntake());
        any(card, "new", s.fresh(), all, "bar-neutral", rows.at(IntakeStatus.NEW));
        any(card, "failed", s.failed(), all, "bar-danger", rows.at(IntakeStatus.FAILED));
        any(card, "rejected", s.rejected(), all, "bar-danger", rows.rejected());
        any(card, "edited", s.edited(), all, "bar-danger", rows.at(IntakeStatus.EDITED));
        stage(card, "validated", s.validated(), all, "bar-accent", rows.validated());
        any(card, "waiting", s.waiting(), all, "bar-accent", rows.at(IntakeStatus.VALIDATED));
        any(card, "matched", s.matched(), all, "bar-neutral", rows.at(IntakeStatus.MATCHED));
        any(card, "held", s.held(), all, "bar-neutral", rows.at(IntakeStatus.HELD));
        any(card, "unplaced", s.unplaced(), all, "bar-danger", rows.unplaced());
        stage(card, "promoted", s.promoted(), all, "bar-success", rows.at(IntakeStatus.PROMOTED));
        any(card, "cleared", s.cleared(), all, "bar-success", rows.runs(RunKind.CLEARING));
        any(card, "taken-back", s.takenBack(), all, "bar-neutral", rows.runs(RunKind.TAKE_BACK));
        return card;
    }

    private void any(StoryCard card, String name, long count, double of, String kind, Query query) {
        if (count > 0) {
            stage(card, name, count, of, kind, query);
        }
    }

    private void stage(StoryCard card, String name, long count, double of, String kind, Query query) {
        card.bar(Messages.get("batch.stage." + name), figure(name, count, "batch.stage.meaning." + name, query), kind, count / of);
    }

    private Figure figure(String name, long count, String meaning, Query query) {
        return new Figure(id + name, count, Messages.get(meaning, count, story.batch()), () -> context.open(query));
    }

    private Node reconciliation() {
        Reconciliation r = story.reconciliation();
        var card = new StoryCard(id + "reconciliation", Messages.get("batch.reconciliation"));
        double most = Math.max(1, Math.max(r.validated(), Math.max(r.promoted(), r.logged())));
        card.bar(Messages.get("batch.reconciled.validated"), figure("all-validated", r.validated(), "batch.stage.meaning.validated",
                rows.validated()), "bar-accent", r.validated() / most);
        card.bar(Messages.get("batch.reconciled.promoted"), figure("in-master", r.promoted(), "batch.reconciled.meaning.promoted",
                rows.at(IntakeStatus.PROMOTED)), "bar-success", r.promoted() / most);
        card.bar(Messages.get("batch.reconciled.logged"), figure("logged", r.logged(), "batch.reconciled.meaning.logged",
                rows.runs()), "bar-neutral", r.logged() / most);
        Label verdict = card.note(Messages.get(r.drifts().isEmpty() ? "batch.agree" : r.holds() ? "batch.explained" : "batch.drift"));
        verdict.setId(id + "verdict");
        verdict.getStyleClass().add(r.holds() ? Styles.SUCCESS : Styles.DANGER);
        for (int i = 0; i < r.drifts().size(); i++) {
            Reconciliation.Drift drift = r.drifts().get(i);
            var figure = new Figure(id + "drift-" + i, drift.records(), Messages.get("batch.drift." + drift.kind(), drift.records(),
                    drift.run()), () -> context.open(rows.of(drift)));
            card.line(figure, Messages.get("batch.drift." + drift.kind(), drift.records(), drift.run()));
        }
        return card;
    }

    private Node rules() {
        var card = new StoryCard(id + "rules", Messages.get("batch.rules"));
        if (story.rules().isEmpty()) {
            card.note(Messages.get("batch.rules.none"));
        }
        story.rules().forEach(rule -> card.line(new Figure(id + "rule-" + rule.rule(), rule.records(),
                Messages.get("batch.rule.meaning", rule.records(), rule.rule()), () -> context.open(rows.broken(rule.rule()))),
                Messages.get("batch.rule", field(rule.field()), rule.rule())));
        return card;
    }

    private Node rejections() {
        var card = new StoryCard(id + "rejections", Messages.get("batch.rejections"));
        if (story.rejections().isEmpty()) {
            card.note(Messages.get("batch.rejections.none"));
        }
        for (int i = 0; i < story.rejections().size(); i++) {
            BatchStory.Why why = story.rejections().get(i);
            card.line(new Figure(id + "why-" + i, why.records(), Messages.get("batch.rejection.meaning", why.records(),
                    Visible.value(why.why())), () -> context.open(rows.rejectedBecause(why.why()))), Visible.value(why.why()));
        }
        return card;
    }

    private Node reviews() {
        ReviewFigures figures = shown.reviews();
        var card = new StoryCard(id + "reviews", Messages.get("batch.reviews"));
        card.note(figures.reviewed() + figures.skipped() == 0 ? Messages.get("batch.reviews.none")
                : Messages.get("batch.reviewed", figures.accepted(), figures.rejected(), figures.skipped()));
        figures.stewards().forEach(s -> card.note(Messages.get("batch.reviewer", s.steward(), s.accepted() + s.rejected())
                + (s.pace() == null ? "" : " " + Messages.get("batch.pace", s.pace()))));
        return card;
    }

    private Node audits() {
        var card = new StoryCard(id + "audits", Messages.get("batch.audits"));
        if (shown.audits().isEmpty()) {
            card.note(Messages.get("batch.audits.none"));
        }
        shown.audits().forEach(audit -> card.getChildren().add(new AuditLine(context, audit)));
        Label hint = Nodes.hint(Messages.get("batch.audits.hint"));
        card.getChildren().add(hint);
        return card;
    }
}
