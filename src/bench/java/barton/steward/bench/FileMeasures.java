package barton.steward.bench;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.model.file.FileOptions;
import barton.steward.model.intake.BatchUse;
import barton.steward.model.intake.ImportPlan;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.service.Session;
import barton.steward.service.intake.IntakeImport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/// Import and export of CSV files, against COPY of the same file and of the same rows.
final class FileMeasures {
    private static final String BATCH = "20251122-US-BATCH1";
    private static final long ROWS = 100_000;
    private static final int ROUNDS = 5;
    /// What the table itself has; the status is computed.
    private static final List<Field> FIELDS = Table.INTAKE.fields().stream().filter(f -> !f.equals(IntakeFields.STATUS)).toList();

    private final BenchHome home;
    private final Session session;
    private final BenchData data;
    private final Report report;

    FileMeasures(BenchHome home, BenchData data, Report report) {
        this.home = home;
        this.session = home.session();
        this.data = data;
        this.report = report;
    }

    void judgedExport() throws Exception {
        Path file = home.file("export.csv");
        Timing.Medians medians = Timing.turns(ROUNDS + 2, () -> Files.deleteIfExists(file), () -> export(ROWS, file),
                () -> copyOut(ROWS, file));
        report.add(Measure.EXPORT, medians.ours(), medians.limit());
        Files.deleteIfExists(file);
    }

    /// The status, too, which the table has not, of rows that rules have looked at.
    void exportAfterRules(long rows) throws Exception {
        Path file = home.file("checked.csv");
        Timing.Medians medians = Timing.turns(ROUNDS, () -> Files.deleteIfExists(file), () -> export(rows, file, Table.INTAKE.fields()
                .stream().filter(f -> FIELDS.contains(f) || f.equals(IntakeFields.STATUS)).toList()), () -> copyOut(rows, file));
        report.add(Measure.EXPORT_AFTER_RULES, medians.ours(), medians.limit());
        Files.deleteIfExists(file);
    }

    void judgedImport(long tableRows) throws Exception {
        Path file = home.file("import.csv");
        data.writeCsv(file, ROWS);
        Timing.Medians medians = Timing.turns(ROUNDS, () -> data.cut(BenchData.INTAKE, tableRows), () -> importFile(file, ROWS),
                () -> copyIn(BenchData.INTAKE, file, ROWS));
        report.add(Measure.IMPORT, medians.ours(), medians.limit());
        var plain = new PlainTables(home);
        data.cut(BenchData.INTAKE, tableRows);
        plain.makeIntake();
        Timing.Medians bare = Timing.turns(ROUNDS, () -> {
            data.cut(BenchData.INTAKE, tableRows);
            data.cut(PlainTables.INTAKE, tableRows);
        }, () -> importFile(file, ROWS), () -> copyIn(PlainTables.INTAKE, file, ROWS));
        report.add(Measure.IMPORT_PLAIN, bare.ours(), bare.limit());
        plain.drop();
        data.cut(BenchData.INTAKE, tableRows);
    }

    /// How both grow: as many rows as the table has, once.
    void grows(long rows) throws Exception {
        Path file = home.file("growth.csv");
        report.grows("export all rows", rows, Timing.time(() -> { }, () -> export(rows, file)));
        data.writeCsv(file, rows);
        report.grows("import as many rows again", rows, Timing.time(() -> home.settle(BenchData.INTAKE), () -> importFile(file, rows)));
        Files.delete(file);
    }

    private void export(long rows, Path file) {
        export(rows, file, FIELDS);
    }

    private void export(long rows, Path file, List<Field> fields) {
        long written = session.exports().toCsv(Selection.all(Query.all(Table.INTAKE)
                .where(new Condition(IntakeFields.ID, Condition.Op.AT_MOST, rows))), fields, file, true);
        if (written != rows) {
            throw new IllegalStateException(written + " rows were exported");
        }
    }

    private void copyOut(long rows, Path file) throws SQLException, IOException {
        String columns = FIELDS.stream().map(Field::name).collect(Collectors.joining(", "));
        try (Connection connection = home.connect(); OutputStream out = Files.newOutputStream(file)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY (SELECT " + columns + " FROM " + BenchData.INTAKE
                    + " WHERE id <= " + rows + " ORDER BY id) TO STDOUT WITH (FORMAT csv, HEADER)", out);
        }
    }

    private void importFile(Path file, long rows) {
        IntakeImport companies = session.imports(Entity.COMPANY);
        var preview = companies.preview(file, FileOptions.NONE);
        var report = companies.run(ImportPlan.of(file, preview, BATCH).use(BatchUse.AGAIN));
        if (report.taken() != rows) {
            throw new IllegalStateException("not imported as a whole: " + report);
        }
    }

    private void copyIn(String table, Path file, long rows) throws SQLException, IOException {
        try (Connection connection = home.connect(); InputStream in = Files.newInputStream(file)) {
            connection.createStatement().execute("SET session_replication_role = replica");
            String header = Files.lines(file).findFirst().orElseThrow();
            long taken = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(
                    "COPY " + table + " (" + header + ") FROM STDIN WITH (FORMAT csv, HEADER)", in, 65_536);
            if (taken != rows) {
                throw new IllegalStateException(taken + " rows were copied");
            }
        }
    }
}
