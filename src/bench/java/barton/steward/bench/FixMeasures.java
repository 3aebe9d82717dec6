package barton.steward.bench;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.model.history.BulkResult;
import barton.steward.model.history.UndoResult;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.model.validation.Fix;
import barton.steward.service.change.BulkChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;

/// One field changed in 100,000 validated rows, as the window does once the steward has confirmed the announced count, and that undone.
final class FixMeasures {
    private static final long FIXED = 100_000;
    private static final int ROUNDS = 5;
    private static final String VALIDATED = """
            UPDATE %s SET validated = true, validated_at = now(), validated_by = 'ann', validation_notes = NULL,
                company_city = coalesce(company_city, 'Fargo') WHERE id <= %d""";
    private static final String BARE = "UPDATE %s SET company_city = %s(company_city) WHERE id <= %d";

    private final BenchHome home;
    private final BulkChange fixing;
    private final Report report;

    FixMeasures(BenchHome home, Report report) {
        this.home = home;
        this.fixing = home.session().review().fix(IntakeFields.COMPANY_CITY, new Fix.ChangeCase(Fix.Letters.UPPER));
        this.report = report;
    }

    /// Leaves the rows validated.
    void judged() throws Exception {
        Selection rows = Selection.all(Query.all(Table.INTAKE).where(new Condition(IntakeFields.ID, Condition.Op.AT_MOST, FIXED)));
        home.execute("SET session_replication_role = replica", VALIDATED.formatted(BenchData.INTAKE, FIXED));
        var fixes = new ArrayList<Long>();
        var undos = new ArrayList<Long>();
        var bare = new ArrayList<Long>();
        var plain = new PlainTables(home);
        plain.makeIntake();
        for (int round = 0; round < ROUNDS; round++) {
            var action = new long[1];
            fixes.add(Timing.time(() -> home.settle(BenchData.INTAKE, "shq.change"), () -> action[0] = fix(rows)));
            undos.add(Timing.time(() -> home.settle(BenchData.INTAKE, "shq.change"), () -> undo(action[0])));
            bare.add(Timing.time(() -> home.settle(PlainTables.INTAKE), () -> bare("upper")));
            bare("initcap");
        }
        plain.drop();
        double limit = Timing.median(bare);
        report.add(Measure.FIX_PLAIN, Timing.median(fixes), limit);
        report.add(Measure.UNDO_PLAIN, Timing.median(undos), limit);
        home.execute("TRUNCATE shq.action RESTART IDENTITY CASCADE");
    }

    private long fix(Selection rows) {
        if (fixing.perform(rows, FIXED) instanceof BulkResult.Done(long _, long action)) {
            return action;
        }
        throw new IllegalStateException("other rows were to be fixed than " + FIXED);
    }

    private void undo(long action) {
        if (!(home.session().history().undo(action) instanceof UndoResult.Undone)) {
            throw new IllegalStateException("the fix was not taken back");
        }
    }

    private void bare(String letters) throws SQLException {
        try (Connection connection = home.connect(); Statement statement = connection.createStatement()) {
            int rows = statement.executeUpdate(BARE.formatted(PlainTables.INTAKE, letters, FIXED));
            if (rows != FIXED) {
                throw new IllegalStateException("the bare update changed " + rows + " rows");
            }
        }
    }
}
