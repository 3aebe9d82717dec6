package barton.steward.ui.actions;

import barton.steward.catalog.Entity;
import barton.steward.model.StewardException;
import barton.steward.model.intake.DiscardedBatch;
import barton.steward.model.intake.TiedRow;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.support.Nodes;
import java.util.List;
import java.util.UUID;
import javafx.scene.layout.VBox;

/// Takes a steward through discarding a batch: how many of its rows go, which stay and why, the go-ahead, and the way back.
public final class DiscardFlow {
    private final AppContext context;
    private final Entity entity;
    private final String batch;
    private ModalBox box;

    private DiscardFlow(AppContext context, Entity entity, String batch) {
        this.context = context;
        this.entity = entity;
        this.batch = batch;
    }

    public static void open(AppContext context, Entity entity, String batch) {
        new DiscardFlow(context, entity, batch).look();
    }

    private void look() {
        context.tasks().run(Messages.get("discard.loading"), () -> context.session().discarding().preview(entity, batch), this::show);
    }

    private void show(DiscardedBatch preview) {
        if (preview.discarded() + preview.kept() == 0) {
            context.notices().say(Messages.get("discard.nothing", batch));
            return;
        }
        var content = new VBox(Dialogs.paragraph(Messages.get("discard.goes", preview.discarded(), batch)));
        content.getStyleClass().add("modal-content");
        if (preview.kept() > 0) {
            String stays = Messages.get("discard.stays", preview.kept());
            long more = preview.kept() - preview.staying().size();
            content.getChildren().addAll(Nodes.heading(stays), StayingList.of("discard", stays, lines(preview),
                    more > 0 ? Messages.get("discard.more", more) : ""));
        }
        box = new ModalBox("discard", Messages.get("discard.title", batch), content);
        box.cancel(Messages.get(preview.discarded() == 0 ? "dialog.close" : "dialog.cancel"));
        if (preview.discarded() > 0) {
            box.action("discard-confirm", Messages.get("discard.button", preview.discarded()), () -> {
                box.close();
                perform(preview.discarded());
            });
        }
        context.dialogs().show(box);
    }

    private List<StayingList.Line> lines(DiscardedBatch preview) {
        return preview.staying().stream().map(row -> new StayingList.Line(Long.toString(row.id()), named(row),
                Messages.get("discard.because", row.because()), () -> {
                    box.close();
                    context.openRecord(entity.intake(), row.id());
                })).toList();
    }

    private static String named(TiedRow row) {
        return row.name().isBlank() ? Messages.get("record.unnamed") : row.name();
    }

    private void perform(long announced) {
        UUID request = UUID.randomUUID();
        context.tasks().work(Messages.get("discard.job", batch),
                () -> context.session().discarding().discard(entity, batch, announced, request), this::done, this::failed);
    }

    private void done(DiscardedBatch result) {
        context.notices().say(Messages.get("discard.done", result.discarded(), result.kept()), Messages.get("history.undo"),
                () -> context.undo(result.action()));
        context.changed(entity.intake());
    }

    /// What was refused is looked at anew before it is tried again.
    private void failed(Failure failure) {
        context.tasks().fail(failure.cause().kind() == StewardException.Kind.REFUSED
                ? new Failure(failure.task(), failure.cause(), this::look) : failure);
    }
}
