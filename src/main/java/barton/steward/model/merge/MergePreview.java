package barton.steward.model.merge;

import java.util.List;

/// What a merge would make. `names` are what the records are called, in the order of the plan; `slots`, `people` and `results` (of e-mail
/// verification) are how many of the others' would go to the survivor. `hindering` are tables of others that forbid it, `referring` those
/// that go on naming the IDs, each as a sentence. By `seen` the merge knows whether anything was changed since.
public record MergePreview(MergePlan plan, List<String> names, List<MergedCell> cells, long slots, long people, long results,
                           List<String> hindering, List<String> referring, String seen) {
}
