package barton.steward.ui.matches;

import barton.steward.catalog.Entity;
import barton.steward.model.matching.MatchThresholds;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.support.Nodes;
import java.util.OptionalInt;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// From which score on pairs are shown, and from which on undecided ones hold their row back. Two
/// sliders and not one `RangeSlider`: it swallows Escape, Tab leads from it to texts, and the second of the two can be switched off.
final class ThresholdsDialog {
    private static final int USUALLY_HELD = 90;

    private final AppContext context;
    private final Entity entity;
    private final Slider shown;
    private final Slider held;
    private final CheckBox holds = new CheckBox(Messages.get("matches.held"));

    private ThresholdsDialog(AppContext context, Entity entity, MatchThresholds now) {
        this.context = context;
        this.entity = entity;
        this.shown = slider("matches-shown", "matches.shown", now.shown());
        this.held = slider("matches-held", "matches.held", now.held().orElse(USUALLY_HELD));
        holds.setId("matches-holds");
        holds.setSelected(now.held().isPresent());
        held.disableProperty().bind(holds.selectedProperty().not());
    }

    /// Reads the thresholds as they are now, and opens the dialog on them.
    static void open(AppContext context, Entity entity) {
        context.tasks().run(Messages.get("matches.thresholds.reading"), () -> context.session().matching().of(entity).thresholds(),
                now -> new ThresholdsDialog(context, entity, now).show());
    }

    private void show() {
        var content = new VBox(new Label(Messages.get("matches.shown")), line(shown), Nodes.hint(Messages.get("matches.shown.hint")),
                holds, line(held), Nodes.hint(Messages.get("matches.held.hint")));
        content.getStyleClass().addAll("form", "thresholds");
        var box = new ModalBox("matches-thresholds", Messages.get("matches.thresholds"), content);
        box.cancel(Messages.get("dialog.cancel"));
        box.action("matches-thresholds-ok", Messages.get("matches.thresholds.ok"), () -> {
            box.close();
            save(new MatchThresholds(score(shown), holds.isSelected() ? OptionalInt.of(score(held)) : OptionalInt.empty()));
        });
        context.dialogs().show(box);
    }

    private void save(MatchThresholds wanted) {
        context.tasks().save(Messages.get("matches.thresholds.saving"), () -> {
            context.session().matching().of(entity).set(wanted);
            return wanted;
        }, done -> context.changed(entity.intake()));
    }

    private static Slider slider(String id, String name, int value) {
        var slider = new Slider(MatchThresholds.LOWEST, 100, value);
        slider.setId(id);
        slider.setAccessibleText(Messages.get(name));
        slider.setMajorTickUnit(10);
        slider.setMinorTickCount(9);
        slider.setBlockIncrement(1);
        slider.setSnapToTicks(true);
        slider.setShowTickLabels(true);
        HBox.setHgrow(slider, Priority.ALWAYS);
        return slider;
    }

    private static HBox line(Slider slider) {
        var number = new Label();
        number.setId(slider.getId() + "-number");
        number.getStyleClass().add("threshold-number");
        number.textProperty().bind(slider.valueProperty().map(v -> Integer.toString(score(slider))));
        number.disableProperty().bind(slider.disabledProperty());
        var line = new HBox(slider, number);
        line.getStyleClass().add("threshold-line");
        return line;
    }

    private static int score(Slider slider) {
        return (int) Math.round(slider.getValue());
    }
}
