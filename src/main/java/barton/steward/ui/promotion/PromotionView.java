package barton.steward.ui.promotion;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.model.StewardException.Kind;
import barton.steward.model.promotion.PromotionResult;
import barton.steward.model.query.Query;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.controls.RunningPane;
import barton.steward.ui.promotion.PromotionViewModel.Step;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.ProblemLine;
import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SearchableComboBox;

/// The promotion dialog: which batch, what would happen, one button that names the number, the progress, and what came of it.
public final class PromotionView {
    private final AppContext context;
    private final PromotionViewModel model;
    private final VBox outcome = new VBox();
    private ModalBox box;

    private PromotionView(AppContext context, Entity entity) {
        this.context = context;
        this.model = new PromotionViewModel(context.session(), context.tasks(), entity);
        model.resultProperty().addListener((o, old, result) -> promoted(result));
        model.stepProperty().addListener((o, was, now) -> {
            if (was == Step.RUNNING && now != Step.DONE && box == null) {
                notPromoted();
            }
        });
    }

    /// Opens the dialog on a batch; null: on the one that waits longest.
    public static void open(AppContext context, Entity entity, String batch) {
        var view = new PromotionView(context, entity);
        view.show();
        view.model.open(batch);
    }

    private void show() {
        outcome.getStyleClass().add("form");
        var prepare = new VBox(chooser(), new ProblemLine("promotion-problem", model.problemProperty()), state());
        prepare.getStyleClass().add("form");
        var running = new RunningPane("promotion-running", text("running"), model.rowsProperty(), model::cancel);
        var content = new StackPane(Nodes.shownWhile(at(Step.RUNNING, Step.DONE).map(b -> !b), prepare),
                Nodes.shownWhile(at(Step.RUNNING), running), Nodes.shownWhile(at(Step.DONE), outcome));
        content.getStyleClass().add("promotion-content");
        box = new ModalBox("promotion", text("title"), content);
        Nodes.shownWhile(at(Step.RUNNING, Step.DONE).map(b -> !b), box.cancel(Messages.get("dialog.cancel")));
        Nodes.shownWhile(at(Step.RUNNING), box.button("promotion-background", Messages.get("running.background"), box::close));
        Nodes.shownWhile(at(Step.UNKNOWN), box.button("promotion-look-up", Messages.get("error.lookup"), model::promote));
        Nodes.shownWhile(at(Step.PREVIEW), confirm());
        Nodes.shownWhile(at(Step.DONE), box.button("promotion-close", Messages.get("dialog.close"), box::close));
        box.onClose(() -> box = null);
        context.dialogs().show(box);
    }

    private Button confirm() {
        Button confirm = box.action("promotion-confirm", "", model::promote);
        confirm.textProperty().bind(model.previewProperty()
                .map(preview -> text("confirm", preview.promotable())).orElse(""));
        return confirm;
    }

    private Node chooser() {
        var batches = new SearchableComboBox<String>(model.batches());
        batches.setId("promotion-batch");
        batches.setMaxWidth(Double.MAX_VALUE);
        batches.setPromptText(Messages.get("promotion.batch.prompt"));
        batches.valueProperty().bindBidirectional(model.batchProperty());
        batches.disableProperty().bind(at(Step.UNKNOWN).orElse(false));
        return Nodes.labelled(Messages.get("promotion.batch"), batches);
    }

    private Node state() {
        var wait = new ProgressBar();
        wait.setMaxWidth(Double.MAX_VALUE);
        wait.setAccessibleText(Messages.get("promotion.loading"));
        Label none = Nodes.hint(text("none"));
        none.setId("promotion-none");
        var empty = Bindings.createBooleanBinding(() -> model.stepProperty().get() == Step.CHOOSE && model.problemProperty().get() == null,
                model.stepProperty(), model.problemProperty());
        var preview = new StackPane();
        preview.getStyleClass().add("promotion-preview");
        model.previewProperty().subscribe(now -> preview.getChildren().setAll(
                now == null ? List.of() : List.of(new PreviewPane(now, model.refusals(), model.unplaced(), this::openRows))));
        var held = Nodes.hint("");
        held.setId("promotion-held-by-audit");
        held.textProperty().bind(model.holdProperty().map(why -> Messages.get("promotion.held.audit", why)).orElse(""));
        var canEnrich = Bindings.createBooleanBinding(
                () -> model.stepProperty().get() == Step.PREVIEW && model.enrichedProperty().get() > 0,
                model.stepProperty(), model.enrichedProperty());
        var state = new VBox(Nodes.shownWhile(at(Step.LOADING), wait), Nodes.shownWhile(empty, none),
                Nodes.shownWhile(model.holdProperty().isNotNull().and(model.previewProperty().isNotNull()), held), preview,
                Nodes.shownWhile(canEnrich, enrichment()));
        state.getStyleClass().add("form");
        return state;
    }

    private CheckBox enrichment() {
        var along = new CheckBox();
        along.setId("promotion-enrichment");
        along.setWrapText(true);
        along.textProperty().bind(model.enrichedProperty().map(n -> Messages.get("promotion.enrichment", n)));
        along.selectedProperty().bindBidirectional(model.withEnrichmentProperty());
        return along;
    }

    private void openRows(Query query) {
        close();
        context.open(query);
    }

    private String text(String key, Object... arguments) {
        return Messages.of(model.entity(), "promotion.", key, arguments);
    }

    private void close() {
        if (box != null) {
            box.close();
        }
    }

    private void promoted(PromotionResult result) {
        context.changed(model.entity().intake(), model.entity().master(), Table.SLOTS, model.entity().sidecar(),
                Table.LOG);
        if (box == null) {
            context.notices().say(text("done", result.promoted(), result.batch()), Messages.get("promotion.done.show"),
                    () -> context.open(FigureQueries.madeBy(model.entity(), result.run())));
            return;
        }
        outcome.getChildren().setAll(new OutcomePane(model.entity(), result, this::openRows));
    }

    /// Nobody may miss that what goes on in the background has failed.
    private void notPromoted() {
        if (model.problemProperty().get().kind() == Kind.CANCELLED) {
            context.notices().say(model.problemProperty().get().getMessage());
        } else {
            show();
        }
    }

    private ObservableValue<Boolean> at(Step... steps) {
        var wanted = Set.of(steps);
        return model.stepProperty().map(wanted::contains);
    }
}
