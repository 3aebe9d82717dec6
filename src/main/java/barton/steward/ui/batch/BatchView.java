package barton.steward.ui.batch;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import barton.steward.catalog.Entity;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.actions.DiscardFlow;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.ErrorPane;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.Page;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SearchableComboBox;

/// A batch as one story on one screen, or two side by side. Every figure leads to its rows.
public final class BatchView implements Page {
    private final AppContext context;
    private final BatchViewModel model;
    private final VBox root = new VBox();
    private final ScrollPane scroll = new ScrollPane();
    private final List<Command> commands;

    public BatchView(AppContext context) {
        this.context = context;
        this.model = new BatchViewModel(context.session(), context.tasks());
        this.commands = Stream.of(
                Command.of("review", "Shortcut+R", this::chosen,
                        () -> with((entity, batch) -> context.review(FigureQueries.imported(entity, batch)))),
                Command.of("profilebatch", "Shift+P", this::chosen,
                        () -> with((entity, batch) -> context.profile(FigureQueries.imported(entity, batch)))),
                Command.of("recipes", "Shift+R", this::chosen, () -> with(context::recipes)),
                Command.of("auditbatch", "A", this::chosen, () -> with(context::audit)),
                Command.of("promotebatch", "P", this::chosen, () -> with(context::promote)),
                Command.of("discardbatch", "D", this::chosen,
                        () -> with((entity, batch) -> DiscardFlow.open(context, entity, batch))))
                .map(context.permissions()::permit).toList();
        root.setId("BATCH");
        root.getStyleClass().add("overview");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(true);
        scroll.setAccessibleText(Messages.get("batch.title"));
        scroll.getStyleClass().add("overview-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren().addAll(head(), scroll);
        model.shownProperty().addListener((o, was, now) -> show());
        model.problemProperty().addListener((o, was, now) -> show());
        show();
    }

    /// Shows this batch alone.
    public void open(Entity entity, String batch) {
        model.otherProperty().set(null);
        model.batchProperty().set(new BatchRef(entity, batch));
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    /// Not into the choosers, which would take the keys of the commands for letters.
    @Override
    public void focus() {
        scroll.requestFocus();
    }

    @Override
    public List<Command> commands() {
        return commands;
    }

    private boolean chosen() {
        return model.batchProperty().get() != null;
    }

    private void with(BiConsumer<Entity, String> does) {
        does.accept(model.batchProperty().get().entity(), model.batchProperty().get().batch());
    }

    private HBox head() {
        var title = new Label(Messages.get("batch.title"));
        title.getStyleClass().add(Styles.TITLE_3);
        title.setMinWidth(Label.USE_PREF_SIZE);
        var other = chooser("batch-other", "batch.other", model.otherProperty());
        var alone = new Button(Messages.get("batch.alone"));
        alone.setId("batch-alone");
        alone.setOnAction(e -> model.otherProperty().set(null));
        Nodes.shownWhile(model.otherProperty().map(b -> true).orElse(false), alone);
        var head = new HBox(title, chooser("batch-chooser", "batch.choose", model.batchProperty()), other, alone, new Spacer());
        head.getStyleClass().add("page-header");
        for (Command command : commands) {
            var button = new Button(command.title());
            button.setId(command.id());
            button.setTooltip(new Tooltip(command.hint()));
            button.setMinWidth(Button.USE_PREF_SIZE);
            button.setOnAction(e -> command.run());
            head.getChildren().add(Explained.unless(Bindings.createStringBinding(() -> command.refusal().get()
                    .orElseGet(() -> chosen() ? "" : Messages.get("whynot.batch")), model.batchProperty(),
                    context.permissions().grantedProperty()), button));
        }
        return head;
    }

    private SearchableComboBox<BatchRef> chooser(String id, String key, ObjectProperty<BatchRef> value) {
        var box = new SearchableComboBox<>(model.batches());
        box.setId(id);
        box.setPromptText(Messages.get(key));
        box.setAccessibleText(Messages.get(key));
        box.setTooltip(new Tooltip(Messages.get(key)));
        box.setPrefWidth(260);
        box.valueProperty().bindBidirectional(value);
        return box;
    }

    private void show() {
        if (model.problemProperty().get() != null) {
            var pane = new VBox(new ErrorPane(model.problemProperty().get()));
            pane.getStyleClass().add("state-pane");
            scroll.setContent(pane);
            return;
        }
        if (model.shownProperty().get().isEmpty()) {
            Label none = Nodes.hint(Messages.get("batch.none"));
            none.setId("batch-none");
            var pane = new VBox(none);
            pane.getStyleClass().add("state-pane");
            scroll.setContent(pane);
            return;
        }
        boolean alone = model.shownProperty().get().size() == 1;
        var columns = new EqualColumns(model.shownProperty().get().stream().map(shown -> new StoryPane(context, shown, alone)).toList());
        columns.setId("batch-content");
        scroll.setContent(columns);
    }
}
