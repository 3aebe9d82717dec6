package barton.steward.bench;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.model.history.BulkResult;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.service.change.BulkChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/// Marking rows validated as the window does once the steward has confirmed the announced count.
final class MarkMeasures {
    private static final long MARKED = 100_000;
    private static final int ROUNDS = 5;
    private static final String HISTORY = "TRUNCATE shq.action RESTART IDENTITY CASCADE";
    private static final String UNMARKED = """
            UPDATE %s SET validated = false, validated_at = NULL, validated_by = NULL
            WHERE id <= %d AND validated""";
    private static final String BARE = """
            UPDATE %s SET validated = true, validated_at = now(), validated_by = 'bench', validation_notes = NULL
            WHERE id <= %d AND validated IS NOT TRUE""";

    private final BenchHome home;
    private final BulkChange marking;
    private final Report report;

    MarkMeasures(BenchHome home, Report report) {
        this.home = home;
        this.marking = home.session().review().mark(true, Optional.empty());
        this.report = report;
    }

    /// The goal: 100,000 rows in a table of any size. Leaves them unmarked.
    void judged() throws Exception {
        Selection rows = Selection.all(Query.all(Table.INTAKE)
                .where(new Condition(IntakeFields.ID, Condition.Op.AT_MOST, MARKED)));
        Timing.Medians same = Timing.turns(ROUNDS, () -> unmark(BenchData.INTAKE), () -> mark(rows, MARKED),
                () -> bare(BenchData.INTAKE));
        report.add(Measure.MARK, same.ours(), same.limit());
        var plainTables = new PlainTables(home);
        plainTables.makeIntake();
        var plain = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            plain[round] = Timing.time(() -> unmark(PlainTables.INTAKE), () -> bare(PlainTables.INTAKE));
        }
        report.add(Measure.MARK_PLAIN, same.ours(), Timing.median(java.util.Arrays.stream(plain).boxed().toList()));
        plainTables.drop();
        unmark(BenchData.INTAKE);
    }

    /// Marks whatever is not validated yet, once.
    void grows(long tableRows) throws Exception {
        Selection all = Selection.all(Query.all(Table.INTAKE).where(Condition.is(IntakeFields.VALIDATED, false)));
        long rows = marking.reach(all).rows();
        report.grows("mark validated what is not (45 % of the rows)", tableRows, Timing.time(() -> home.settle(BenchData.INTAKE),
                () -> mark(all, rows)));
        home.execute(HISTORY);
    }

    private void mark(Selection rows, long announced) {
        if (!(marking.perform(rows, announced) instanceof BulkResult.Done)) {
            throw new IllegalStateException("other rows were to be marked than " + announced);
        }
    }

    private void bare(String table) throws SQLException {
        try (Connection connection = home.connect(); Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            int rows = statement.executeUpdate(BARE.formatted(table, MARKED));
            if (rows != MARKED) {
                throw new IllegalStateException("the bare update marked " + rows + " rows");
            }
        }
    }

    private void unmark(String table) throws SQLException {
        home.execute(HISTORY, UNMARKED.formatted(table, MARKED));
        home.settle(table, "shq.change");
    }
}
