package barton.steward.model.merge;

import java.util.List;

/// What taking a merge out did, or would do. `run` is the run that did it; null for a preview. `back` are the IDs that are there again;
/// `edited` are cells of the survivor that were changed since and stay as they are, `people` and `slots` the IDs of those that were put
/// elsewhere since and stay there, `went` people who came since but for a record that is there again. `asked` are those of whom it cannot
/// be told.
public record Unmerged(String merge, String run, List<String> back, List<String> edited, List<String> people, List<String> slots,
                       List<String> went, List<Asked> asked) {
    /// Somebody who came since into a slot that goes back: the `answer` is `survivor` or `other`.
    public record Asked(String id, String name, String answer) {
    }
}
