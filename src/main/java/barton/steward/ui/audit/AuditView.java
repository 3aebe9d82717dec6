package barton.steward.ui.audit;

import barton.steward.catalog.Entity;
import barton.steward.model.audit.AuditState;
import barton.steward.model.audit.AuditState.JudgeProgress;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.audit.AuditViewModel.Step;
import barton.steward.ui.record.RecordId;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.FilePick;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.ProblemLine;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The audit of a batch: plans it, hands its records over one by one, and shows what came of it. Closed, it goes on where it stopped.
public final class AuditView {
    private final AppContext context;
    private final AuditViewModel model;
    private final ModalBox box;
    private final StackPane middle = new StackPane();
    private final Runnable closed;

    private AuditView(AppContext context, Entity entity, String batch, Runnable closed) {
        this.context = context;
        this.closed = closed;
        this.model = new AuditViewModel(context.session(), context.tasks(), entity, batch);
        middle.getStyleClass().add("audit-content");
        var content = new VBox(new ProblemLine("audit-problem", model.problemProperty().map(f -> f.cause())), middle);
        content.getStyleClass().add("form");
        this.box = new ModalBox("audit", Messages.get("audit.title", batch), content);
        box.cancel(Messages.get("dialog.close"));
        at(box.button("audit-report", Messages.get("audit.report"), this::report), Step.RESULT);
        at(box.button("audit-again", Messages.get("audit.again"), model::again), Step.RESULT);
        Button lift = box.button("audit-lift", Messages.get("audit.lift"), this::lift);
        Nodes.shownWhile(model.stateProperty().map(s -> s.holds() && s.result() != null).orElse(false), lift);
        at(box.button("audit-another", Messages.get("audit.another"), model::another), Step.RESULT, Step.WAIT);
        Button start = at(box.action("audit-start", "", model::start), Step.PLAN);
        start.textProperty().bind(model.planProperty().map(p -> Messages.get("audit.start", p.sampleSize()))
                .orElse(Messages.get("audit.start.none")));
        Explained.unless(Bindings.createStringBinding(() -> model.planProperty().get() != null ? ""
                : Messages.get(model.problemProperty().get() == null ? "whynot.planning" : "whynot.noplan"), model.planProperty(),
                model.problemProperty()), start);
        box.onClose(closed);
        model.stepProperty().addListener((o, was, now) -> show());
        model.stateProperty().addListener((o, was, now) -> {
            if (model.stepProperty().get() == Step.RESULT) {
                show();
            }
        });
    }

    /// Opens the latest audit of the batch, or the plan of its first.
    /// @param closed what to do when it is closed
    public static void open(AppContext context, Entity entity, String batch, Runnable closed) {
        var view = new AuditView(context, entity, batch, closed);
        context.dialogs().show(view.box);
        view.model.open();
    }

    private Button at(Button button, Step... steps) {
        var wanted = EnumSet.copyOf(List.of(steps));
        ObservableValue<Boolean> shown = model.stepProperty().map(wanted::contains);
        return Nodes.shownWhile(shown, button);
    }

    private void show() {
        Node content = switch (model.stepProperty().get()) {
            case LOADING -> Nodes.hint(Messages.get("audit.reading"));
            case PLAN -> new PlanPane(model);
            case JUDGE -> new JudgePane(context, model, this::openRecord);
            case WAIT -> waiting();
            case RESULT -> scrolled(new ResultPane(model, id -> openRecord(new RecordId(model.entity().intake(), id))));
        };
        middle.getChildren().setAll(List.of(content));
        content.requestFocus();
    }

    private static Node scrolled(Node content) {
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        return scroll;
    }

    private Node waiting() {
        AuditState state = model.stateProperty().get();
        var text = Dialogs.paragraph(Messages.get("audit.waiting") + " " + state.judges().stream().map((JudgeProgress j) ->
                Messages.get("batch.audit.progress", j.judge(), j.judged(), state.sample().size())).collect(Collectors.joining(", ")));
        text.setId("audit-waiting");
        return text;
    }

    private void openRecord(RecordId record) {
        box.close();
        context.openRecord(record.table(), record.key());
    }

    private void report() {
        String name = "audit-" + model.batch().replaceAll("[^\\w.-]", "_") + ".pdf";
        FilePick.saveReport(box, Messages.get("audit.report"), name).map(Path::of)
                .ifPresent(file -> model.report(file, written -> context.notices().say(Messages.get("audit.reported", written))));
    }

    private void lift() {
        context.dialogs().ask(Messages.get("audit.lift"), Messages.get("audit.lift.text", model.batch()), Messages.get("audit.lift.why"),
                "", Messages.get("audit.lift"), model::lift);
    }
}
