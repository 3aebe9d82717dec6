package barton.steward.ui.audit;

import atlantafx.base.theme.Styles;
import barton.steward.config.Visible;
import barton.steward.model.audit.AuditResult;
import barton.steward.model.audit.AuditState;
import barton.steward.model.audit.ErrorRate;
import barton.steward.model.audit.Judgement;
import barton.steward.model.audit.Outcome;
import barton.steward.model.audit.Verdict;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.Titles;
import java.util.function.LongConsumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What the sample showed: the verdict, rates with their intervals, and the records that are wrong, each a link.
final class ResultPane extends VBox {
    private final AuditViewModel model;
    private final LongConsumer openRecord;
    private final Double bound;
    private final double scale;
    private final GridPane rates = new GridPane();

    /// @param openRecord shows the record with this id in intake
    ResultPane(AuditViewModel model, LongConsumer openRecord) {
        this.model = model;
        this.openRecord = openRecord;
        getStyleClass().add("form");
        AuditState state = model.stateProperty().get();
        AuditResult result = state.result();
        this.bound = state.audit().bound();
        this.scale = result.scale(bound);
        Outcome outcome = state.end() == null ? result.outcome() : state.end().outcome();
        var verdict = new Label(Messages.get("audit.outcome." + outcome));
        verdict.setId("audit-outcome");
        verdict.getStyleClass().addAll(Styles.TITLE_3, outcome == Outcome.REJECTED ? Styles.DANGER : Styles.SUCCESS);
        Label counts = Dialogs.paragraph(Messages.get("audit.counts", result.right(), result.wrong(), result.unsure(), result.disputed()));
        counts.setId("audit-counts");
        Label rate = Dialogs.paragraph(Messages.get("audit.rate", percent(result.rate().rate()),
                percent(result.rate().lower()), percent(result.rate().upper()),
                percent(state.audit().confidence()), percent(result.atMost())));
        rate.setId("audit-rate");
        getChildren().addAll(verdict, counts, rate);
        if (result.agreement() != null) {
            getChildren().add(Dialogs.paragraph(Messages.get("audit.agreement", result.agreement().first(), result.agreement().second(),
                    result.agreement().same(), result.agreement().records()) + (result.agreement().kappa() == null ? ""
                    : " " + Messages.get("audit.kappa", result.agreement().kappa()))));
        }
        if (state.end() != null && state.end().why() != null) {
            getChildren().add(Dialogs.paragraph(Messages.get("audit.lifted", state.end().by(), Visible.value(state.end().why()))));
        }
        var bars = new ColumnConstraints();
        bars.setHgrow(Priority.ALWAYS);
        rates.getStyleClass().add("funnel-grid");
        rates.getColumnConstraints().addAll(new ColumnConstraints(), bars, new ColumnConstraints());
        add(Messages.get("audit.all"), result.rate());
        result.fields().forEach(f -> add(field(f.field()), f.rate()));
        rates.setId("audit-rates");
        getChildren().addAll(rates, Nodes.hint(bound == null ? Messages.get("audit.legend")
                : Messages.get("audit.legend.bound", percent(bound))));
        model.judgements(Verdict.WRONG).forEach(this::fault);
    }

    private String field(String name) {
        return model.entity().intake().field(name).map(f -> Messages.field(model.entity().intake(), f)).orElse(name);
    }

    private void add(String name, ErrorRate rate) {
        rates.addRow(rates.getRowCount(), new Label(name), new IntervalBar(rate, bound, scale), new Label(Messages.get("audit.interval",
                percent(rate.rate()), percent(rate.lower()), percent(rate.upper()))));
    }

    private void fault(Judgement judgement) {
        var record = model.stateProperty().get().sample().get(judgement.place() - 1);
        String name = Titles.of(record.row());
        judgement.faults().forEach(f -> {
            var link = new Hyperlink(Messages.get("audit.wrong", name, field(f.field()), Visible.value(f.reason()), judgement.judge()));
            link.setId("audit-wrong-" + record.intakeId());
            link.setWrapText(true);
            link.setOnAction(e -> openRecord.accept(record.intakeId()));
            getChildren().add(link);
        });
    }

    static String percent(double share) {
        return Messages.get("audit.percent", 100 * share);
    }
}
