package barton.steward.ui.importing;

import barton.steward.model.StewardException.Kind;
import barton.steward.model.update.UpdateKind;
import barton.steward.model.update.UpdateReport;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.controls.RunningPane;
import barton.steward.ui.controls.SideBySide;
import barton.steward.ui.importing.UpdateViewModel.Step;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.Notices;
import barton.steward.ui.support.ProblemLine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What a file would change in the records that it names, before anything is written: how many rows of each kind, who wins in which column,
/// and the rows themselves, field by field.
final class UpdateView {
    private static final double COLUMNS_SHARE = 0.31;
    private static final double BESIDE = 820;

    private final AppContext context;
    private final UpdateViewModel model;
    private final Runnable done;
    private ModalBox box;

    private UpdateView(AppContext context, UpdateViewModel model, Runnable done) {
        this.context = context;
        this.model = model;
        this.done = done;
        model.stepProperty().addListener((o, was, now) -> {
            if (now == Step.DONE) {
                updated(model.reportProperty().get());
            } else if (was == Step.RUNNING && box == null) {
                failed();
            }
        });
    }

    /// @param done runs when the records are updated
    static void open(AppContext context, UpdateViewModel model, Runnable done) {
        new UpdateView(context, model, done).show();
        model.look();
    }

    private void show() {
        var first = model.reportProperty().isNull();
        ObservableValue<Boolean> looking = model.stepProperty().map(s -> s == Step.LOOKING);
        ObservableValue<Boolean> failed = model.problemProperty().isNotNull();
        var both = new SideBySide(new UpdateColumnsPane(model), new UpdateLines(model), COLUMNS_SHARE, BESIDE);
        VBox.setVgrow(both, Priority.ALWAYS);
        var seen = new VBox(kinds(), both, newRows());
        seen.getStyleClass().add("form");
        var running = new RunningPane("update-running", Messages.get("update.running"), model.rowsProperty(), model::cancel);
        var comparing = new RunningPane("update-looking", Messages.get("update.comparing"), model.rowsProperty(), model::cancel)
                .onlyHere();
        var content = new VBox(new ProblemLine("update-problem", model.problemProperty()), new StackPane(
                Nodes.shownWhile(model.stepProperty().map(s -> s == Step.RUNNING), running),
                Nodes.shownWhile(Bindings.createBooleanBinding(() -> first.get() && looking.getValue() && !failed.getValue(),
                        first, model.stepProperty(), model.problemProperty()), comparing),
                Nodes.shownWhile(Bindings.createBooleanBinding(() -> !first.get() && model.stepProperty().get() != Step.RUNNING,
                        first, model.stepProperty()), seen)));
        VBox.setVgrow(content.getChildren().get(1), Priority.ALWAYS);
        content.getStyleClass().addAll("form", "update-content");
        box = new ModalBox("update", Messages.get("update.title", Messages.table(model.table())), content);
        Label state = Nodes.hint("");
        state.setId("update-state");
        state.textProperty().bind(Bindings.createStringBinding(() -> !first.get() && looking.getValue() && !failed.getValue()
                ? Messages.get("update.counting") : "", first, model.stepProperty(), model.problemProperty()));
        box.beside(state);
        Button again = Nodes.shownWhile(Bindings.createBooleanBinding(() -> failed.getValue() && looking.getValue(),
                model.problemProperty(), model.stepProperty()), box.button("update-again", Messages.get("error.retry"), model::look));
        again.setDefaultButton(false);
        box.cancel(Messages.get("dialog.cancel"));
        Nodes.shownWhile(model.stepProperty().map(s -> s == Step.UNKNOWN),
                box.button("update-look-up", Messages.get("error.lookup"), model::lookUp));
        Button ok = box.action("update-ok", "", model::perform);
        ok.textProperty().bind(Bindings.createStringBinding(this::okText, model.reportProperty(), model.takesNewProperty()));
        Explained.when(model.ready(), Messages.get("whynot.update"), ok);
        box.onClose(() -> {
            model.drop();
            box = null;
        });
        context.dialogs().show(box);
    }

    private String okText() {
        UpdateReport report = model.reportProperty().get();
        if (report == null) {
            return Messages.get("update.ok.none");
        }
        boolean takes = model.takesNewProperty().get() && report.fresh() > 0;
        return !takes ? Messages.get("update.ok", report.writes()) : report.writes() == 0 ? Messages.get("update.ok.new", report.fresh())
                : Messages.get("update.ok.both", report.writes(), report.fresh());
    }

    /// How many rows are of each kind; each shows its own alone.
    private Node kinds() {
        var group = new ToggleGroup();
        var row = new FlowPane();
        row.getStyleClass().add("update-kinds");
        row.getChildren().add(kind(group, "update-all", null));
        Stream.of(UpdateKind.values()).forEach(kind -> row.getChildren().add(kind(group, "update-kind-" + kind.word(), kind)));
        group.selectToggle(group.getToggles().getFirst());
        group.selectedToggleProperty().addListener((o, was, now) -> {
            if (now == null) {
                group.selectToggle(was);
            } else {
                model.kindProperty().set((UpdateKind) now.getUserData());
            }
        });
        return row;
    }

    private ToggleButton kind(ToggleGroup group, String id, UpdateKind kind) {
        var toggle = new ToggleButton();
        toggle.setId(id);
        toggle.setUserData(kind);
        toggle.setToggleGroup(group);
        toggle.textProperty().bind(model.reportProperty().map(r -> kind == null ? Messages.get("update.kind.all")
                : Messages.get("update.kind." + kind, r.count(kind))));
        return toggle;
    }

    /// What becomes of rows that name no record; only intake takes them.
    private Node newRows() {
        var take = new CheckBox();
        take.setId("update-take-new");
        take.textProperty().bind(model.reportProperty().map(r -> Messages.get("update.new", r.fresh())));
        take.selectedProperty().bindBidirectional(model.takesNewProperty());
        var batch = new TextField();
        batch.setId("update-batch");
        batch.setPrefColumnCount(20);
        batch.setAccessibleText(Messages.get("import.batch"));
        batch.textProperty().bindBidirectional(model.into().idProperty());
        batch.disableProperty().bind(take.selectedProperty().not());
        Label note = Nodes.hint("");
        note.setId("update-batch-note");
        note.textProperty().bind(model.into().noteProperty());
        HBox.setHgrow(note, Priority.ALWAYS);
        var row = new HBox(take, batch, Nodes.shownWhile(Bindings.createBooleanBinding(() -> take.isSelected()
                && !model.into().noteProperty().get().isEmpty(), take.selectedProperty(), model.into().noteProperty()), note));
        row.getStyleClass().addAll("form-row", "form-actions");
        return Nodes.shownWhile(model.reportProperty().map(r -> r.fresh() > 0 && model.table().isIntake()).orElse(false), row);
    }

    private void updated(UpdateReport report) {
        var links = new ArrayList<Notices.Link>();
        if (report.action() > 0) {
            links.add(new Notices.Link(Messages.get("history.undo"), () -> context.undo(report.action())));
        }
        String text = Messages.get("update.done", report.writes());
        if (report.taken() != null) {
            text += " " + Messages.get("update.done.new", report.taken().taken(), report.taken().batch(), report.taken().refused());
            if (report.taken().action() != null) {
                links.add(new Notices.Link(Messages.get("update.undo.new"), () -> context.undo(report.taken().action())));
            }
        }
        if (box != null) {
            box.close();
        }
        done.run();
        context.notices().say(text, List.copyOf(links));
        context.changed(model.table());
    }

    /// Nobody may miss that what goes on in the background has failed.
    private void failed() {
        if (model.problemProperty().get().kind() == Kind.CANCELLED) {
            context.notices().say(model.problemProperty().get().getMessage());
        } else {
            show();
        }
    }
}
