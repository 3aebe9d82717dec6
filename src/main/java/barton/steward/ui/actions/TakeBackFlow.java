package barton.steward.ui.actions;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.model.StewardException;
import barton.steward.model.promotion.TakeBack;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.support.Nodes;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Takes a steward through taking a promotion back: how many companies or people go, which stay and why, the go-ahead, and what came of it.
public final class TakeBackFlow {
    private final AppContext context;
    private final Entity entity;
    private final String run;
    private ModalBox box;

    private TakeBackFlow(AppContext context, Entity entity, String run) {
        this.context = context;
        this.entity = entity;
        this.run = run;
    }

    public static void open(AppContext context, Entity entity, String run) {
        new TakeBackFlow(context, entity, run).look();
    }

    private void look() {
        context.tasks().run(text("loading"), () -> context.session().takeBacks().preview(run), this::show);
    }

    private void show(TakeBack preview) {
        if (preview.removed() + preview.kept() == 0) {
            context.notices().say(Messages.get("log.nothingmade", run));
            return;
        }
        var content = new VBox(Dialogs.paragraph(text("goes", preview.removed(), run)));
        content.getStyleClass().add("modal-content");
        if (preview.kept() > 0) {
            content.getChildren().addAll(Nodes.heading(text("stays", preview.kept())), staying(preview));
        }
        box = new ModalBox("take-back", text("title"), content);
        box.cancel(Messages.get(preview.removed() == 0 ? "dialog.close" : "dialog.cancel"));
        if (preview.removed() > 0) {
            box.action("takeback-confirm", text("button", preview.removed()), () -> {
                box.close();
                perform(preview.removed());
            });
        }
        context.dialogs().show(box);
    }

    private Node staying(TakeBack preview) {
        long more = preview.kept() - preview.staying().size();
        return StayingList.of("takeback", text("stays", preview.kept()), preview.staying().stream().map(kept ->
                new StayingList.Line(kept.id(), kept.name(), kept.because(), () -> {
                    box.close();
                    context.openRecord(entity.master(), kept.id());
                })).toList(), more > 0 ? text("more", more) : "");
    }

    private void perform(long announced) {
        UUID request = UUID.randomUUID();
        context.tasks().work(text("job", run), () -> context.session().takeBacks().takeBack(run, announced, request),
                this::done, this::failed);
    }

    private void done(TakeBack result) {
        context.notices().say(text("done", result.removed(), result.kept()), Messages.get("run.show"),
                () -> context.open(FigureQueries.run(result.takeBack())));
        context.changed(entity.intake(), entity.master(), Table.SLOTS, Table.LOG);
    }

    private String text(String key, Object... arguments) {
        return Messages.of(entity, "takeback.", key, arguments);
    }

    /// What was refused is looked at anew before it is tried again.
    private void failed(Failure failure) {
        context.tasks().fail(failure.cause().kind() == StewardException.Kind.REFUSED
                ? new Failure(failure.task(), failure.cause(), this::look) : failure);
    }
}
