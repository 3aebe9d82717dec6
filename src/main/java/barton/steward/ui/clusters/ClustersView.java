package barton.steward.ui.clusters;

import barton.steward.catalog.Field;
import barton.steward.model.cluster.ClusterMethod;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.actions.BulkDialogs;
import barton.steward.ui.actions.CountedAction;
import barton.steward.ui.actions.Target;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.ProblemLine;
import barton.steward.ui.support.Sentences;
import barton.steward.ui.support.Shown;
import barton.steward.ui.task.Delay;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Spellings of one thing: the steward ticks clusters, chooses what they become, leaves values out, and merges all in one action.
public final class ClustersView {
    private static final Duration PAUSE = Duration.millis(250);

    private final AppContext context;
    private final Query rows;
    private final Target target;
    private final ClustersViewModel model;
    private final Delay counting;
    private final ListView<ClusterChoice> list;

    private ClustersView(AppContext context, Query rows) {
        this.context = context;
        this.rows = rows;
        Selection selection = Selection.all(rows);
        this.target = Target.of(selection, 0, Sentences.of(selection, rows), () -> { });
        this.model = new ClustersViewModel(context.session(), context.tasks(), selection, this::recount);
        this.counting = context.tasks().delay(PAUSE, model::count);
        this.list = new ListView<>(model.clusters());
    }

    /// Looks for spellings among the rows that a query of intake finds.
    /// @param field null for the first that has a menu of its values
    public static void open(AppContext context, Query rows, Field field) {
        var view = new ClustersView(context, rows);
        view.show();
        List<Field> fields = view.model.fields();
        view.model.fieldProperty().set(field != null && fields.contains(field) ? field : rows.table().facets().stream()
                .filter(fields::contains).reduce((first, last) -> last).orElse(fields.getFirst()));
    }

    private void show() {
        var choice = new HBox(combo("field", model.fields(), model.fieldProperty(), f -> Messages.field(rows.table(), f)),
                combo("method", List.of(ClusterMethod.values()), model.methodProperty(), m -> Messages.get("clusters.method." + m)));
        choice.getStyleClass().add("fix-line");
        Label how = Nodes.hint("");
        how.setId("clusters-how");
        how.textProperty().bind(model.methodProperty().map(m -> Messages.get("clusters.method." + m + ".hint")));
        var detail = new ScrollPane();
        detail.setFitToWidth(true);
        detail.getStyleClass().add("profile-scroll");
        detail.setAccessibleText(Messages.get("clusters.members"));
        list().getSelectionModel().selectedItemProperty().subscribe(c -> detail.setContent(c == null ? null : new ClusterPane(c)));
        HBox.setHgrow(detail, Priority.ALWAYS);
        var both = new HBox(list, detail);
        both.getStyleClass().add("profile-both");
        VBox.setVgrow(both, Priority.ALWAYS);
        var content = new VBox(choice, how, new ProblemLine("clusters-problem", model.problemProperty()), state(), both);
        content.getStyleClass().addAll("form", "profile-content");
        var box = new ModalBox("clusters", Messages.get("clusters.title", target.words()), content);
        Button all = box.button("clusters-all", Messages.get("clusters.all"), () -> model.tickAll(true));
        all.disableProperty().bind(Bindings.isEmpty(model.clusters()));
        box.cancel(Messages.get("dialog.close"));
        Button merge = box.action("clusters-merge", "", () -> {
            CountedAction agreed = model.mergeProperty().get();
            box.close();
            new BulkDialogs(context).perform(agreed, target);
        });
        merge.textProperty().bind(model.mergeProperty().map(m -> m.text("button")).orElse(Messages.get("clusters.merge")));
        merge.disableProperty().bind(model.mergeProperty().map(m -> m.changing() == 0).orElse(true));
        box.onClose(() -> {
            counting.stop();
            model.drop();
        });
        context.dialogs().show(box);
    }

    private void recount() {
        counting.restart();
    }

    private ListView<ClusterChoice> list() {
        list.setId("clusters-list");
        list.setAccessibleText(Messages.get("clusters.list"));
        list.getStyleClass().add("profile-columns");
        list.setCellFactory(l -> new ClusterCell());
        list.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            ClusterChoice current = list.getSelectionModel().getSelectedItem();
            if (e.getCode() == KeyCode.SPACE && current != null) {
                current.tickedProperty().set(!current.tickedProperty().get());
                e.consume();
            }
        });
        model.lookingProperty().subscribe(looking -> {
            if (!looking && !model.clusters().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
        });
        return list;
    }

    private Node state() {
        Label state = Nodes.hint("");
        state.setId("clusters-state");
        ObservableValue<String> text = Bindings.createStringBinding(() -> model.problemProperty().get() != null ? ""
                : model.lookingProperty().get() ? Messages.get("clusters.looking")
                : model.clusters().isEmpty() ? Messages.get("clusters.none." + (model.methodProperty().get() == ClusterMethod.REMEMBERED))
                : Messages.get("clusters.found", model.clusters().size(), model.more()),
                model.lookingProperty(), model.clusters(), model.problemProperty(), model.methodProperty());
        state.textProperty().bind(text);
        return state;
    }

    private static <T> Node combo(String name, List<T> items, Property<T> value, Function<T, String> words) {
        var combo = new ComboBox<>(FXCollections.observableList(items));
        combo.setId("clusters-" + name);
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setConverter(Shown.as(words));
        combo.valueProperty().bindBidirectional(value);
        return Nodes.labelled(Messages.get("clusters." + name), combo);
    }
}
