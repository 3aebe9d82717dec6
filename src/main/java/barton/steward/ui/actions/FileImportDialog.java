package barton.steward.ui.actions;

import barton.steward.catalog.Table;
import barton.steward.model.StewardException;
import barton.steward.model.intake.ImportSummary;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.FilePick;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.Notices;
import barton.steward.ui.support.ProblemLine;
import barton.steward.ui.support.TypedPath;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Takes a steward through taking in the records of a file: which file, what would become of them, the go-ahead, and what came of it.
public final class FileImportDialog {
    private static final double WIDTH = 620;
    private static final double LINE = 26;

    private final AppContext context;
    private final String name;
    private final FileImporter importing;
    private final Table[] changed;
    private final TextField path = new TextField();
    private final Label seen = new Label();
    private final ListView<ImportSummary.RejectedRow> misfits = new ListView<>();
    private final ReadOnlyObjectWrapper<StewardException> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ImportSummary> report = new ReadOnlyObjectWrapper<>();
    private final UUID request = UUID.randomUUID();
    private ModalBox box;

    /// Looks what would be done, or does it; blocks.
    @FunctionalInterface
    public interface FileImporter {
        ImportSummary importRecords(Path file, boolean look, OptionalLong announced, UUID request);
    }

    /// @param name    the message key of its texts (`take.<name>.…`)
    /// @param changed the tables that it changes
    public FileImportDialog(AppContext context, String name, FileImporter importing, Table... changed) {
        this.context = context;
        this.name = name;
        this.importing = importing;
        this.changed = changed.clone();
    }

    public void open() {
        path.setId("take-path");
        path.textProperty().addListener(o -> forget());
        seen.setId("take-seen");
        seen.setWrapText(true);
        misfits.setId("take-misfits");
        misfits.setAccessibleText(Messages.get("take.misfits"));
        misfits.setFixedCellSize(LINE);
        misfits.setPrefSize(WIDTH, LINE * 6);
        misfits.setCellFactory(view -> new MisfitCell());
        var content = new VBox(Dialogs.paragraph(Messages.get("take." + name + ".text")), fileRow(),
                new ProblemLine("take-problem", problem), Nodes.shownWhile(report.isNotNull(), seen),
                Nodes.shownWhile(report.map(r -> !r.misfits().isEmpty()).orElse(false), misfits));
        content.getStyleClass().add("form");
        box = new ModalBox("take", Messages.get("take." + name + ".title"), content);
        box.cancel(Messages.get("dialog.cancel"));
        Button look = box.button("take-look", Messages.get("take.look"), this::look);
        Explained.when(path.textProperty().map(typed -> !typed.isBlank()), Messages.get("whynot.file"), look);
        Button ok = box.action("take-ok", "", this::importRecords);
        ok.textProperty().bind(report.map(r -> text("ok", r)).orElse(Messages.get("take." + name + ".ok.none")));
        Explained.unless(report.map(r -> r.writes() == 0 ? Messages.get("whynot.nothingtowrite") : "").orElse(Messages.get("whynot.look")),
                ok);
        context.dialogs().show(box);
        path.requestFocus();
    }

    private HBox fileRow() {
        var browse = new Button(Messages.get("file.browse"), new FontIcon(Feather.FOLDER));
        browse.setId("take-browse");
        browse.setOnAction(e -> FilePick.open(path, Messages.get("take." + name + ".title")).ifPresent(file -> {
            path.setText(file);
            look();
        }));
        path.setOnAction(e -> look());
        VBox pair = Nodes.labelled(Messages.get("import.path"), path);
        HBox.setHgrow(pair, Priority.ALWAYS);
        var row = new HBox(pair, browse);
        row.getStyleClass().add("form-row");
        return row;
    }

    private void forget() {
        problem.set(null);
        report.set(null);
    }

    private void look() {
        String typed = path.getText();
        forget();
        context.tasks().run(Messages.get("take.looking"), () ->
                importing.importRecords(TypedPath.of(typed), true, OptionalLong.empty(), request),
                found -> show(typed, found), failure -> problem.set(failure.cause()));
    }

    private void show(String typed, ImportSummary found) {
        if (typed.equals(path.getText())) {
            seen.setText(text("seen", found) + (found.earlier() == null ? "" : "\n" + found.earlier().sentence()));
            misfits.setItems(FXCollections.observableArrayList(found.misfits()));
            report.set(found);
        }
    }

    private void importRecords() {
        String typed = path.getText();
        long announced = report.get().writes();
        context.tasks().work(Messages.get("take." + name + ".job"),
                () -> importing.importRecords(TypedPath.of(typed), false, OptionalLong.of(announced), request), this::done, failure -> {
                    forget();
                    problem.set(failure.cause());
                });
    }

    private void done(ImportSummary done) {
        box.close();
        List<Notices.Link> undo = done.actions().isEmpty() ? List.of() : List.of(new Notices.Link(Messages.get("history.undo"),
                () -> done.actions().forEach(context::undo)));
        context.notices().say(text("done", done) + (done.run() == null ? "" : " " + Messages.get("take.checked", done.run().passed(),
                done.run().failed())), undo);
        context.changed(changed);
    }

    private String text(String part, ImportSummary of) {
        return Messages.get("take." + name + "." + part, of.added(), of.changed(), of.unchanged(), of.conflicts(), of.refused());
    }

    private static final class MisfitCell extends ListCell<ImportSummary.RejectedRow> {
        @Override
        protected void updateItem(ImportSummary.RejectedRow misfit, boolean empty) {
            super.updateItem(misfit, empty);
            setText(empty || misfit == null ? null : Messages.get("take.misfit", misfit.line(), misfit.key(), misfit.reason()));
        }
    }
}
