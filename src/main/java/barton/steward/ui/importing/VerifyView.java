package barton.steward.ui.importing;

import barton.steward.catalog.Table;
import barton.steward.model.email.EmailCheckCounts;
import barton.steward.model.email.EmailCheckReport;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.importing.ColumnMapping.Target;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.FilePick;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.ProblemLine;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The dialog that takes a file of an e-mail verification service: the file and whose it is, what it would change; then how it went.
public final class VerifyView {
    private static final int MOST_REFUSALS = 10;

    private final AppContext context;
    private final VerifyViewModel model;

    private VerifyView(AppContext context) {
        this.context = context;
        this.model = new VerifyViewModel(context.session(), context.tasks());
    }

    public static void open(AppContext context) {
        new VerifyView(context).show();
    }

    private void show() {
        BooleanBinding over = model.reportProperty().isNotNull();
        var form = new ScrollPane(form());
        form.setFitToWidth(true);
        form.getStyleClass().add("import-scroll");
        Label outcome = Nodes.hint("");
        outcome.setId("verify-report");
        var content = new StackPane(Nodes.shownWhile(over.not(), form), Nodes.shownWhile(over, new VBox(outcome)));
        content.getStyleClass().add("import-content");
        var box = new ModalBox("verify-box", Messages.get("verify.title"), content);
        Nodes.shownWhile(over.not(), box.cancel(Messages.get("dialog.cancel")));
        Button start = box.action("verify-start", "", model::start);
        start.textProperty().bind(model.countedProperty().map(c -> Messages.get("verify.start", c.counts().changing()))
                .orElse(Messages.get("verify.start.unknown")));
        Explained.unless(Bindings.createStringBinding(() -> model.countedProperty().get() == null ? Messages.get("whynot.file")
                : model.runningProperty().get() ? Messages.get("whynot.writing")
                : !model.earlierNoteProperty().get().isEmpty() && !model.againProperty().get() ? Messages.get("whynot.again") : "",
                model.countedProperty(), model.runningProperty(), model.earlierNoteProperty(), model.againProperty()), start);
        Nodes.shownWhile(over.not(), start);
        Nodes.shownWhile(over, box.button("verify-close", Messages.get("dialog.close"), box::close));
        Nodes.shownWhile(over, box.button("verify-show", Messages.get("verify.show"), () -> {
            box.close();
            context.open(FigureQueries.emailsVerified(true));
        }));
        model.reportProperty().addListener((o, was, report) -> {
            outcome.setText(sentence("done", report));
            context.changed(Table.PEOPLE);
            if (report.actionId() != null) {
                context.notices().say(Messages.get("verify.said", report.counts().verified(), report.counts().unverified()),
                        Messages.get("history.undo"), () -> context.undo(report.actionId()));
            }
        });
        context.dialogs().show(box);
    }

    private Node form() {
        var service = new TextField();
        service.setId("verify-service");
        service.setPromptText(Messages.get("verify.service.prompt"));
        service.textProperty().bindBidirectional(model.serviceProperty());
        Label counted = Nodes.hint("");
        counted.setId("verify-counted");
        counted.textProperty().bind(model.countedProperty().map(c -> sentence("would", c)).orElse(Messages.get("verify.needs")));
        var earlier = Nodes.hint("");
        earlier.setId("verify-earlier");
        earlier.textProperty().bind(model.earlierNoteProperty());
        var again = new CheckBox(Messages.get("verify.again"));
        again.setId("verify-again");
        again.selectedProperty().bindBidirectional(model.againProperty());
        var details = new VBox(Nodes.labelled(Messages.get("verify.service"), service), columns(),
                new PreviewTable(model.previewProperty()), counted,
                Nodes.shownWhile(model.earlierNoteProperty().isNotEmpty(), new VBox(earlier, again)));
        details.getStyleClass().add("form");
        var form = new VBox(fileRow(), new ProblemLine("verify-problem", model.problemProperty()),
                Nodes.shownWhile(model.previewProperty().isNotNull(), details));
        form.getStyleClass().add("form");
        return form;
    }

    private Node fileRow() {
        var path = new TextField();
        path.setId("verify-path");
        path.setPromptText(Messages.get("verify.path.prompt"));
        path.textProperty().bindBidirectional(model.pathProperty());
        path.setOnAction(e -> model.read());
        var browse = new Button(Messages.get("file.browse"), new FontIcon(Feather.FOLDER));
        browse.setId("verify-browse");
        browse.setOnAction(e -> FilePick.open(browse, Messages.get("verify.choose")).ifPresent(file -> {
            path.setText(file);
            model.read();
        }));
        VBox pair = Nodes.labelled(Messages.get("import.path"), path);
        HBox.setHgrow(pair, Priority.ALWAYS);
        var row = new HBox(pair, browse);
        row.getStyleClass().add("form-row");
        return row;
    }

    private Node columns() {
        var columns = new HBox();
        columns.getStyleClass().add("form-row");
        for (Target target : model.mapping().targets()) {
            var choice = new HeaderChoice(target, Messages.get("verify.column." + target.column()), model.mapping().headers());
            HBox.setHgrow(choice, Priority.ALWAYS);
            columns.getChildren().add(choice);
        }
        return columns;
    }

    private static String sentence(String part, EmailCheckReport report) {
        EmailCheckCounts counts = report.counts();
        String said = Messages.get("verify." + part, counts.results(), report.service(), counts.people(), counts.ofNobody(),
                counts.verified(), counts.unverified(), report.refused());
        String refused = report.refusals().stream().limit(MOST_REFUSALS)
                .map(r -> "\n" + Messages.get("verify.refused", r.line(), r.column(), r.reason())).collect(Collectors.joining());
        String unclear = report.unclear().isEmpty() ? "" : "\n" + Messages.get("verify.unclear", report.unclear().entrySet().stream()
                .map(w -> "“" + w.getKey() + "” (" + w.getValue() + ")").collect(Collectors.joining(", ")));
        return said + unclear + refused;
    }
}
