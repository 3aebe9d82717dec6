package barton.steward.ui.record;

import barton.steward.catalog.Entity;
import barton.steward.model.promotion.PromotionEligibility;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Delay;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/// Says why a row of intake is not in master, or as which company or person it is. Finding that out takes its time in large
/// batches, so it comes after the record, once the steward stays with it; its place is kept until then.
final class StandingLine extends Label {
    private static final Duration STAYING = Duration.millis(200);

    private final AppContext context;
    private final Channel channel;
    private final Delay asking;
    private final Tooltip whole = new Tooltip();
    private Entity entity;
    private long intakeId;

    StandingLine(AppContext context) {
        this.context = context;
        this.channel = context.tasks().channel();
        this.asking = context.tasks().delay(STAYING, this::ask);
        setId("drawer-why");
        setWrapText(true);
        getStyleClass().add("standing-line");
        setTooltip(whole);
        whole.setWrapText(true);
        whole.setMaxWidth(480);
        setManaged(false);
    }

    void show(Entity rowOf, long row) {
        hide();
        setManaged(true);
        entity = rowOf;
        intakeId = row;
        asking.restart();
    }

    private void ask() {
        Entity of = entity;
        long id = intakeId;
        channel.run(Messages.get("task.record"), () -> context.session().promotion().eligibility(of, id), this::show);
    }

    void hide() {
        asking.stop();
        channel.drop();
        setManaged(false);
        say("");
    }

    private void show(Optional<PromotionEligibility> standing) {
        say(standing.map(s -> Messages.get("why." + s.reason(), s.about() == null ? "" : s.about())).orElse(""));
    }

    private void say(String text) {
        setText(text);
        whole.setText(text);
        setVisible(!text.isEmpty());
    }
}
