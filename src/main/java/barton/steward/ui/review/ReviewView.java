package barton.steward.ui.review;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.Entity;
import barton.steward.catalog.IntakeFields;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.review.ReviewItem;
import barton.steward.model.review.ReviewOrder;
import barton.steward.model.review.ReviewScope;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.actions.DecisionQueue;
import barton.steward.ui.record.LookalikesPane;
import barton.steward.ui.record.RecordCard;
import barton.steward.ui.record.RecordViewModel;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.Page;
import barton.steward.ui.support.Titles;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The mode in which a batch is worked through: one record large, its notes beside its fields, what it looks like, and a key for each
/// decision. A key decides about the record that is on the screen, and about none that was not painted yet.
public final class ReviewView implements Page {
    /// Keys that are not to be taken for many where they are held down.
    private static final Set<KeyCode> HELD = EnumSet.of(KeyCode.V, KeyCode.R, KeyCode.S, KeyCode.B, KeyCode.U);

    private final AppContext context;
    private final Entity entity;
    private final ReviewViewModel model;
    private final RecordViewModel record;
    private final RecordCard card;
    private final LookalikesPane alike;
    private final BatchPane batch;
    private final ReasonsBar reasons;
    private final FlowPane keys = new FlowPane();
    private final BorderPane node = new BorderPane();
    private final ScrollPane scroll;
    private KeyCode down;
    private final List<Command> commands = new ArrayList<>();
    private final Runnable onLeave;
    private final PaintedRecord painted = new PaintedRecord(node);

    /// @param onLeave runs when the steward leaves; what is not written yet goes on being written
    public ReviewView(AppContext context, Query query, Runnable onLeave) {
        this.context = context;
        this.entity = Entity.ofIntake(query.table()).orElseThrow();
        this.onLeave = onLeave;
        this.record = RecordViewModel.ofRecordAlone(context.session(), context.tasks());
        this.model = new ReviewViewModel(context.session(), context.tasks(),
                new DecisionQueue(context.session().tables(), context.tasks(), record));
        this.card = new RecordCard(context, record, query.table());
        this.alike = new LookalikesPane(other -> context.openRecord(other.table(), other.key()));
        this.batch = new BatchPane(context);
        this.reasons = new ReasonsBar(this::reject, this::closeReasons);
        this.scroll = new ScrollPane(card);
        build();
        fillCommands();
        model.currentProperty().subscribe(this::show);
        record.onSaved(saved -> {
            model.changed(saved.row());
            context.notices().say(Messages.get("record.saved", Messages.table(saved.row().table())), Messages.get("history.undo"),
                    () -> context.undo(saved.actionId()));
        });
        model.onLost(lost -> context.notices().insist(lost));
        model.begin(query, scope(query), remembered());
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void refresh() {
        model.retry();
    }

    @Override
    public void focus() {
        node.requestFocus();
    }

    @Override
    public List<Command> commands() {
        return List.copyOf(commands);
    }

    /// What is decided and not written, in words.
    public List<String> unwritten() {
        return model.unwritten();
    }

    /// Why what was typed is not saved.
    public List<String> unsaved() {
        return record.unsaved();
    }

    /// Saves what is being typed.
    public void commit() {
        card.commit();
    }

    /// Gives back what waits, once all is written.
    public void leave() {
        card.commit();
        context.preferences().put("review." + entity, new Remembered(model.queueProperty().get().order()));
        model.leave();
    }

    /// How the steward left it.
    record Remembered(ReviewOrder order) {
    }

    /// Who asked for a status means it; else what is not validated is reviewed.
    private static ReviewScope scope(Query query) {
        return query.conditions().stream().anyMatch(c -> c.isAbout(IntakeFields.STATUS)) ? ReviewScope.ALL : ReviewScope.OPEN;
    }

    private ReviewOrder remembered() {
        return context.preferences().get("review." + entity, Remembered.class).map(Remembered::order).orElse(ReviewOrder.RISK);
    }

    private void build() {
        node.setId("review-view");
        node.setFocusTraversable(true);
        node.setAccessibleRole(AccessibleRole.TEXT);
        String title = Messages.get("review.title", Messages.table(entity.intake()));
        node.accessibleTextProperty().bind(model.currentProperty().map(item -> title + ". " + Titles.of(item.row())).orElse(title));
        node.getStyleClass().add("review");
        scroll.setId("review-card");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.visibleProperty().bind(model.phaseProperty().map(p -> p == ReviewViewModel.Phase.RECORD));
        var risk = new Label();
        risk.setId("review-risk");
        risk.setWrapText(true);
        risk.textProperty().bind(model.riskProperty());
        var side = new VBox(Nodes.shownWhile(model.riskProperty().map(text -> !text.isEmpty()), risk), alike, batch);
        side.getStyleClass().add("review-side");
        side.visibleProperty().bind(scroll.visibleProperty());
        var news = new Label();
        news.setId("review-news");
        news.setWrapText(true);
        news.getStyleClass().add("review-news");
        news.textProperty().bind(model.newsProperty());
        keys.getStyleClass().add("review-keys");
        keys.visibleProperty().bind(reasons.visibleProperty().not());
        keys.managedProperty().bind(keys.visibleProperty());
        reasons.setVisible(false);
        reasons.managedProperty().bind(reasons.visibleProperty());
        var foot = new VBox(Nodes.shownWhile(model.newsProperty().map(text -> !text.isEmpty()), news), reasons, keys);
        foot.getStyleClass().add("review-foot");
        node.setTop(new ReviewHead(model, entity, this::focus, onLeave, () -> ReasonsDialog.open(context, entity, model::readReasons)));
        node.setCenter(new StackPane(scroll, new ReviewStates(model)));
        node.setRight(side);
        node.setBottom(foot);
        node.addEventFilter(KeyEvent.KEY_PRESSED, this::ignoreHeldDown);
        node.addEventFilter(KeyEvent.KEY_RELEASED, e -> down = null);
        node.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private void fillCommands() {
        commands.add(command("accept", "V", () -> onShown(model::accept)));
        commands.add(command("reject", "R", () -> onShown(this::openReasons)));
        commands.add(command("edit", "E", () -> onShown(card::edit)));
        commands.add(command("skip", "S", () -> onShown(model::skip)));
        commands.add(command("back", "B", model::back));
        commands.add(command("undo", "U", model::takeBack));
        commands.add(command("website", "W", () -> onShown(this::openWebsite)));
        commands.add(command("leave", "Esc", onLeave));
        commands.add(Command.of("undo", "Shortcut+Z", model::takeBack));
        commands.add(command("reasons", null, () -> ReasonsDialog.open(context, entity, model::readReasons)));
        commands.stream().filter(c -> c.shortcut() != null && !c.id().equals("undo")).map(ReviewView::button)
                .forEach(keys.getChildren()::add);
    }

    private static Command command(String name, String shortcut, Runnable run) {
        return Command.of("review-" + name, shortcut, run);
    }

    private static Button button(Command command) {
        var button = new Button(command.shortcut().getDisplayText() + "  " + command.title());
        button.setId(command.id());
        button.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        button.setFocusTraversable(false);
        button.setTooltip(new Tooltip(command.hint()));
        button.setOnAction(e -> command.run());
        return button;
    }

    /// Does it where the record was painted: a key that was quicker than the screen meant the one before.
    private void onShown(Runnable run) {
        if (model.current() != null && painted.is(model.current().row().key())) {
            run.run();
        }
    }

    private void show(ReviewItem item) {
        closeReasons();
        if (item == null) {
            record.close();
            painted.await(null);
            return;
        }
        Row before = record.record();
        record.show(item.row());
        alike.show(item.alike());
        batch.show(item.row());
        if (before == null || !before.key().equals(item.row().key())) {
            scroll.setVvalue(0);
            painted.await(item.row().key());
        }
    }

    private void openReasons() {
        card.commit();
        reasons.setVisible(true);
        reasons.open(List.copyOf(model.reasons()));
    }

    private void closeReasons() {
        if (reasons.isVisible()) {
            reasons.setVisible(false);
            focus();
        }
    }

    private void reject(String reason) {
        closeReasons();
        model.reject(reason);
    }

    private void openWebsite() {
        card.webAddress().ifPresentOrElse(context::browse, () -> context.notices().say(Messages.get("web.none")));
    }

    /// A key that is held down decides once.
    private void ignoreHeldDown(KeyEvent e) {
        if (HELD.contains(e.getCode()) && down == e.getCode() && !(e.getTarget() instanceof TextInputControl)) {
            e.consume();
        }
        down = e.getCode();
    }

    /// From a field Escape and Enter lead back to the record.
    private void onKey(KeyEvent e) {
        if (node.getScene().getFocusOwner() instanceof TextInputControl && e.getCode() == KeyCode.ESCAPE) {
            focus();
            e.consume();
        }
    }
}
