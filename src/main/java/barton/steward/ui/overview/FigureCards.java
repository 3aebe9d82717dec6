package barton.steward.ui.overview;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.Entity;
import barton.steward.catalog.Limits;
import barton.steward.catalog.Table;
import barton.steward.model.Overview;
import barton.steward.model.query.Query;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.controls.Bar;
import barton.steward.ui.controls.Figure;
import barton.steward.ui.overview.OverviewViewModel.Figures;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The figures of the whole database, one card for each of its parts.
final class FigureCards extends GridPane {
    /// Of the cards, in percent.
    private static final double[] WIDTHS = {17, 16, 21, 27, 19};

    private final AppContext context;
    private final Limits limits;

    FigureCards(Figures figures, AppContext context) {
        this.context = context;
        getStyleClass().add("figure-cards");
        Overview o = figures.overview();
        this.limits = figures.limits();
        addRow(0,
                card("intake", o.intake(), Query.all(Table.INTAKE),
                        line("not-validated", o.notValidated(), FigureQueries.notValidated()),
                        line("people-intake", o.peopleIntake(), Query.all(Table.PEOPLE_INTAKE)),
                        line("people-not-validated", o.peopleNotValidated(), FigureQueries.notValidated(Entity.PERSON))),
                card("master", o.master(), Query.all(Table.MASTER),
                        line("slots", o.slots(), Query.all(Table.SLOTS))),
                card("people", o.people(), Query.all(Table.PEOPLE),
                        share("verification", o.emailVerificationRate(), "bar-success"),
                        line("emails-verified", o.emailsVerified(), FigureQueries.emailsVerified(true)),
                        line("unverified-decision-makers", o.unverifiedDecisionMakers(), FigureQueries.unverifiedDecisionMakers())),
                card("enriched", o.companySidecars(), Query.all(Table.COMPANY_SIDECARS),
                        share("coverage", o.enrichmentCoverage(), "bar-accent"),
                        line("stale", o.staleSidecars(), FigureQueries.staleSidecars()),
                        line("low-confidence", o.lowConfidence(), FigureQueries.lowConfidence()),
                        line("high-confidence", o.highConfidence(), FigureQueries.highConfidence())),
                card("runs", o.runs(), Query.all(Table.LOG),
                        line("failed-runs", o.failedRuns(), FigureQueries.failedRuns())));
        for (double percent : WIDTHS) {
            var column = new ColumnConstraints();
            column.setPercentWidth(percent);
            getColumnConstraints().add(column);
        }
    }

    private Node card(String name, long count, Query query, Node... lines) {
        var title = new Label(Messages.get("overview.card." + name));
        title.getStyleClass().addAll(Styles.TEXT_MUTED, "card-title");
        var figure = figure(name, count, query);
        figure.getStyleClass().add("figure-large");
        var card = new VBox(title, figure);
        card.getChildren().addAll(lines);
        card.getStyleClass().add("card");
        return card;
    }

    private Node line(String name, long count, Query query) {
        var text = new Label(Messages.get("overview.figure." + name, limits.staleDays(), limits.best(), limits.good()));
        text.setWrapText(true);
        var line = new HBox(figure(name, count, query), text);
        line.getStyleClass().add("figure-line");
        return line;
    }

    private static Node share(String name, double percent, String kind) {
        var label = new Label(Messages.get("overview.share." + name, Formats.percent(percent)));
        label.setId("overview-" + name);
        label.setWrapText(true);
        var share = new VBox(label, new Bar(kind, percent / 100));
        share.getStyleClass().add("figure-share");
        return share;
    }

    private Figure figure(String name, long count, Query query) {
        return new Figure("overview-" + name, count, Messages.get("overview.meaning." + name, count, limits.staleDays(),
                limits.best(), limits.good()), () -> context.open(query));
    }
}
