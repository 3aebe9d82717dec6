package barton.steward.ui.record;

import barton.steward.model.PromotionStanding;
import barton.steward.model.RuleEntity;
import barton.steward.ui.support.Channel;
import barton.steward.ui.support.Delay;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Workbench;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.util.Duration;

/// Says why a row of intake is not in master, or as which company or person it is. Finding that out takes its time in large
/// batches, so it comes after the record, once the steward stays with it.
final class StandingLine extends Label {
    private static final Duration STAYING = Duration.millis(200);

    private final Workbench bench;
    private final Channel channel;
    private final Delay asking;
    private RuleEntity entity;
    private long intakeId;

    StandingLine(Workbench bench) {
        this.bench = bench;
        this.channel = bench.tasks().channel();
        this.asking = bench.tasks().delay(STAYING, this::ask);
        setId("drawer-why");
        setWrapText(true);
        getStyleClass().add("standing-line");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void show(RuleEntity rowOf, long row) {
        hide();
        entity = rowOf;
        intakeId = row;
        asking.restart();
    }

    private void ask() {
        RuleEntity of = entity;
        long id = intakeId;
        channel.run(Messages.get("task.record"), () -> bench.desk().daos().standings().of(of, id), this::show);
    }

    void hide() {
        asking.stop();
        channel.drop();
        setVisible(false);
    }

    private void show(Optional<PromotionStanding> standing) {
        standing.ifPresent(s -> setText(Messages.get("why." + s.reason(), s.about() == null ? "" : s.about())));
        setVisible(standing.isPresent());
    }
}
