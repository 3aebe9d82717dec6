package barton.steward.cli.batch;

import barton.steward.catalog.ColumnNames;
import barton.steward.catalog.StoredWords;
import barton.steward.catalog.Table;
import barton.steward.cli.support.TextTable;
import barton.steward.cli.support.Times;
import barton.steward.model.Counted;
import barton.steward.model.batch.BatchStages;
import barton.steward.model.batch.BatchStory;
import barton.steward.model.batch.Reconciliation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Tells a batch's story.
final class BatchText {
    private BatchText() {
    }

    static String of(BatchStory story) {
        var parts = new ArrayList<String>();
        parts.add("Batch " + story.batch() + " of " + story.entity().plural());
        files(story).ifEmpty(parts, "No file of it is known.");
        var stages = new TextTable("STAGE", "RECORDS");
        stages(story.stages()).forEach(stages::row);
        parts.add(stages.toString());
        if (!story.rejections().isEmpty()) {
            var table = new TextTable("REJECTED BECAUSE", "RECORDS");
            story.rejections().forEach(r -> table.row(r.why(), r.records()));
            parts.add(table.toString());
        }
        if (!story.rules().isEmpty()) {
            var table = new TextTable("RULE", "FIELD", "SEVERITY", "RECORDS");
            story.rules().forEach(r -> table.row(r.rule(), ColumnNames.of(story.entity().intake(), r.field()), r.severity(), r.records()));
            parts.add(table.toString());
        }
        if (!story.events().isEmpty()) {
            var table = new TextTable("AT", "WHAT", "BY", "RECORDS", "FAILED", "RUN", "NOTES");
            story.events().forEach(e -> table.row(Times.shown(e.at()), e.kind(), e.by(), e.records(), e.isFault() ? e.failed() : null,
                    e.run(), StoredWords.of(Table.LOG, e.says())));
            parts.add(table.toString());
        }
        parts.add(reconciled(story.reconciliation()));
        return String.join("\n\n", parts);
    }

    /// The stages of two batches in one table.
    static String sideBySide(BatchStory first, BatchStory second) {
        var table = new TextTable("STAGE", first.batch(), second.batch());
        Map<String, Long> others = stages(second.stages());
        stages(first.stages()).forEach((stage, records) -> table.row(stage, records, others.get(stage)));
        return table + "\n\n" + first.batch() + ": " + reconciled(first.reconciliation()) + "\n" + second.batch() + ": "
                + reconciled(second.reconciliation());
    }

    private record Section(List<String> lines) {
        void ifEmpty(List<String> parts, String otherwise) {
            parts.add(lines.isEmpty() ? otherwise : String.join("\n", lines));
        }
    }

    private static Section files(BatchStory story) {
        return new Section(story.files().stream().map(f -> "%s from %s, by %s on %s%s%s%s".formatted(
                Counted.rows(f.rows()), f.name(), f.by(), Times.shown(f.at()),
                f.refused() == null ? "" : ", " + f.refused() + " refused", f.noted() == null ? "" : ", " + f.noted() + " with a note",
                f.mapping().isEmpty() ? "" : "\n  " + f.mapping().entrySet().stream()
                        .map(m -> ColumnNames.of(story.entity().intake(), m.getKey()) + " from “" + m.getValue() + "”")
                        .collect(Collectors.joining(", ")))).toList());
    }

    private static Map<String, Long> stages(BatchStages s) {
        var named = new LinkedHashMap<String, Long>();
        named.put("imported", s.imported());
        named.put("in intake", s.inIntake());
        named.put("new", s.fresh());
        named.put("failed", s.failed());
        named.put("rejected", s.rejected());
        named.put("edited since", s.edited());
        named.put("validated", s.validated());
        named.put("to promote", s.waiting());
        named.put("held by a match", s.matched());
        named.put("held by another source", s.held());
        named.put("without a place", s.unplaced());
        named.put("promoted", s.promoted());
        named.put("cleared", s.cleared());
        named.put("taken back", s.takenBack());
        return named;
    }

    private static String reconciled(Reconciliation r) {
        return "%d validated, %d promoted, %d logged%s".formatted(r.validated(), r.promoted(), r.logged(),
                r.drifts().isEmpty() ? ": they agree." : ": " + r.drifts().stream().map(BatchText::drift)
                        .collect(Collectors.joining("; ")) + ".");
    }

    private static String drift(Reconciliation.Drift drift) {
        String run = drift.run() == null ? "" : " of run " + drift.run();
        return switch (drift.kind()) {
            case WAITING -> drift.records() + " wait to be promoted";
            case HELD -> drift.records() + " are validated and held back";
            case NOT_VALIDATED_ANY_MORE -> drift.records() + " were promoted and are not validated any more";
            case MISSING_IN_MASTER -> drift.records() + run + " are logged and not in master";
            case MORE_IN_MASTER -> drift.records() + run + " are in master and not logged";
            case WITHOUT_RUN -> drift.records() + " are in master without a run that says so";
        };
    }
}
