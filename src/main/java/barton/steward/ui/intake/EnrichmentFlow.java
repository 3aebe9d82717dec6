package barton.steward.ui.intake;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.model.validation.Rule;
import barton.steward.service.sidecar.Enrichment;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.actions.FileImportDialog;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.TypedPath;

/// Takes a steward through sending the failed records of a batch out to be enriched, and taking them back.
final class EnrichmentFlow {
    private final AppContext context;
    private final Entity entity;

    EnrichmentFlow(AppContext context, Entity entity) {
        this.context = context;
        this.entity = entity;
    }

    /// @param batch the batch, or null where none is meant
    void export(String batch) {
        if (batch == null) {
            context.notices().say(Messages.get("enrichment.nobatch"));
            return;
        }
        String proposed = "~/" + batch.replaceAll("[^\\w.-]", "-") + "-enrichment.json";
        context.dialogs().ask(Messages.get("enrichment.title"), Messages.get("enrichment.text", batch), Messages.get("enrichment.path"),
                proposed, Messages.get("enrichment.ok"), path -> context.tasks().work(Messages.get("enrichment.job", batch),
                        () -> context.session().enrichment().export(entity, batch, TypedPath.of(path)), this::exported));
    }

    private void exported(Enrichment.Written written) {
        context.notices().say(Messages.get("enrichment.done", written.records(), written.file(), written.rejected()));
    }

    /// Whichever records the file has.
    void takeBack() {
        var enrichment = context.session().enrichment();
        new FileImportDialog(context, "enriched", (file, look, announced, request) ->
                enrichment.importRecords(file, Rule.STANDARD, true, look, announced, request),
                Table.INTAKE, Table.PEOPLE_INTAKE, Table.LOG).open();
    }
}
