package barton.steward.ui.intake;

import barton.steward.model.Rule;
import barton.steward.model.RuleEntity;
import barton.steward.model.Table;
import barton.steward.service.Enrichment;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.TakeFlow;
import barton.steward.ui.support.TypedPath;
import barton.steward.ui.support.Workbench;

/// Takes a steward through sending the failed records of a batch out to be enriched, and taking them back.
final class EnrichmentFlow {
    private final Workbench bench;
    private final RuleEntity entity;

    EnrichmentFlow(Workbench bench, RuleEntity entity) {
        this.bench = bench;
        this.entity = entity;
    }

    /// @param batch the batch, or null where none is meant
    void export(String batch) {
        if (batch == null) {
            bench.notices().say(Messages.get("enrichment.nobatch"));
            return;
        }
        String proposed = "~/" + batch.replaceAll("[^\\w.-]", "-") + "-enrichment.json";
        bench.dialogs().ask(Messages.get("enrichment.title"), Messages.get("enrichment.text", batch), Messages.get("enrichment.path"),
                proposed, Messages.get("enrichment.ok"), path -> bench.tasks().work(Messages.get("enrichment.job", batch),
                        () -> bench.desk().enrichment().export(entity, batch, TypedPath.of(path)), this::exported));
    }

    private void exported(Enrichment.Written written) {
        bench.notices().say(Messages.get("enrichment.done", written.records(), written.file(), written.rejected()));
    }

    /// Whichever records the file has.
    void takeBack() {
        var enrichment = bench.desk().enrichment();
        new TakeFlow(bench, "enriched", (file, look, announced, request) -> enrichment.take(file, Rule.STANDARD, look, announced, request),
                Table.INTAKE, Table.PEOPLE_INTAKE, Table.LOG).open();
    }
}
