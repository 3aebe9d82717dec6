package barton.steward.cli.support;

import barton.steward.config.Visible;
import java.util.ArrayList;
import java.util.List;

/// Rows under a heading in columns of even width; numbers stand to the right, null is blank. The one of picocli wants the widths
/// beforehand, has nothing at the right, and takes `@|bold Acme|@` in a row for its own markup: it prints `Acme`.
public final class TextTable {
    private static final String GAP = "  ";

    private final List<List<Object>> rows = new ArrayList<>();

    public TextTable(Object... heading) {
        row(heading);
    }

    public TextTable row(Object... cells) {
        var row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell == null ? "" : cell);
        }
        rows.add(row);
        return this;
    }

    @Override
    public String toString() {
        int[] widths = new int[rows.getFirst().size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], length(text(row.get(i))));
            }
        });
        var lines = new ArrayList<String>();
        rows.forEach(row -> lines.add(line(row, widths)));
        return String.join("\n", lines);
    }

    private String line(List<Object> row, int[] widths) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < widths.length; i++) {
            String text = text(row.get(i));
            String padding = " ".repeat(widths[i] - length(text));
            cells.add(isNumeric(i) ? padding + text : text + padding);
        }
        return String.join(GAP, cells).stripTrailing();
    }

    private boolean isNumeric(int column) {
        return rows.stream().skip(1).anyMatch(row -> row.get(column) instanceof Number);
    }

    private static String text(Object cell) {
        return Visible.value(cell.toString().replaceAll("\\s*\\R\\s*", " / "));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
