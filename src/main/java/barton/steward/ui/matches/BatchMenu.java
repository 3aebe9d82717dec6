package barton.steward.ui.matches;

import barton.steward.catalog.Entity;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Channel;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;

/// The batches of intake, each with the pairs that wait in it; the chosen one is its text.
final class BatchMenu extends MenuButton {
    private final AppContext context;
    private final MatchesViewModel model;
    private final Channel reading;

    BatchMenu(AppContext context, MatchesViewModel model) {
        this.context = context;
        this.model = model;
        this.reading = context.tasks().channel();
        setId("matches-batch");
        setAccessibleText(Messages.get("matches.batch"));
        setTooltip(new Tooltip(Messages.get("matches.batch")));
        textProperty().bind(model.batchProperty().orElse(Messages.get("matches.batch.none")));
        setMnemonicParsing(false);
        getItems().setAll(note("matches.batch.reading"));
        setOnShowing(e -> {
            getItems().setAll(note("matches.batch.reading"));
            Entity entity = model.entityProperty().get();
            reading.run(Messages.get("palette.reading"), () -> batches(entity), this::show);
        });
    }

    private Map<String, Long> batches(Entity entity) {
        Map<String, Long> open = context.session().matching().of(entity).open();
        var batches = new LinkedHashMap<String, Long>();
        context.session().review().batchIds(entity).forEach(batch -> batches.put(batch, open.getOrDefault(batch, -1L)));
        return batches;
    }

    private void show(Map<String, Long> batches) {
        if (batches.isEmpty()) {
            getItems().setAll(note("matches.batch.empty"));
        } else {
            getItems().setAll(batches.entrySet().stream().map(b -> item(b.getKey(), b.getValue())).toList());
        }
    }

    private MenuItem item(String batch, long open) {
        var item = new CheckMenuItem(Messages.get("matches.batch.item", batch, open));
        item.setMnemonicParsing(false);
        item.setSelected(batch.equals(model.batchProperty().get()));
        item.setOnAction(e -> model.choose(batch));
        return item;
    }

    private static MenuItem note(String key) {
        var item = new MenuItem(Messages.get(key));
        item.setDisable(true);
        return item;
    }
}
