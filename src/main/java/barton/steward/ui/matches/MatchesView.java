package barton.steward.ui.matches;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.Entity;
import barton.steward.model.matching.MatchRun;
import barton.steward.model.matching.MatchVerdict;
import barton.steward.model.matching.PairFilter;
import barton.steward.model.matching.PairGroup;
import barton.steward.model.query.Row;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.matches.MatchesViewModel.State;
import barton.steward.ui.merging.MergeDialog;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Pairs of records that may be the same company, looked at side by side and decided by single keys.
public final class MatchesView implements Page {
    private static final double LIST_SHARE = 0.3;
    private static final int MOST_KEYS = 9;

    private final AppContext context;
    private final MatchesViewModel model;
    private final MatchSearchViewModel finding;
    private final BatchMenu batches;
    private final PairsPane list;
    private final GroupsPane groups;
    private final List<Command> commands;
    private final List<Command> decisions;
    private final VBox root = new VBox();

    public MatchesView(AppContext context) {
        this.context = context;
        this.model = new MatchesViewModel(context.session(), context.tasks(), context.preferences(), this::decided);
        this.finding = new MatchSearchViewModel(context.session(), context.tasks(), this::found);
        this.batches = new BatchMenu(context, model);
        this.list = new PairsPane(model.pairs(), model.blindProperty());
        this.groups = new GroupsPane(model.groups(), model.blindProperty());
        Command find = context.permissions().permit(Command.of("findmatches", "M",
                () -> model.batchProperty().get() != null && finding.runningProperty().get() == null,
                () -> finding.find(entity(), model.batchProperty().get())));
        Command importing = Command.of("import", "Shortcut+I", () -> context.importCsv(entity()));
        Command thresholds = Command.of("thresholds", "T", () -> ThresholdsDialog.open(context, entity()));
        Command promote = Command.of("promote", "P", () -> context.promote(entity(), model.batchProperty().get()));
        Command decided = Command.of("showdecided", "F", () -> model.show(PairFilter.DECIDED));
        Command undecided = Command.of("showundecided", "F", () -> model.show(PairFilter.UNDECIDED));
        Command filter = Command.of("matchfilter", "F",
                () -> (model.filterProperty().get() == PairFilter.DECIDED ? undecided : decided).run());
        Command pairs = Command.of("matchpairs", null, () -> model.groupedProperty().set(false));
        this.decisions = List.of(decide(MatchVerdict.SAME, "S"), decide(MatchVerdict.DIFFERENT, "D"), decide(MatchVerdict.LATER, "L"),
                Command.of("decide-split", "V", this::together, model::split),
                Command.of("takeall", "A", this::alone, model::copyAll)).stream().map(context.permissions()::permit).toList();
        this.commands = Stream.of(decisions.stream(), Stream.of(
                Command.of("nextpair", "J", this::looking, () -> model.move(1)),
                Command.of("previouspair", "K", this::looking, () -> model.move(-1)),
                Command.of("openintake", "I", this::alone, () -> open(model.pairs().chosen().intake())),
                Command.of("openother", "O", this::alone, () -> open(model.pairs().chosen().other())),
                context.permissions().permit(Command.of("undodecision", "U", this::takeBack)), find,
                Command.of("matchkind", "C", this::otherKind),
                Command.of("matchgroups", "G", () -> model.groupedProperty().set(!model.groupedProperty().get())),
                context.permissions().permit(Command.of("mergegroup", "E", () -> model.groupedProperty().get() && mergeable().size() > 1,
                        () -> MergeDialog.open(context, entity(), mergeable(), () -> { }))),
                Command.of("matchblind", "H", () -> model.blindProperty().set(!model.blindProperty().get())),
                Command.of("stopfinding", null, () -> finding.runningProperty().get() != null, finding::cancel),
                Command.of("matchbatch", "B", batches::show), filter, thresholds, promote),
                IntStream.rangeClosed(1, MOST_KEYS).mapToObj(this::takeOut)).flatMap(c -> c).toList();
        var both = new SplitPane(list, new PairPane(model, this::open));
        both.setDividerPositions(LIST_SHARE);
        both.getStyleClass().add("matches-panes");
        var together = new SplitPane(groups, new GroupPane(model, this::open));
        together.setDividerPositions(LIST_SHARE);
        together.getStyleClass().add("matches-panes");
        Nodes.shownWhile(model.groupedProperty(), together);
        Nodes.shownWhile(model.groupedProperty().not(), both);
        var states = new MatchStates(model, new StackPane(both, together), Map.of(State.NO_BATCH, List.of(importing),
                State.NOT_SEARCHED, List.of(find), State.NOTHING_FOUND, List.of(find, thresholds, promote),
                State.ALL_DECIDED, List.of(promote, decided), State.NONE_DECIDED, List.of(undecided), State.NO_GROUP, List.of(pairs)));
        model.stateProperty().addListener((o, was, now) -> {
            if (now == State.READY && !context.dialogs().isOpen()) {
                focus();
            }
        });
        VBox.setVgrow(states, Priority.ALWAYS);
        var bar = new FindingBar(finding, find, model.batchProperty().map(b -> true).orElse(false));
        root.setId("MATCHES");
        root.getStyleClass().add("rows-view");
        root.getChildren().addAll(new MatchesHead(model, batches, bar, thresholds), states, decisionBar());
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    public void focus() {
        if (model.groupedProperty().get()) {
            groups.focus();
        } else {
            list.focus();
        }
    }

    @Override
    public List<Command> commands() {
        return commands;
    }

    private Command decide(MatchVerdict verdict, String key) {
        return Command.of("decide-" + verdict.word(), key, this::looking, () -> model.decide(verdict));
    }

    private Entity entity() {
        return model.entityProperty().get();
    }

    private void otherKind() {
        model.choose(entity() == Entity.COMPANY ? Entity.PERSON : Entity.COMPANY);
    }

    /// What was decided here, step by step; then whatever the steward did before.
    private void takeBack() {
        if (model.canTakeBack()) {
            model.takeBack();
        } else {
            context.undo();
        }
    }

    private boolean looking() {
        return model.lookingProperty().get();
    }

    private boolean together() {
        return looking() && model.groupedProperty().get();
    }

    private boolean alone() {
        return looking() && !model.groupedProperty().get();
    }

    /// The records of master in the group that are not taken out.
    private List<String> mergeable() {
        PairGroup group = model.groups().chosen();
        return group == null ? List.of() : IntStream.range(0, group.records().size()).filter(i -> !model.groups().out().contains(i))
                .mapToObj(group.records()::get).filter(r -> !r.table().isIntake()).map(r -> r.key().toString()).toList();
    }

    /// Takes a record of the group out by its number, or in again.
    private Command takeOut(int number) {
        return context.permissions().permit(new Command("decide-out-" + number, Messages.get("command.takeout", number),
                KeyCombination.valueOf(Integer.toString(number)), this::together, () -> model.groups().take(number - 1)));
    }

    private void open(Row row) {
        context.openRecord(row.table(), row.key());
    }

    private FlowPane decisionBar() {
        var bar = new FlowPane();
        bar.getStyleClass().add("action-bar");
        Nodes.shownWhile(Bindings.createBooleanBinding(
                () -> model.stateProperty().get() == State.READY || model.lastProperty().get() != null
                        || !model.backProperty().get().isEmpty(),
                model.stateProperty(), model.lastProperty(), model.backProperty()), bar);
        var buttons = new ArrayList<Button>();
        for (Command command : decisions) {
            var button = new Button(command.hint());
            button.setId(command.id());
            if (command.id().equals("decide-split")) {
                Nodes.shownWhile(model.groupedProperty(), button);
            } else if (command.id().equals("takeall")) {
                Nodes.shownWhile(model.groupedProperty().not(), button);
            }
            button.setOnAction(e -> command.run());
            bar.getChildren().add(Explained.unless(Bindings.createStringBinding(() -> command.refusal().get().orElseGet(() ->
                    !model.lookingProperty().get() ? Messages.get("whynot.pair") : ""), model.lookingProperty(),
                    context.permissions().grantedProperty()), button));
            buttons.add(button);
        }
        buttons.getFirst().getStyleClass().add(Styles.ACCENT);
        bar.getChildren().add(latest());
        return bar;
    }

    /// What was decided, or taken back, last, with its undo.
    private HBox latest() {
        var text = new Label();
        text.setId("matches-latest");
        text.getStyleClass().add(Styles.TEXT_MUTED);
        text.textProperty().bind(Bindings.createStringBinding(() -> {
            Decided last = model.lastProperty().get();
            String back = model.backProperty().get();
            return !back.isEmpty() ? back : last == null ? "" : last.words();
        }, model.lastProperty(), model.backProperty()));
        text.graphicProperty().bind(Bindings.createObjectBinding(() -> !model.backProperty().get().isEmpty()
                ? new FontIcon(Feather.CORNER_UP_LEFT) : model.lastProperty().get() == null ? null
                : new FontIcon(PairCell.icon(model.lastProperty().get().verdict())), model.lastProperty(), model.backProperty()));
        var undo = new Hyperlink(Messages.get("history.undo"));
        undo.setId("matches-undo");
        undo.setTooltip(new Tooltip(Messages.get("matches.undo.hint")));
        undo.visibleProperty().bind(model.lastProperty().isNotNull().and(model.backProperty().isEmpty()));
        undo.setOnAction(e -> takeBack());
        var latest = new HBox(text, undo);
        latest.getStyleClass().add("action-text");
        return latest;
    }

    private void decided(Decided decided) {
        context.changed(decided.copied().isEmpty() ? decided.entity().intake() : decided.pair().other().table());
    }

    private void found(Entity entity, MatchRun run) {
        String text = Messages.of(entity, "matches.", "found", run.batch(), run.compared(), run.comparedWith(), run.candidates());
        if (entity == entity() && run.batch().equals(model.batchProperty().get())) {
            context.notices().say(text);
        } else {
            context.notices().say(text, Messages.get("run.show"), () -> {
                model.choose(entity);
                model.choose(run.batch());
            });
        }
        context.changed(entity.intake());
    }
}
