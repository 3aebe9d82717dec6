package barton.steward.service.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// The names of a table's columns, each another.
final class HeaderNames {
    private HeaderNames() {
    }

    /// @param cells of the header; without a name where there are fewer than columns
    static List<String> of(List<String> cells, int width) {
        var names = new ArrayList<String>();
        var taken = new HashSet<String>();
        for (int i = 0; i < width; i++) {
            String cell = i < cells.size() ? cells.get(i).replaceAll("\\R\\s*", " ").strip() : "";
            String name = FileRow.blank(cell) ? "column " + (i + 1) : cell;
            String unique = name;
            for (int n = 2; !taken.add(unique); n++) {
                unique = name + " (" + n + ")";
            }
            names.add(unique);
        }
        return List.copyOf(names);
    }
}
