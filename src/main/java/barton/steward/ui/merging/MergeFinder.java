package barton.steward.ui.merging;

import barton.steward.catalog.Entity;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.Titles;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Delay;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Asks with which other records one is merged; what is like its name is offered first.
final class MergeFinder {
    private static final double LINE = 30;
    private static final double WIDTH = 520;
    private static final int OFFERED = 50;

    private final AppContext context;
    private final Entity entity;
    private final Row record;
    private final Runnable done;
    private final Channel finding;
    private final ListView<Row> list = new ListView<>();

    private MergeFinder(AppContext context, Entity entity, Row record, Runnable done) {
        this.context = context;
        this.entity = entity;
        this.record = record;
        this.done = done;
        this.finding = context.tasks().channel();
    }

    static void open(AppContext context, Entity entity, Row record, Runnable done) {
        new MergeFinder(context, entity, record, done).show();
    }

    private void show() {
        var letters = new TextField(firstWord(Titles.of(record)));
        letters.setId("merge-find");
        Delay typing = context.tasks().delay(Duration.millis(200), () -> find(letters.getText()));
        letters.textProperty().addListener(o -> typing.restart());
        list.setId("merge-found");
        list.setAccessibleText(text("find"));
        list.setPlaceholder(new Label(text("nonefound")));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setFixedCellSize(LINE);
        list.setPrefSize(WIDTH, LINE * 8 + 2);
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(Row row, boolean empty) {
                super.updateItem(row, empty);
                setText(empty || row == null ? null : Titles.of(row) + "   " + row.key());
            }
        });
        var content = new VBox(Nodes.labelled(text("find"), letters), list, Nodes.hint(text("find.hint")));
        content.getStyleClass().add("form");
        var box = new ModalBox("merge-finder", Messages.get("merge.with", Titles.of(record)), content);
        box.cancel(Messages.get("dialog.cancel"));
        Button ok = box.action("merge-finder-ok", Messages.get("bulk.next"), () -> {
            List<String> ids = Stream.concat(Stream.of(record), list.getSelectionModel().getSelectedItems().stream())
                    .map(row -> row.key().toString()).limit(MergeFlow.MOST).toList();
            box.close();
            MergeDialog.open(context, entity, ids, done);
        });
        Explained.when(Bindings.isNotEmpty(list.getSelectionModel().getSelectedItems()), text("find.none"), ok);
        context.dialogs().show(box);
        find(letters.getText());
    }

    private void find(String letters) {
        Query query = Query.all(entity.master()).searching(letters);
        finding.run(Messages.get("task.read"), () -> context.session().tables().page(query, Optional.empty(), OFFERED),
                rows -> list.getItems().setAll(rows.stream().filter(row -> !row.key().equals(record.key())).toList()));
    }

    private static String firstWord(String name) {
        return name.strip().split("\\s+")[0];
    }

    private String text(String key) {
        return Messages.of(entity, "merge.", key);
    }
}
