package barton.steward.cli.profile;

import barton.steward.cli.support.TextTable;
import barton.steward.model.Counted;
import barton.steward.model.profile.ColumnProfile;
import barton.steward.model.profile.ProfileReport;
import barton.steward.model.profile.Unlike;
import barton.steward.model.profile.ValueCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A profile for people: first what is unlike the batches before, then the columns.
final class ProfileText {
    private static final int FREQUENT = 3;
    private static final int LONGEST = 30;

    private ProfileText() {
    }

    /// @param title what a column is called, by its name in the profile
    static String of(ProfileReport report, UnaryOperator<String> title) {
        var lines = new ArrayList<String>();
        lines.add(Counted.rows(report.profile().rows()) + ", " + compared(report.before()) + (report.unlike().isEmpty() ? "" : ":"));
        report.unlike().forEach(u -> lines.add("  " + sentence(u, title)));
        lines.add("");
        var table = new TextTable("COLUMN", "FILLED", "EMPTY", "PLACEHOLDER", "IN ERROR", "DISTINCT", "FREQUENT", "LOOKS LIKE");
        for (ColumnProfile c : report.profile().columns()) {
            table.row(title.apply(c.column()), c.filled(), c.empty(), c.placeholder(), c.inError(), c.distinct(), frequent(c.values()),
                    frequent(c.shapes()));
        }
        lines.add(table.toString());
        return String.join("\n", lines);
    }

    private static String compared(List<String> before) {
        return before.isEmpty() ? "no batch before them that came the same way" : "compared with " + String.join(", ", before);
    }

    private static String sentence(Unlike u, UnaryOperator<String> title) {
        String column = title.apply(u.column());
        return switch (u.kind()) {
            case SWAPPED -> column + " and " + title.apply(u.what()) + " look swapped";
            case RESEMBLES -> column + " looks like what " + title.apply(u.what()) + " was before";
            case EMPTY -> column + " is empty in " + percent(u.now()) + ", before " + percent(u.before());
            case PLACEHOLDER -> column + " has a placeholder in " + percent(u.now()) + ", before " + percent(u.before());
            case SHAPE -> column + " looks like " + u.what() + " in " + percent(u.now()) + ", before " + percent(u.before());
            case VALUE -> column + " is the same in " + percent(u.now()) + " (“" + u.what() + "”), before " + percent(u.before());
        };
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, share > 0 && share < 0.01 || share < 1 && share > 0.99 ? "%.1f %%" : "%.0f %%", 100 * share);
    }

    private static String frequent(List<ValueCount> counts) {
        return counts.stream().limit(FREQUENT).map(c -> cut(c.value()) + " (" + c.rows() + ")").collect(Collectors.joining(", "));
    }

    private static String cut(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, value.offsetByCodePoints(0, Math.min(LONGEST,
                value.codePointCount(0, value.length())))) + "…";
    }
}
