package barton.steward.ui.merging;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.model.merge.MergePreview;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.ProblemLine;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// Merges records of master: shows the survivor cell by cell, lets the steward choose whose value stays, and does what was looked at.
public final class MergeDialog {
    private final AppContext context;
    private final Entity entity;
    private final MergeViewModel model;
    private final Runnable done;
    private final Label follows = Dialogs.paragraph("");
    private final Label warned = Nodes.hint("");
    private final CheckBox all = new CheckBox(Messages.get("merge.all"));
    private final ScrollPane cells = new ScrollPane(new Label(Messages.get("merge.reading")));
    private MergeGrid grid;

    private MergeDialog(AppContext context, Entity entity, List<String> ids, Runnable done) {
        this.context = context;
        this.entity = entity;
        this.model = new MergeViewModel(context.session().merges(), context.tasks(), entity, ids);
        this.done = done;
    }

    /// @param ids  of two records at least
    /// @param done runs after they were merged
    public static void open(AppContext context, Entity entity, List<String> ids, Runnable done) {
        new MergeDialog(context, entity, ids, done).show();
    }

    private void show() {
        follows.setId("merge-follows");
        warned.setId("merge-warned");
        warned.managedProperty().bind(warned.textProperty().isNotEmpty());
        all.setId("merge-all");
        all.selectedProperty().addListener(o -> build());
        cells.setFitToWidth(true);
        cells.setAccessibleText(Messages.get("merge.cells"));
        cells.getStyleClass().add("merge-cells");
        var content = new VBox(follows, new ProblemLine("merge-problem", model.problemProperty()), warned, cells, all,
                Nodes.hint(Messages.get("merge.hint")));
        content.getStyleClass().add("modal-content");
        var box = new ModalBox("merge", text("title", model.ids().size()), content);
        box.cancel(Messages.get("dialog.cancel"));
        Button ok = box.action("merge-ok", text("ok", model.ids().size()), () -> model.merge((seen, run) -> {
            box.close();
            merged(seen, run);
        }));
        Explained.when(model.readyProperty(), Messages.get("merge.notyet"), ok);
        model.previewProperty().addListener((o, was, now) -> look(now));
        context.dialogs().show(box);
        model.read();
    }

    private void look(MergePreview now) {
        follows.setText(text("survivor", now.plan().others().size(), now.names().getFirst(), now.plan().survivor()) + following(now));
        var said = new ArrayList<String>();
        if (!now.hindering().isEmpty()) {
            said.add(Messages.get("merge.hindering", String.join("; ", now.hindering())));
        }
        if (!now.referring().isEmpty()) {
            said.add(Messages.get("merge.referring", String.join(", ", now.referring())));
        }
        warned.setText(String.join("\n", said));
        if (grid != null && grid.isUpToDate()) {
            grid.show(now);
        } else {
            build();
        }
    }

    private void build() {
        if (model.previewProperty().get() != null) {
            grid = new MergeGrid(model, all.isSelected());
            cells.setContent(grid);
        }
    }

    private static String following(MergePreview now) {
        var parts = new ArrayList<String>();
        say(parts, "slots", now.slots());
        say(parts, "people", now.people());
        say(parts, "results", now.results());
        return parts.isEmpty() ? "" : " " + Messages.get("merge.following", String.join(", ", parts));
    }

    private static void say(List<String> parts, String what, long number) {
        if (number > 0) {
            parts.add(Messages.get("merge.following." + what, number));
        }
    }

    private void merged(MergePreview seen, String run) {
        context.notices().say(text("done", seen.plan().others().size(), seen.names().getFirst()), Messages.get("history.undo"),
                () -> context.tasks().run(Messages.get("task.history"), () -> context.session().history().ofRun(run),
                        found -> found.ifPresent(context::undo)));
        context.changed(changed(entity));
        done.run();
    }

    /// The tables that a merge of these, or taking one out, changes.
    static Table[] changed(Entity entity) {
        return new Table[] {entity.master(), entity.sidecar(), entity.intake(), Table.SLOTS, Table.PEOPLE, Table.LOG};
    }

    private String text(String key, Object... arguments) {
        return Messages.of(entity, "merge.", key, arguments);
    }
}
