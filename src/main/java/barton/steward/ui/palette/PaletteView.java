package barton.steward.ui.palette;

import barton.steward.catalog.Entity;
import barton.steward.model.intake.BatchCounts;
import barton.steward.model.query.Query;
import barton.steward.model.view.SavedView;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.support.Nodes;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// The command palette: everything that can be done, every batch, saved view and record, found by a few letters. The keyboard stays in
/// the text.
public final class PaletteView {
    private static final int PAGE = 8;
    private static final double ROW_HEIGHT = 36;

    private final PaletteViewModel model;
    private final TextField text = new TextField();
    private final ListView<PaletteViewModel.Match> list = new ListView<>();
    private final ModalBox box;

    private PaletteView(ObservableList<PaletteEntry> entries) {
        model = new PaletteViewModel(entries);
        text.setId("palette-text");
        text.setPromptText(Messages.get("palette.prompt"));
        text.setAccessibleText(Messages.get("palette.prompt"));
        text.textProperty().bindBidirectional(model.textProperty());
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setId("palette-list");
        list.setAccessibleText(Messages.get("palette.list"));
        list.getStyleClass().add("palette-list");
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW_HEIGHT);
        list.setPrefHeight(ROW_HEIGHT * (PAGE + 2) + 2);
        list.setPlaceholder(Nodes.hint(Messages.get("palette.nothing")));
        list.setItems(model.matches());
        list.setCellFactory(view -> new PaletteCell(this::run));
        model.chosenProperty().addListener((o, old, now) -> choose(now.intValue()));
        var content = new VBox(text, list, Nodes.hint(Messages.get("palette.hint")));
        content.getStyleClass().addAll("form", "palette-content");
        box = new ModalBox("palette", Messages.get("palette.title"), content);
        box.getStyleClass().add("palette");
        choose(model.chosenProperty().get());
    }

    /// Opens the palette over the window.
    public static void open(AppContext context) {
        ObservableList<PaletteEntry> entries = FXCollections.observableArrayList();
        context.commands().stream().filter(command -> command.enabled().getAsBoolean())
                .forEach(command -> entries.add(entry(command)));
        var view = new PaletteView(entries);
        var records = new RecordSearch(context, view.model::found);
        view.text.textProperty().addListener((o, was, now) -> records.search(now));
        context.dialogs().show(view.box);
        view.text.requestFocus();
        context.tasks().run(Messages.get("palette.reading"), () -> context.session().views().all(),
                (List<SavedView> saved) -> addViews(entries, saved, context));
        for (Entity entity : Entity.values()) {
            context.tasks().run(Messages.get("palette.reading"), () -> context.session().review().batches(entity),
                    (List<BatchCounts> batches) -> addBatches(entries, entity, batches, context));
        }
    }

    private static PaletteEntry entry(Command command) {
        String keys = command.shortcut() == null ? "" : command.shortcut().getDisplayText();
        return new PaletteEntry(command.title(), Messages.get("palette.group.command"), keys, command::run);
    }

    private static void addViews(ObservableList<PaletteEntry> entries, List<SavedView> saved, AppContext context) {
        String group = Messages.get("palette.group.view");
        saved.forEach(view -> entries.add(new PaletteEntry(Messages.get("palette.view", view.name(), Messages.table(view.table())), group,
                "", () -> context.open(view))));
    }

    private static void addBatches(ObservableList<PaletteEntry> entries, Entity entity, List<BatchCounts> batches, AppContext context) {
        String group = Messages.get("palette.group.batch." + entity);
        for (BatchCounts batch : batches) {
            String name = batch.batch();
            if (name != null) {
                Query imported = FigureQueries.imported(entity, name);
                entries.addAll(List.of(
                        new PaletteEntry(Messages.get("palette.batch.open", name), group, "", () -> context.open(imported)),
                        new PaletteEntry(Messages.get("palette.batch.story", name), group, "", () -> context.openBatch(entity, name)),
                        new PaletteEntry(Messages.get("palette.batch.review", name), group, "", () -> context.review(imported)),
                        new PaletteEntry(Messages.get("palette.batch.audit", name), group, "", () -> context.audit(entity, name)),
                        new PaletteEntry(Messages.get("palette.batch.promote", name), group, "", () -> context.promote(entity, name))));
            }
        }
    }

    private void key(KeyEvent e) {
        switch (e.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case PAGE_DOWN -> model.move(PAGE);
            case PAGE_UP -> model.move(-PAGE);
            case ENTER -> run(model.chosenProperty().get());
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void run(int index) {
        if (index >= 0) {
            model.choose(index);
            box.close();
            model.run();
        }
    }

    private void choose(int index) {
        list.getSelectionModel().clearAndSelect(index);
        if (index >= 0) {
            list.scrollTo(Math.max(0, index - PAGE));
        }
    }
}
