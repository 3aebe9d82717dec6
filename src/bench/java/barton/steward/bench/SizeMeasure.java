package barton.steward.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// What the database takes on the disk for its rows, beside the same rows in tables as the first six migrations leave them.
final class SizeMeasure {
    private static final String SIZE = """
            SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c
            WHERE c.relkind IN ('r', 'm') AND c.relnamespace IN (SELECT n.oid FROM pg_namespace n WHERE n.nspname IN (%s))""";

    private final BenchHome home;
    private final Report report;

    SizeMeasure(BenchHome home, Report report) {
        this.home = home;
        this.report = report;
    }

    /// Of the database as it is now, with so many rows in intake.
    void judged(long rows) throws SQLException {
        double ours = size("'intake', 'marketing', 'shq', 'public'");
        var plain = new PlainTables(home);
        plain.makeIntake();
        plain.makeMaster();
        double limit = size("'bench'");
        plain.drop();
        report.add(Measure.SIZE, ours * 1e6 / rows, limit * 1e6 / rows);
    }

    private double size(String schemas) throws SQLException {
        try (Connection connection = home.connect(); Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(SIZE.formatted(schemas))) {
            found.next();
            return found.getDouble(1);
        }
    }
}
