package barton.steward.service.batch;

import barton.steward.catalog.Entity;
import barton.steward.dao.batch.BatchDao;
import barton.steward.model.StewardException;
import barton.steward.model.batch.BatchStory;

/// Tells what became of batches.
public final class Batches {
    private final BatchDao dao;

    public Batches(BatchDao dao) {
        this.dao = dao;
    }

    /// @throws StewardException of kind REFUSED where nothing is known of such a batch
    public BatchStory story(Entity entity, String batch) {
        BatchStory story = dao.story(entity, batch);
        if (story.stages().imported() == 0 && story.events().isEmpty()) {
            throw StewardException.refused("There is no batch " + batch + " of " + entity.plural() + ".",
                    "`steward status` shows the batches (`--people`: of people).");
        }
        return story;
    }
}
