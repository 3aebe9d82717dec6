package barton.steward.service.merge;

import barton.steward.catalog.Entity;
import barton.steward.dao.merge.MergeDao;
import barton.steward.model.StewardException;
import barton.steward.model.merge.MergePlan;
import barton.steward.model.merge.MergePreview;
import barton.steward.model.merge.MergeRule;
import barton.steward.model.merge.MergedRow;
import barton.steward.model.merge.StandingMerge;
import barton.steward.model.merge.Unmerged;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Puts records of master together that are the same, and takes them apart again.
public final class Merges {
    private final MergeDao dao;
    private final String executor;

    public Merges(MergeDao dao, String executor) {
        this.dao = dao;
        this.executor = executor;
    }

    /// A plan in which the rules say which of the records survives.
    /// @throws StewardException of kind REFUSED where there are not two of them
    public MergePlan plan(Entity entity, List<String> ids, Map<String, String> choice) {
        List<String> all = ids.stream().distinct().toList();
        if (all.size() < 2) {
            throw StewardException.refused("A merge needs two records; nothing was merged.", "Name the IDs of both.");
        }
        String survivor = dao.survivor(entity, all).orElse(all.getFirst());
        return new MergePlan(entity, survivor, all.stream().filter(id -> !id.equals(survivor)).toList(), choice);
    }

    /// What the merge would make now.
    public MergePreview preview(MergePlan plan) {
        return dao.preview(plan);
    }

    /// Merges as it was looked at, and refuses where anything was changed since; returns the run.
    /// @param request the same one where the reply was lost: it finds what it did
    public String merge(MergePreview seen, UUID request) {
        return dao.merge(seen.plan(), seen.seen(), executor, request);
    }

    /// What taking a merge out would do now; who has no answer is taken for staying with the survivor.
    public Unmerged previewUnmerge(String run, Map<String, String> answers) {
        var all = new HashMap<>(answers);
        all.putIfAbsent("*", "survivor");
        return dao.previewUnmerge(run, all, executor);
    }

    /// Takes a merge out.
    /// @param answers by the ID of who is asked about, or `*` for all others: `survivor` or `other`
    public Unmerged unmerge(String run, Map<String, String> answers, UUID request) {
        return dao.unmerge(run, answers, executor, request);
    }

    /// The runs by which records were merged into this one that stand, the newest first.
    public List<String> into(String id) {
        return dao.mergesInto(id);
    }

    /// The merges into this record that stand, each with those that went into it, the newest first.
    public List<StandingMerge> standing(String id) {
        return dao.standing(id);
    }

    /// The run by which this record was merged away; empty where it was not, or is there again.
    public Optional<String> of(String id) {
        return dao.mergeOf(id);
    }

    /// The ID that a record has now: that of the survivor where it was merged, else its own.
    public String currentId(String id) {
        return dao.currentId(id);
    }

    /// Where the record went that was promoted from a row of intake; empty where it was not merged.
    public Optional<MergedRow> ofRow(Entity entity, long intakeId) {
        return dao.mergedRow(entity, intakeId);
    }

    public List<MergeRule> rules(Entity entity) {
        return dao.rules(entity);
    }

    /// Sets a rule; one without `by` goes back to that for all columns.
    public void set(MergeRule rule) {
        dao.set(rule, executor);
    }
}
