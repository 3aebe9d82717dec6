package barton.steward.ui.intake;

import barton.steward.catalog.Entity;
import barton.steward.catalog.IntakeStatus;
import barton.steward.catalog.Table;
import barton.steward.model.validation.Rule;
import barton.steward.model.validation.ValidationResult;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

/// Takes a steward through checking a batch by rules: by which set of them, the run, and what came of it, with the way to the rows that
/// failed and to the run in the log.
final class RulesFlow {
    private final AppContext context;
    private final Entity entity;

    RulesFlow(AppContext context, Entity entity) {
        this.context = context;
        this.entity = entity;
    }

    void open(String batch) {
        context.tasks().run(Messages.get("runrules.loading"), () -> sets(context.session().rules().all()),
                sets -> ask(batch, sets));
    }

    private List<String> sets(List<Rule> rules) {
        return rules.stream().filter(r -> r.entity() == entity && r.enabled()).map(Rule::set).distinct().toList();
    }

    private void ask(String batch, List<String> sets) {
        if (sets.isEmpty()) {
            context.notices().say(Messages.get("runrules.norules"));
            return;
        }
        var set = new ComboBox<>(FXCollections.observableArrayList(sets));
        set.setId("runrules-set");
        set.setMaxWidth(Double.MAX_VALUE);
        set.setValue(sets.contains(Rule.STANDARD) ? Rule.STANDARD : sets.getFirst());
        var content = new VBox(Dialogs.paragraph(Messages.get("runrules.text", batch)),
                Nodes.labelled(Messages.get("runrules.set"), set));
        content.getStyleClass().add("modal-content");
        var box = new ModalBox("runrules-box", Messages.get("runrules.title"), content);
        box.cancel(Messages.get("dialog.cancel"));
        box.action("runrules-ok", Messages.get("runrules.ok"), () -> {
            box.close();
            check(batch, set.getValue());
        });
        context.dialogs().show(box);
    }

    private void check(String batch, String set) {
        UUID request = UUID.randomUUID();
        context.tasks().work(Messages.get("runrules.job", batch),
                () -> context.session().validation().validate(entity, batch, set, request), this::done);
    }

    private void done(ValidationResult result) {
        if (result.run() == null) {
            context.notices().say(Messages.get("runrules.unknown", result.batch()));
            return;
        }
        var links = new ArrayList<Notices.Link>();
        if (result.failed() > 0) {
            links.add(new Notices.Link(Messages.get("runrules.failed"),
                    () -> context.open(FigureQueries.withStatus(entity, result.batch(), IntakeStatus.FAILED))));
        }
        links.add(new Notices.Link(Messages.get("run.show"), () -> context.open(FigureQueries.run(result.run()))));
        context.notices().say(Messages.get("runrules.done", result.batch(), result.passed(), result.failed()), links);
        context.changed(entity.intake(), Table.LOG);
    }
}
