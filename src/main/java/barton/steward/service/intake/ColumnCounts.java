package barton.steward.service.intake;

import barton.steward.model.intake.FileColumn;
import barton.steward.service.file.FileRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Counts the filled cells of each column of a file, and keeps a few different values of it.
final class ColumnCounts {
    private static final int EXAMPLES = 3;
    private static final int LONGEST_EXAMPLE = 80;

    private final List<String> header;
    private final long[] filled;
    private final List<Set<String>> examples = new ArrayList<>();

    ColumnCounts(List<String> header) {
        this.header = header;
        this.filled = new long[header.size()];
        header.forEach(h -> examples.add(new LinkedHashSet<>()));
    }

    void add(List<String> cells) {
        for (int i = 0; i < filled.length; i++) {
            String cell = cells.get(i);
            if (!FileRow.blank(cell)) {
                filled[i]++;
                if (examples.get(i).size() < EXAMPLES) {
                    String text = cell.strip().replaceAll("\\s+", " ");
                    examples.get(i).add(text.length() > LONGEST_EXAMPLE ? text.substring(0, LONGEST_EXAMPLE) + "…" : text);
                }
            }
        }
    }

    void clear() {
        Arrays.fill(filled, 0);
    }

    List<FileColumn> columns() {
        return IntStream.range(0, filled.length)
                .mapToObj(i -> new FileColumn(header.get(i), filled[i], List.copyOf(examples.get(i)))).toList();
    }
}
