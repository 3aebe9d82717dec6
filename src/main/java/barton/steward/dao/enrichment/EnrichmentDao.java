package barton.steward.dao.enrichment;

import barton.steward.catalog.Entity;
import barton.steward.dao.change.Records;
import barton.steward.dao.intake.SourceFile;
import barton.steward.model.enrichment.WaitingEnrichment;
import barton.steward.model.intake.ImportSummary;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;

/// Records of intake on their way out to be enriched, and back.
public interface EnrichmentDao {
    /// Passes on each record of a batch that failed, as a JSON object: `id`, `state`, `fields`, `findings` and `notes`. Not those that
    /// somebody rejected: what they lack is no data.
    /// @return how many
    long failed(Entity entity, String batch, Consumer<String> sink);

    /// How many records of the batch are not passed on because somebody rejected them.
    long rejected(Entity entity, String batch);

    /// What waits for the promotion of a record, if anything does.
    Optional<WaitingEnrichment> waiting(Entity entity, long record);

    /// Takes records back: the fields that they give are filled, and those records checked by rules again. The state of a record is the one
    /// that it was passed on with: where the record says something else now, was validated or rejected meanwhile, it is a conflict.
    /// An `enrichment` among what is given (`payload`, and perhaps `source` and `confidence`) is kept for the record's sidecar.
    /// @param look only tells what would be done
    /// @param announced how many records would be changed, as was told
    /// @param file  where the records come from
    /// @param again whether they are written although the same file was taken already
    ImportSummary importRecords(Entity entity, String batch, SourceFile file, boolean again, Records records, String rules, boolean look,
            OptionalLong announced, String executor, UUID request);
}
