package barton.steward.dao.merge;

import barton.steward.catalog.Entity;
import barton.steward.model.merge.MergePlan;
import barton.steward.model.merge.MergePreview;
import barton.steward.model.merge.MergeRule;
import barton.steward.model.merge.MergedRow;
import barton.steward.model.merge.StandingMerge;
import barton.steward.model.merge.Unmerged;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Records of master that are put together, and taken apart again.
public interface MergeDao {
    /// Which of these the rules would have survive; empty where master has none of them.
    Optional<String> survivor(Entity entity, List<String> ids);

    /// @throws barton.steward.model.StewardException of kind REFUSED where master has not all of them
    MergePreview preview(MergePlan plan);

    /// The run that did it. The request is stored with it, so that after a lost reply the same request finds it.
    /// @param seen as the preview gave it: refuses where anything was changed since
    String merge(MergePlan plan, String seen, String executor, UUID request);

    /// What taking a merge out would do now.
    /// @param answers by the ID of who is asked about, or `*` for all others: `survivor` or `other`
    Unmerged previewUnmerge(String merge, Map<String, String> answers, String executor);

    /// Takes a merge out.
    /// @throws barton.steward.model.StewardException of kind REFUSED where an answer is missing, and names who is asked about
    Unmerged unmerge(String merge, Map<String, String> answers, String executor, UUID request);

    /// The runs by which records were merged into this one that stand, the newest first.
    List<String> mergesInto(String id);

    /// The merges into this record that stand, the newest first.
    List<StandingMerge> standing(String id);

    /// The run by which this record was merged away; empty where it was not, or is there again.
    Optional<String> mergeOf(String id);

    /// The ID that a record has now: that of the survivor where it was merged, else its own.
    String currentId(String id);

    /// Where the record went that was promoted from a row of intake; empty where it was not merged.
    Optional<MergedRow> mergedRow(Entity entity, long intakeId);

    List<MergeRule> rules(Entity entity);

    /// Sets a rule; one without `by` goes back to that for all columns.
    void set(MergeRule rule, String executor);
}
