package barton.steward.ui.importing;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.model.StewardException.Kind;
import barton.steward.model.intake.ImportReport;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.controls.RunningPane;
import barton.steward.ui.importing.ImportViewModel.Step;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.ProblemLine;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The import dialog: the file, its columns and the batch on one page; then the progress; then the report.
public final class ImportView {
    private final AppContext context;
    private final ImportViewModel model;
    private boolean open;

    private ImportView(AppContext context, Entity entity) {
        this.context = context;
        this.model = new ImportViewModel(context.session(), context.tasks(), entity);
        model.reportProperty().addListener((o, old, report) -> imported(report));
        model.stepProperty().addListener((o, was, now) -> {
            if (was == Step.RUNNING && now != Step.REPORT && !open) {
                notImported();
            }
        });
    }

    /// Opens the dialog; file may be null.
    public static void open(AppContext context, Entity entity, Path file) {
        var view = new ImportView(context, entity);
        view.show();
        if (file != null) {
            view.model.file().pathProperty().set(file.toString());
            view.model.file().read();
        }
    }

    /// Opens the dialog for a file that updates records of the table.
    public static void update(AppContext context, Table table) {
        var view = new ImportView(context, table.entity().orElseThrow());
        view.model.update().tableProperty().set(table);
        view.show();
    }

    /// Opens the dialog with a file that is dropped on the node.
    public static void acceptDrops(Node node, AppContext context, Supplier<Entity> entity) {
        node.setOnDragOver(e -> {
            if (e.getDragboard().hasFiles()) {
                e.acceptTransferModes(TransferMode.COPY);
                e.consume();
            }
        });
        node.setOnDragDropped(e -> {
            boolean dropped = e.getDragboard().hasFiles() && !context.dialogs().isOpen();
            if (dropped) {
                open(context, entity.get(), e.getDragboard().getFiles().getFirst().toPath());
            }
            e.setDropCompleted(dropped);
            e.consume();
        });
    }

    private void show() {
        var prepare = new ImportForm(model, () -> context.profile(model.entity(), model.file().path(),
                model.file().preview().format().options()));
        var running = new RunningPane("import-running", Messages.get("import.running"), model.rowsProperty(), model::cancel);
        var unknown = new ProblemLine("import-unknown", model.problemProperty());
        var content = new StackPane(Nodes.shownWhile(at(Step.PREPARE), prepare), Nodes.shownWhile(at(Step.RUNNING), running),
                Nodes.shownWhile(at(Step.UNKNOWN), new VBox(unknown)),
                Nodes.shownWhile(at(Step.REPORT), new ImportReportPane(model, rows -> {
                    context.dialogs().closeTop();
                    context.open(rows);
                })));
        content.getStyleClass().add("import-content");
        var box = new ModalBox("import", "", content);
        model.update().tableProperty().subscribe(table -> box.setTitle(
                Messages.get((table == null ? "import.title." : "import.title.update.") + model.entity())));
        Nodes.shownWhile(at(Step.PREPARE), box.cancel(Messages.get("dialog.cancel")));
        Nodes.shownWhile(at(Step.RUNNING), box.button("import-background", Messages.get("running.background"), box::close));
        Button start = box.action("import-start", "", () -> start(box));
        ObservableValue<Boolean> brings = model.update().tableProperty().isNull();
        start.textProperty().bind(brings.map(b -> Messages.get(b ? "import.start" : "import.update")));
        Explained.unless(Bindings.createStringBinding(() -> model.ready().get() ? ""
                : Messages.get(brings.getValue() ? "whynot.import" : "whynot.key"), model.ready(), model.update().tableProperty()), start);
        Nodes.shownWhile(at(Step.PREPARE), start);
        Nodes.shownWhile(at(Step.UNKNOWN), box.button("import-leave", Messages.get("dialog.close"), box::close));
        Nodes.shownWhile(at(Step.UNKNOWN), box.button("import-look-up", Messages.get("error.lookup"), model::lookUp));
        Nodes.shownWhile(at(Step.REPORT), box.button("import-another", Messages.get("import.another"), model::another));
        Nodes.shownWhile(at(Step.REPORT), box.button("import-close", Messages.get("dialog.close"), box::close));
        Nodes.shownWhile(at(Step.REPORT), box.action("import-show", Messages.get("import.show"), () -> {
            String batch = model.reportProperty().get().batch();
            box.close();
            context.open(FigureQueries.imported(model.entity(), batch));
        }));
        box.onClose(() -> open = false);
        open = true;
        context.dialogs().show(box);
    }

    private void start(ModalBox box) {
        if (model.update().tableProperty().get() == null) {
            model.start();
        } else {
            UpdateView.open(context, model.updating(), box::close);
        }
    }

    private ObservableValue<Boolean> at(Step step) {
        return model.stepProperty().isEqualTo(step);
    }

    /// Nobody may miss that what goes on in the background has failed.
    private void notImported() {
        if (model.problemProperty().get().kind() == Kind.CANCELLED) {
            context.notices().say(model.problemProperty().get().getMessage());
        } else {
            show();
        }
    }

    private void imported(ImportReport report) {
        if (report != null) {
            context.changed(model.entity().intake());
            if (!open) {
                context.notices().say(Messages.get("import.done", report.taken(), report.batch()), Messages.get("import.done.report"),
                        this::show);
            }
        }
    }
}
