package barton.steward.ui.exporting;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.Field;
import barton.steward.model.StewardException.Kind;
import barton.steward.model.query.Selection;
import barton.steward.service.export.ExportFormat;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.controls.RunningPane;
import barton.steward.ui.controls.SideBySide;
import barton.steward.ui.exporting.ExportViewModel.Step;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.FilePick;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.ProblemLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The export dialog: file, columns, formulas; then the progress; then what was saved where.
public final class ExportView {
    private static final double COLUMNS_SHARE = 0.62;
    private static final double BESIDE = 760;

    private final AppContext context;
    private final ExportViewModel model;
    private ModalBox box;

    private ExportView(AppContext context, Selection all, Optional<Selection> selected, List<Field> shown) {
        this.context = context;
        this.model = new ExportViewModel(context.session(), context.tasks(), all, selected, shown);
        model.stepProperty().addListener((o, old, now) -> {
            if (old == Step.RUNNING && box == null) {
                ended();
            }
        });
    }

    /// Opens the dialog on all rows that a filter finds, or those selected; the shown fields are chosen first.
    public static void open(AppContext context, Selection all, Optional<Selection> selected, List<Field> shown) {
        new ExportView(context, all, selected, shown).show();
    }

    private void show() {
        Label count = Nodes.hint("");
        count.setId("export-count");
        count.textProperty().bind(Bindings.createStringBinding(() -> countText(model.countProperty().get()),
                model.countProperty(), model.selectedOnlyProperty()));
        var file = new VBox(which(), count, fileRow(), replaces(), new ProblemLine("export-problem", model.problemProperty()), format());
        file.getStyleClass().add("form");
        var columns = new ExportColumnsPane(model);
        var both = new SideBySide(columns, options(), COLUMNS_SHARE, BESIDE);
        VBox.setVgrow(both, Priority.ALWAYS);
        var form = new VBox(file, both);
        form.getStyleClass().add("form");
        var running = new RunningPane("export-running", Messages.get("export.running"), model.rowsProperty(), model::cancel);
        Label done = Nodes.heading("");
        done.setId("export-done");
        done.setWrapText(true);
        done.setGraphic(new FontIcon(Feather.CHECK_CIRCLE));
        done.getStyleClass().add(Styles.SUCCESS);
        done.textProperty().bind(model.stepProperty().map(step -> step == Step.DONE ? doneText() : ""));
        var content = new StackPane(Nodes.shownWhile(at(Step.PREPARE), form), Nodes.shownWhile(at(Step.RUNNING), running),
                Nodes.shownWhile(at(Step.DONE), done));
        content.getStyleClass().add("export-content");
        box = new ModalBox("export", Messages.get("export.title"), content);
        Nodes.shownWhile(at(Step.PREPARE), box.cancel(Messages.get("dialog.cancel")));
        Nodes.shownWhile(at(Step.RUNNING), box.button("export-background", Messages.get("running.background"), box::close));
        Button start = box.action("export-start", "", model::start);
        start.textProperty().bind(model.countProperty().map(n -> n.longValue() < 0 ? Messages.get("export.start.any")
                : Messages.get("export.start", n)));
        Explained.when(model.ready(), Messages.get("whynot.export"), start);
        Nodes.shownWhile(at(Step.PREPARE), start);
        Nodes.shownWhile(at(Step.DONE), box.button("export-close", Messages.get("dialog.close"), box::close));
        box.onClose(() -> box = null);
        context.dialogs().show(box);
    }

    /// After the dialog was closed. Nobody may miss that what goes on in the background has failed.
    private void ended() {
        if (model.stepProperty().get() == Step.DONE) {
            context.notices().say(doneText());
        } else if (model.problemProperty().get().kind() == Kind.CANCELLED) {
            context.notices().say(model.problemProperty().get().getMessage());
        } else {
            show();
        }
    }

    private String countText(Number count) {
        String table = Messages.table(model.table());
        if (count.longValue() < 0) {
            return Messages.get("export.counting");
        }
        return model.selectedOnlyProperty().get() ? Messages.get("export.count.selected", count, table)
                : Messages.get("export.count", count, table);
    }

    /// The choice between the selected rows and all of them, where there are both.
    private Node which() {
        var choice = new ToggleGroup();
        RadioButton selected = radio("export-selected", choice);
        selected.textProperty().bind(model.selectedCountProperty().map(n -> Messages.get("export.selected", n)));
        RadioButton all = radio("export-matching", choice);
        all.textProperty().bind(model.allCountProperty().map(n -> Messages.get("export.all", n)));
        choice.selectToggle(model.selectedOnlyProperty().get() ? selected : all);
        model.selectedOnlyProperty().bind(selected.selectedProperty());
        var row = new HBox(selected, all);
        row.getStyleClass().add("form-row");
        row.setAccessibleText(Messages.get("export.which"));
        row.setVisible(model.hasSelected());
        row.setManaged(model.hasSelected());
        return row;
    }

    private static RadioButton radio(String id, ToggleGroup choice) {
        var radio = new RadioButton();
        radio.setId(id);
        radio.setToggleGroup(choice);
        return radio;
    }

    private String doneText() {
        String done = Messages.get("export.done", model.savedProperty().get(), model.pathProperty().get());
        long cut = model.cutProperty().get();
        long leftOut = model.leftOutProperty().get();
        return done + (cut == 0 ? "" : " " + Messages.get("export.cut", cut))
                + (leftOut == 0 ? "" : " " + Messages.get("export.leftout", leftOut));
    }

    private Node fileRow() {
        var path = new TextField();
        path.setId("export-path");
        path.setPromptText(Messages.get("export.path.prompt"));
        path.textProperty().bindBidirectional(model.pathProperty());
        var browse = new Button(Messages.get("file.browse"), new FontIcon(Feather.FOLDER));
        browse.setId("export-browse");
        String name = model.table().name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + LocalDate.now() + ".";
        browse.setOnAction(e -> FilePick.save(path, Messages.get("export.choose"), name + model.formatProperty().get().ending())
                .ifPresent(path::setText));
        VBox pair = Nodes.labelled(Messages.get("export.path"), path);
        HBox.setHgrow(pair, Priority.ALWAYS);
        var row = new HBox(pair, browse);
        row.getStyleClass().add("form-row");
        return row;
    }

    private Node replaces() {
        Label label = Nodes.hint(Messages.get("export.replaces"));
        label.setId("export-replaces");
        label.getStyleClass().add(Styles.WARNING);
        return Nodes.shownWhile(model.replacesProperty(), label);
    }

    private Node format() {
        var choice = new ToggleGroup();
        var row = new HBox();
        row.getStyleClass().add("form-row");
        row.setAccessibleText(Messages.get("export.format"));
        for (ExportFormat format : ExportFormat.values()) {
            RadioButton radio = radio("export-format-" + format.ending(), choice);
            radio.setText(Messages.get("export.format." + format));
            radio.setUserData(format);
            row.getChildren().add(radio);
        }
        choice.selectedToggleProperty().addListener((o, was, now) -> model.formatProperty().set((ExportFormat) now.getUserData()));
        model.formatProperty().subscribe(format -> choice.selectToggle(choice.getToggles().get(format.ordinal())));
        return row;
    }

    private Region options() {
        ObservableValue<Boolean> csv = model.formatProperty().map(f -> f == ExportFormat.CSV);
        var box = new VBox(Nodes.heading(Messages.get("export.options")),
                Nodes.shownWhile(csv, option("neutralise", model.neutraliseProperty())),
                Nodes.shownWhile(csv, option("bom", model.byteOrderMarkProperty())));
        box.getStyleClass().add("form");
        if (model.canComeBack()) {
            box.getChildren().add(option("editing", model.forEditingProperty()));
        }
        return box;
    }

    private static Node option(String name, BooleanProperty value) {
        var check = new CheckBox(Messages.get("export." + name));
        check.setId("export-" + name);
        check.selectedProperty().bindBidirectional(value);
        return Nodes.explained(check, Messages.get("export." + name + ".hint"));
    }

    private ObservableValue<Boolean> at(Step step) {
        return model.stepProperty().isEqualTo(step);
    }
}
