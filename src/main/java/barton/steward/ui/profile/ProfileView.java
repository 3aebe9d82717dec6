package barton.steward.ui.profile;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.model.file.FileOptions;
import barton.steward.model.profile.ColumnProfile;
import barton.steward.model.profile.ProfileReport;
import barton.steward.model.profile.Unlike;
import barton.steward.model.query.Query;
import barton.steward.service.profile.ColumnQueries;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.controls.RunningPane;
import barton.steward.ui.support.ErrorPane;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.Sentences;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What is in the columns of rows of intake: first what is unlike before, then each column with its bar, and one in full, whose figures
/// open their rows.
public final class ProfileView {
    private final AppContext context;
    private final Optional<Query> rows;
    private final Table table;
    private final String name;
    private final ProfileViewModel model;
    private final StackPane content = new StackPane();
    private ModalBox box;

    private ProfileView(AppContext context, Table table, Optional<Query> rows, String name, Callable<ProfileReport> looking) {
        this.context = context;
        this.rows = rows;
        this.table = table;
        this.name = name;
        this.model = new ProfileViewModel(context.tasks(), name, looking);
    }

    /// Looks through the rows that a query of intake finds.
    public static void open(AppContext context, Query rows) {
        new ProfileView(context, rows.table(), Optional.of(rows), name(rows), () -> context.session().profiles().of(rows)).show();
    }

    /// Looks through a file of companies, or of people; its columns are called by its headers, and nothing can be asked of its rows.
    public static void open(AppContext context, Entity entity, Path file, FileOptions reading) {
        new ProfileView(context, entity.intake(), Optional.empty(), file.getFileName().toString(),
                () -> context.session().profiles().of(context.session().imports(entity).open(file, reading))).show();
    }

    private static String name(Query rows) {
        String where = Sentences.of(rows);
        return where.isEmpty() ? Messages.table(rows.table()) : where;
    }

    private void show() {
        content.getStyleClass().add("profile-content");
        box = new ModalBox("profile", Messages.get("profile.title", name), content);
        rows.ifPresent(query -> {
            Button spellings = box.button("profile-spellings", Messages.get("profile.spellings"), () -> {
                box.close();
                context.clusters(query, field(model.columnProperty().get().column()));
            });
            spellings.disableProperty().bind(model.columnProperty().map(c -> c.filled() == 0).orElse(true));
        });
        box.cancel(Messages.get("dialog.close"));
        model.reportProperty().addListener((o, was, now) -> report(now));
        model.problemProperty().addListener((o, was, now) -> problem());
        content.getChildren().setAll(new RunningPane("profile-running", Messages.get("profile.running"), model.rowsProperty(),
                model::cancel).onlyHere());
        context.dialogs().show(box);
        box.onClose(model::drop);
        model.look();
    }

    private void problem() {
        if (model.problemProperty().get() != null) {
            content.getChildren().setAll(new ErrorPane(model.problemProperty().get()));
        }
    }

    private void report(ProfileReport report) {
        if (report.profile().rows() == 0) {
            Label none = Nodes.hint(Messages.get("profile.none"));
            none.setId("profile-none");
            content.getChildren().setAll(none);
            return;
        }
        ListView<ColumnProfile> columns = columns(report);
        var detail = new ScrollPane();
        detail.setFitToWidth(true);
        detail.getStyleClass().add("profile-scroll");
        detail.setAccessibleText(Messages.get("profile.detail"));
        model.columnProperty().subscribe(column -> detail.setContent(column == null ? null : new ColumnPane(title(column.column()), column,
                rows.map(query -> new ColumnQueries(query, field(column.column()), column)), this::open)));
        HBox.setHgrow(detail, Priority.ALWAYS);
        var both = new HBox(columns, detail);
        both.getStyleClass().add("profile-both");
        VBox.setVgrow(both, Priority.ALWAYS);
        content.getChildren().setAll(new VBox(unlike(report), both));
        columns.requestFocus();
    }

    private Node unlike(ProfileReport report) {
        Label compared = Nodes.hint(rows.isEmpty() ? Messages.get("profile.file", report.profile().rows())
                : report.before().isEmpty() ? Messages.get("profile.alone", report.profile().rows())
                : Messages.get("profile.compared", report.profile().rows(), String.join(", ", report.before()), report.unlike().size()));
        compared.setId("profile-compared");
        var lines = new VBox(compared);
        lines.getStyleClass().add("profile-unlike");
        for (Unlike unlike : report.unlike()) {
            var line = new Hyperlink(UnlikeText.of(unlike, this::title));
            line.setId("profile-unlike-" + unlike.kind() + "-" + unlike.column());
            line.setWrapText(true);
            line.setOnAction(e -> model.choose(unlike.column()));
            lines.getChildren().add(line);
        }
        return lines;
    }

    private ListView<ColumnProfile> columns(ProfileReport report) {
        var columns = new ListView<>(FXCollections.observableList(report.profile().columns()));
        columns.setId("profile-columns");
        columns.setAccessibleText(Messages.get("profile.columns"));
        columns.getStyleClass().add("profile-columns");
        columns.setCellFactory(l -> new ColumnCell(c -> title(c.column())));
        columns.getSelectionModel().selectedItemProperty().addListener((o, was, now) -> {
            if (now != null) {
                model.columnProperty().set(now);
            }
        });
        model.columnProperty().subscribe(column -> {
            if (column != null) {
                columns.getSelectionModel().select(column);
                columns.scrollTo(column);
            }
        });
        return columns;
    }

    private void open(Query query) {
        box.close();
        context.open(query);
    }

    private Field field(String column) {
        return table.field(column).orElseThrow();
    }

    private String title(String column) {
        return rows.flatMap(query -> table.field(column)).map(f -> Messages.field(table, f)).orElse(column);
    }
}
