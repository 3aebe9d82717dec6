package barton.steward.ui.audit;

import barton.steward.config.Visible;
import barton.steward.model.audit.Fault;
import barton.steward.model.audit.Judging;
import barton.steward.model.audit.SampledRecord;
import barton.steward.model.audit.Verdict;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.controls.Bar;
import barton.steward.ui.record.LookalikesPane;
import barton.steward.ui.record.RecordCard;
import barton.steward.ui.record.RecordId;
import barton.steward.ui.record.RecordViewModel;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.Titles;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One record large, as it was drawn, with its notes and what it looks like, and the keys by which it is judged.
final class JudgePane extends VBox {
    private static final double SIDE = 210;

    private final AppContext context;
    private final AuditViewModel model;
    private final RecordViewModel record;
    private final RecordCard card;
    private final LookalikesPane alike;
    private final Label progress = new Label();
    private final Bar bar = new Bar("bar-accent", 0);
    private final Label said = Nodes.hint("");
    private final ScrollPane scroll;
    private final FaultForm faults;

    /// @param openRecord shows a record that the one on the card looks like
    JudgePane(AppContext context, AuditViewModel model, Consumer<RecordId> openRecord) {
        this.context = context;
        this.model = model;
        this.record = RecordViewModel.ofRecordAlone(context.session(), context.tasks());
        this.card = RecordCard.toLookAt(context, record, model.entity().intake());
        this.alike = new LookalikesPane(openRecord);
        HBox.setHgrow(card, Priority.ALWAYS);
        alike.setMinWidth(SIDE);
        alike.setMaxWidth(SIDE);
        this.scroll = new ScrollPane(new HBox(card, alike));
        this.faults = new FaultForm(model, this::requestFocus);
        setId("audit-card");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        getStyleClass().addAll("form", "audit-card");
        progress.setId("audit-progress");
        said.setId("audit-said");
        HBox.setHgrow(said, Priority.ALWAYS);
        var head = new HBox(progress, said);
        head.getStyleClass().add("form-row");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, bar, scroll, faults, buttons());
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        model.placeProperty().addListener((o, was, now) -> show());
        model.stateProperty().addListener((o, was, now) -> show());
        show();
    }

    private Node buttons() {
        var row = new FlowPane(button("right", () -> judge(Verdict.RIGHT)), button("wrong", faults::open),
                button("unsure", () -> judge(Verdict.UNSURE)), button("back", () -> go(model::back)),
                button("forth", () -> go(model::forth)), button("website", this::openWebsite));
        row.getStyleClass().add("audit-buttons");
        return row;
    }

    private Button button(String key, Runnable does) {
        var button = new Button(Messages.get("audit.key." + key));
        button.setId("audit-" + key);
        button.setFocusTraversable(false);
        button.setOnAction(e -> does.run());
        return button;
    }

    private void pressed(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown() || e.isShiftDown() || faults.isOpen()) {
            return;
        }
        Runnable does = switch (e.getCode()) {
            case Y, ENTER -> () -> judge(Verdict.RIGHT);
            case W -> faults::open;
            case N -> () -> judge(Verdict.UNSURE);
            case B, LEFT -> () -> go(model::back);
            case S, RIGHT -> () -> go(model::forth);
            case O -> this::openWebsite;
            case DOWN -> () -> scroll(1);
            case UP -> () -> scroll(-1);
            default -> null;
        };
        if (does != null) {
            does.run();
            e.consume();
        }
    }

    private void scroll(int steps) {
        scroll.setVvalue(Math.clamp(scroll.getVvalue() + 0.2 * steps, 0, 1));
    }

    private void openWebsite() {
        card.webAddress().ifPresentOrElse(context::browse, () -> context.notices().say(Messages.get("web.none")));
    }

    private void judge(Verdict verdict) {
        faults.close();
        model.judge(verdict);
    }

    private void go(Runnable move) {
        faults.close();
        move.run();
    }

    private void show() {
        if (model.stateProperty().get() == null || model.placeProperty().get() == 0) {
            return;
        }
        SampledRecord drawn = model.record();
        int size = model.stateProperty().get().sample().size();
        progress.setText(Messages.get("audit.progress", drawn.place(), size, model.judged()));
        bar.setShare((double) model.judged() / size);
        said.setText(said(model.said()));
        record.show(drawn.row());
        alike.show(List.of());
        model.alike(alike::show);
        scroll.setVvalue(0);
        setAccessibleText(progress.getText() + ": " + Titles.of(drawn.row()));
    }

    private static String said(Judging judging) {
        if (judging == null) {
            return Messages.get("audit.said.nothing");
        }
        String why = judging.faults().stream().map(Fault::reason).map(Visible::value).collect(Collectors.joining("; "));
        return Messages.get("audit.said", Messages.get("audit.verdict." + judging.verdict())) + (why.isEmpty() ? "" : " " + why);
    }
}
