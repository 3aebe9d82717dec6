package barton.steward.ui.importing;

import atlantafx.base.theme.Styles;
import barton.steward.model.intake.ImportReport;
import barton.steward.model.intake.ImportReport.Refusal;
import barton.steward.model.query.Query;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.controls.Figure;
import barton.steward.ui.support.FilePick;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.TypedPath;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// How an import went: rows taken, noted and refused, and why the latter were.
final class ImportReportPane extends VBox {
    private static final double ROW_HEIGHT = 28;
    private static final int MOST_SHOWN = 10;

    private final ImportViewModel model;
    private final Consumer<Query> open;
    private final Label saved = Nodes.hint("");

    /// @param open shows rows in place of the dialog
    ImportReportPane(ImportViewModel model, Consumer<Query> open) {
        this.model = model;
        this.open = open;
        setId("import-report");
        getStyleClass().add("form");
        model.reportProperty().addListener((o, old, now) -> show(now));
        show(model.reportProperty().get());
    }

    private void show(ImportReport report) {
        getChildren().clear();
        saved.setText("");
        if (report == null) {
            return;
        }
        boolean nothing = report.taken() == 0;
        Label head = Nodes.heading(nothing ? Messages.get("import.report.nothing")
                : Messages.get("import.report.head", report.taken(), report.batch()));
        head.setId("import-report-head");
        head.setGraphic(new FontIcon(nothing ? Feather.ALERT_TRIANGLE : Feather.CHECK_CIRCLE));
        head.getStyleClass().add(nothing ? Styles.WARNING : Styles.SUCCESS);
        getChildren().addAll(head, figures(report));
        Label facts = Nodes.hint(String.join("\n", model.reportFacts()));
        facts.setId("import-report-facts");
        if (!facts.getText().isEmpty()) {
            getChildren().add(facts);
        }
        if (report.noted() > 0) {
            getChildren().add(Nodes.hint(Messages.get("import.report.noted.hint")));
        }
        if (report.refused() > 0) {
            getChildren().addAll(refusals(report), actions(report));
        }
    }

    private Node figures(ImportReport report) {
        var figures = new HBox(
                figure("taken", report.taken(), () -> open.accept(FigureQueries.imported(model.entity(), report.batch()))),
                figure("noted", report.noted(), () -> open.accept(FigureQueries.noted(model.entity(), report.batch()))),
                figure("refused", report.refused(), () -> lookup("#import-refusals").requestFocus()));
        figures.getStyleClass().add("report-figures");
        return figures;
    }

    private static Node figure(String name, long count, Runnable rows) {
        var number = new Figure("import-" + name, count, Messages.get("import.report." + name), rows);
        number.getStyleClass().add("figure-large");
        if (name.equals("refused") && count > 0) {
            number.getStyleClass().add(Styles.DANGER);
        }
        var text = new Label(Messages.get("import.report." + name));
        text.getStyleClass().add(Styles.TEXT_MUTED);
        var figure = new VBox(number, text);
        figure.getStyleClass().add("card");
        HBox.setHgrow(figure, Priority.ALWAYS);
        return figure;
    }

    private static Node refusals(ImportReport report) {
        var table = new TableView<Refusal>();
        table.setId("import-refusals");
        table.setAccessibleText(Messages.get("import.report.refusals"));
        table.getStyleClass().addAll(Styles.DENSE, Styles.STRIPED);
        table.setFixedCellSize(ROW_HEIGHT);
        table.setPrefHeight(ROW_HEIGHT * (Math.min(MOST_SHOWN, report.refusals().size()) + 1.5));
        table.getColumns().add(column("line", 80, refusal -> Formats.number(refusal.line())));
        table.getColumns().add(column("column", 180, Refusal::column));
        table.getColumns().add(column("reason", 560, Refusal::reason));
        table.getItems().setAll(report.refusals());
        return table;
    }

    private static TableColumn<Refusal, String> column(String name, double width, Function<Refusal, String> text) {
        var column = new TableColumn<Refusal, String>(Messages.get("import.refusal." + name));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        return column;
    }

    private Node actions(ImportReport report) {
        var copy = new Button(Messages.get("import.report.copy"), new FontIcon(Feather.COPY));
        copy.setId("import-report-copy");
        copy.setOnAction(e -> {
            var content = new ClipboardContent();
            content.putString(model.refusalsAsText());
            Clipboard.getSystemClipboard().setContent(content);
            saved.setText(Messages.get("import.report.copied"));
        });
        var save = new Button(Messages.get("import.report.save"), new FontIcon(Feather.SAVE));
        save.setId("import-report-save");
        save.setOnAction(e -> FilePick.save(this, Messages.get("import.report.save"), report.batch() + "-refused.csv")
                .ifPresent(file -> model.saveRefusals(TypedPath.of(file),
                        () -> saved.setText(Messages.get("import.report.saved", file)))));
        var row = new HBox(copy, save, saved);
        row.getStyleClass().addAll("form-row", "form-actions");
        var actions = new VBox(row);
        if (report.refused() > report.refusals().size()) {
            actions.getChildren().addFirst(Nodes.hint(Messages.get("import.report.first", report.refusals().size())));
        }
        return actions;
    }
}
