package barton.steward.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Review by eye: how soon the next record is there, and whether each key at ten a second decides about the record that was shown.
final class ReviewMeasures {
    private final BenchHome home;
    private final Report report;

    ReviewMeasures(BenchHome home, Report report) {
        this.home = home;
        this.report = report;
    }

    /// @param whole whether to take the time that true figures need
    void run(long rows, boolean last, boolean whole) throws Exception {
        home.settle(BenchData.INTAKE);
        int seconds = whole ? 60 : 3;
        long before = reviews();
        int one = whole ? 200 : 10;
        Map<String, List<Long>> found = BenchProcess.run(home, ReviewBench.class, Integer.toString(one), Integer.toString(seconds));
        double next = Timing.percentile(found.get("next"), 95);
        report.fact("the next record of %,d: quickest %.0f ms, median %.0f ms, p95 %.0f ms".formatted(one,
                Timing.percentile(found.get("next"), 0) / 1e6, Timing.median(found.get("next")) / 1e6, next / 1e6));
        long misplaced = misplaced(found, before + one);
        report.fact("%,d of %,d keys at ten a second decided; %,d decisions are not where they belong".formatted(
                decided(found), 10 * seconds - rejected(found), misplaced));
        if (misplaced > 0) {
            throw new IllegalStateException(misplaced + " decisions of the review are not about the record that was shown");
        }
        if (last) {
            report.add(Measure.REVIEW_NEXT, next, Double.NaN);
        }
        report.grows(Measure.REVIEW_NEXT.text, rows, next);
        takeBack();
    }

    /// What follows begins with the rows as they were.
    private void takeBack() throws SQLException {
        try (Connection connection = home.connect(); var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT action_id FROM shq.review WHERE action_id IS NOT NULL ORDER BY 1 DESC")) {
            while (result.next()) {
                home.session().history().undo(result.getLong(1));
            }
        }
        home.execute("DELETE FROM shq.review", "DELETE FROM shq.review_lease");
    }

    private static long decided(Map<String, List<Long>> found) {
        return Stream.of("accepted", "rejected", "skipped").mapToLong(verdict -> found.getOrDefault(verdict, List.of()).size()).sum();
    }

    /// Two keys make one.
    private static long rejected(Map<String, List<Long>> found) {
        return found.getOrDefault("rejected", List.of()).size();
    }

    private long reviews() throws SQLException {
        try (Connection connection = home.connect(); var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT count(*) FROM shq.review")) {
            result.next();
            return result.getLong(1);
        }
    }

    /// Decisions that were seen on the screen and are not in the database, or the other way round.
    private long misplaced(Map<String, List<Long>> found, long others) throws SQLException {
        long right = 0;
        try (Connection connection = home.connect(); var statement = connection.prepareStatement("""
                SELECT count(*) FROM shq.review r WHERE r.entity = 'company' AND r.verdict = ? AND r.intake_id = ANY (?)""")) {
            for (String verdict : List.of("accepted", "rejected", "skipped")) {
                statement.setString(1, verdict);
                statement.setArray(2, connection.createArrayOf("bigint", found.getOrDefault(verdict, List.of()).toArray()));
                try (var result = statement.executeQuery()) {
                    result.next();
                    right += result.getLong(1);
                }
            }
        }
        return decided(found) - right + Math.abs(reviews() - others - decided(found));
    }
}
