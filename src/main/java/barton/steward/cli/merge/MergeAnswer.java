package barton.steward.cli.merge;

import barton.steward.model.merge.MergePreview;
import barton.steward.model.merge.MergedCell;
import java.util.List;

/// What `merge` says to scripts; `run` is null in a dry run.
record MergeAnswer(String entity, int merged, List<Merge> merges) {
    record Merge(String run, String survivor, List<String> others, List<Cell> cells, long slots, long people, long results,
                 List<String> hindering, List<String> referring) {
        static Merge of(MergePreview seen, String run) {
            return new Merge(run, seen.plan().survivor(), seen.plan().others(),
                    seen.cells().stream().filter(MergedCell::differs)
                            .map(c -> new Cell(c.field(), c.value(), c.from(), c.chosen())).toList(),
                    seen.slots(), seen.people(), seen.results(), seen.hindering(), seen.referring());
        }
    }

    record Cell(String field, String value, String from, boolean chosen) {
    }
}
