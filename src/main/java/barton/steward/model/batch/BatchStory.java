package barton.steward.model.batch;

import barton.steward.catalog.Entity;
import barton.steward.catalog.RunKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What became of a batch, from its files to master.
///
/// @param files      what was imported into it, the first first; none where it was before files were kept
/// @param rejections why records are rejected now, the most frequent first
/// @param rules      which rules find fault with records now, the most frequent first
/// @param events     what happened to it, the first first
public record BatchStory(Entity entity, String batch, List<TakenFile> files, BatchStages stages, List<Why> rejections,
                         List<RuleFault> rules, List<BatchEvent> events, Reconciliation reconciliation) {
    public BatchStory {
        files = List.copyOf(files);
        rejections = List.copyOf(rejections);
        rules = List.copyOf(rules);
        events = List.copyOf(events);
    }

    /// A file, and how it was taken.
    /// @param refused how many of its rows were not taken; null where that was not kept, as `noted` is
    /// @param noted   how many were taken with a note, because a value did not fit
    /// @param mapping which header filled each field of intake, by their names; empty where that was not kept
    public record TakenFile(String name, long rows, Long refused, Long noted, Map<String, String> mapping, String by, Instant at) {
    }

    /// A reason, and how many records are rejected for it.
    public record Why(String why, long records) {
    }

    /// A rule, its field and how many records break it.
    public record RuleFault(String rule, String field, String severity, long records) {
    }

    /// Something that happened to the batch.
    /// @param kind    the word of a run's kind, or of an action of the history, or `import`; null for runs of other clients
    /// @param run     its run in the validation log; null for others
    /// @param records how many records it was about, passed or changed
    /// @param failed  how many failed; null where it is no run
    public record BatchEvent(Instant at, String kind, String run, String by, long records, Long failed, String says) {
        /// Whether records failed. What was not validated when companies were promoted did not.
        public boolean isFault() {
            return failed != null && failed > 0 && !RunKind.PROMOTION.word().equals(kind);
        }
    }
}
