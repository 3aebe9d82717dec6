package barton.steward.cli.merge;

import barton.steward.catalog.Entity;
import barton.steward.cli.support.TextTable;
import barton.steward.model.Counted;
import barton.steward.model.merge.MergePreview;
import barton.steward.model.merge.MergedCell;
import java.util.ArrayList;
import java.util.List;

/// What `merge` says to people: of each merge the survivor, and the cells in which the records differ.
final class MergeText {
    private static final int WIDEST = 40;

    private MergeText() {
    }

    /// @param runs of the merges, empty in a dry run
    static String of(List<MergePreview> merges, List<String> runs) {
        var said = new ArrayList<String>();
        for (int i = 0; i < merges.size(); i++) {
            MergePreview merge = merges.get(i);
            Entity entity = merge.plan().entity();
            said.add("%s %s merged into %s %s%s.".formatted(Counted.of(merge.plan().others().size(), entity.word(), entity.plural()),
                    runs.isEmpty() ? "would be" : merge.plan().others().size() == 1 ? "was" : "were", merge.plan().survivor(),
                    merge.names().getFirst(), runs.isEmpty() ? "; nothing was changed" : " (run " + runs.get(i) + ")"));
            said.add(following(merge));
            if (!merge.referring().isEmpty()) {
                said.add("Tables that go on naming the others: " + String.join(", ", merge.referring()) + ".");
            }
            if (merge.cells().stream().anyMatch(MergedCell::differs)) {
                said.add(cells(merge));
            }
        }
        return String.join("\n", said.stream().filter(s -> !s.isEmpty()).toList());
    }

    private static String following(MergePreview merge) {
        var parts = new ArrayList<String>();
        if (merge.slots() > 0) {
            parts.add(Counted.of(merge.slots(), "slot", "slots"));
        }
        if (merge.people() > 0) {
            parts.add(Counted.of(merge.people(), "person", "people"));
        }
        if (merge.results() > 0) {
            parts.add(Counted.of(merge.results(), "result of e-mail verification", "results of e-mail verification"));
        }
        return parts.isEmpty() ? "" : "With them: " + String.join(", ", parts) + ".";
    }

    private static String cells(MergePreview merge) {
        var heading = new ArrayList<Object>(List.of("COLUMN", "STAYS"));
        heading.addAll(merge.plan().ids());
        var table = new TextTable(heading.toArray());
        merge.cells().stream().filter(MergedCell::differs).forEach(cell -> {
            var row = new ArrayList<Object>(List.of(cell.field(), shortened(cell.value())));
            cell.options().forEach(o -> row.add(shortened(o)));
            table.row(row.toArray());
        });
        return table.toString();
    }

    private static String shortened(String value) {
        String text = value == null ? "" : value.replace('\n', ' ');
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
    }
}
