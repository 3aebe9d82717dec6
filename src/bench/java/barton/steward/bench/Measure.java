package barton.steward.bench;

import java.util.Arrays;
import java.util.List;

/// What is measured, and the goal. Most goals are about the ratio of our time to that of a limit in the same run, some about
/// our own figure.
enum Measure {
    FIRST_PAGE_BY_ID("first-page-by-id", Goal.RATIO, 1.5, 0, "first page (100 rows) by id, against bare JDBC"),
    FIRST_PAGE_BY_NAME("first-page-by-name", Goal.RATIO, 1.5, 0, "first page (100 rows) by name, against bare JDBC"),
    DEEP_PAGE("page-at-90-percent", Goal.RATIO, 2, 0, "page at 90 % depth by name, against our first page"),
    JUMP("jump-to-middle", Goal.RATIO, 0.3, 0, "scroll bar to the middle, by name, against OFFSET n/2"),
    SEARCH_RARE("search-rare", Goal.RATIO, 1.5, 0, "search for a rare text, against bare ILIKE"),
    SEARCH_FREQUENT("search-frequent", Goal.RATIO, 1.5, 0, "search for a frequent text, against bare ILIKE"),
    MARK("mark-100000", Goal.RATIO, 1.5, 100_000, "mark 100,000 rows validated, against a bare UPDATE"),
    MARK_PLAIN("mark-100000-on-006", Goal.RATIO, 2, 100_000, "the same, against a bare UPDATE of tables as 006 left them"),
    FIX_PLAIN("fix-100000-on-006", Goal.RATIO, 2.5, 100_000,
            "change one field of 100,000 validated rows, against a bare UPDATE of a table as 006 left it"),
    UNDO_PLAIN("undo-100000-on-006", Goal.RATIO, 2, 100_000, "undo that, against the same bare UPDATE"),
    PROMOTE_PLAIN("promotion-100000-on-006", Goal.RATIO, 2, 100_000,
            "promote 100,000 rows, against a bare INSERT … SELECT into tables as 006 left them"),
    PROMOTE_100K("promotion-100000", Goal.RATIO, 1.6, 100_000, "promote 100,000 rows, against a bare INSERT … SELECT"),
    PROMOTE_1M("promotion-1000000", Goal.RATIO, 1.6, 1_000_000, "promote 1,000,000 rows, against a bare INSERT … SELECT"),
    PREVIEW("preview-100000", Goal.RATIO, 0.3, 100_000, "preview of promoting 100,000 rows, against the promotion itself"),
    RULES("rules-100000", Goal.RATIO, 4, 100_000, "check 100,000 rows by the standard rules, against a bare UPDATE"),
    RULES_FIRST("rules-first-100000", Goal.RATIO, 4, 100_000, "check 100,000 rows for the first time, against a bare UPDATE on 006"),
    RULES_AGAIN("rules-again-100000", Goal.RATIO, 0.3, 100_000, "check them again with 1 % changed, against the same"),
    EXPORT_AFTER_RULES("export-after-rules-100000", Goal.RATIO, 2, 100_000, "export them with their status, against COPY TO STDOUT"),
    MATCHES("matches-100000", Goal.MILLIS, 180_000, 1_000_000, "look for 100,000 rows among 1,000,000 of master"),
    CLUSTERS("clusters-100000", Goal.MILLIS, 5_000, 100_000, "look for mistyped ones among 100,000 distinct values"),
    IMPORT("import-100000", Goal.RATIO, 2, 100_000, "import 100,000 rows, against COPY of the same file"),
    IMPORT_PLAIN("import-100000-on-006", Goal.RATIO, 2.5, 100_000, "the same, against COPY into a table as 006 left it"),
    EXPORT("export-100000", Goal.RATIO, 2, 100_000, "export 100,000 rows, against COPY TO STDOUT"),
    KEYSTROKE("keystroke-to-rows-p95", Goal.MILLIS, 150, 0, "keystroke in the search box to painted rows, p95"),
    REVIEW_NEXT("review-next-p95", Goal.MILLIS, 100, 0, "key of a decision to the painted next record, p95"),
    SCROLL_P99("block-scrolling-p99", Goal.MILLIS, 50, 0, "block of the FX thread while scrolling, p99"),
    SCROLL_LONGEST("block-scrolling-longest", Goal.MILLIS, 150, 0, "block of the FX thread while scrolling, longest"),
    SEARCH_P99("block-searching-p99", Goal.MILLIS, 50, 0, "block of the FX thread while searching, p99"),
    SEARCH_LONGEST("block-searching-longest", Goal.MILLIS, 150, 0, "block of the FX thread while searching, longest"),
    IMPORT_P99("block-importing-p99", Goal.MILLIS, 50, 0, "block of the FX thread while importing, p99"),
    IMPORT_LONGEST("block-importing-longest", Goal.MILLIS, 150, 0, "block of the FX thread while importing, longest"),
    SIZE("size-of-1000000-on-006", Goal.SIZE, 2.5, 0, "size of a million rows after rules, against tables as 006 left them"),
    HEAP("heap-after-scrolling", Goal.MEGABYTES, 200, 0, "heap after scrolling through everything"),
    FIRST_ROWS_AOT("first-rows-aot", Goal.RATIO, 0.65, 0, "window's first rows with the AOT cache, against without"),
    FIRST_ROWS_BARE("first-rows-bare-window", Goal.RATIO, 1.8, 0, "window's first rows, against a bare JavaFX window with a table"),
    HELP("help-beyond-bare-jvm", Goal.MILLIS, 500, 0, "`--help`, beyond what a bare JVM takes"),
    STATUS_COMMAND("status-beyond-bare-jvm", Goal.MILLIS, 500, 0, "`status`, beyond what a bare JVM takes");

    /// What a goal is about: a ratio of times, or of sizes, or our own figure.
    enum Goal { RATIO, SIZE, MILLIS, MEGABYTES }

    final String id;
    final Goal goal;
    final double most;
    final long rows;
    final String text;

    Measure(String id, Goal goal, double most, long rows, String text) {
        this.id = id;
        this.goal = goal;
        this.most = most;
        this.rows = rows;
        this.text = text;
    }

    /// The measures that are no larger than the table.
    static List<Measure> within(long tableRows) {
        return Arrays.stream(values()).filter(m -> m.rows <= tableRows).toList();
    }
}
