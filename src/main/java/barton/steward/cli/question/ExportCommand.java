package barton.steward.cli.question;

import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.cli.support.Answer;
import barton.steward.cli.support.FieldName;
import barton.steward.cli.support.StatusName;
import barton.steward.cli.support.StewardCommand;
import barton.steward.cli.support.TableName;
import barton.steward.model.Counted;
import barton.steward.model.StewardException;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.service.export.ExportFormat;
import barton.steward.service.export.ExportPlan;
import barton.steward.service.export.ExportResult;
import barton.steward.service.export.TableExport;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Writes a table, or what a filter finds in it, into a file.
@Command(name = "export", description = "Write the rows of a table that meet every condition into a file: CSV, .xlsx or JSON Lines.")
public final class ExportCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TABLE", converter = TableName.class, completionCandidates = TableName.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private Table table;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file to write; it appears only when it is whole.")
    private Path out;

    @Option(names = "--batch", paramLabel = "ID", description = "Only rows of this batch.")
    private String batch;

    @Option(names = "--status", paramLabel = "STATUS", converter = StatusName.class, completionCandidates = StatusName.class,
            description = "Only rows of intake with this status, one of ${COMPLETION-CANDIDATES}.")
    private String status;

    @Option(names = "--search", paramLabel = "TEXT", defaultValue = "",
            description = "Only rows with this text in one of the searched fields.")
    private String search;

    @Option(names = "--format", paramLabel = "KIND", converter = FormatName.class, completionCandidates = FormatName.class,
            description = "One of ${COMPLETION-CANDIDATES}. Default: what the file's name ends with, else csv.")
    private ExportFormat format;

    @Option(names = "--columns", paramLabel = "COLUMN,…", split = ",", description = "Which columns, in this order. Default: all.")
    private List<String> columns;

    @Option(names = "--spreadsheet-safe", description = "Put an apostrophe before cells of a CSV file that a spreadsheet would take for"
            + " a formula. An import takes it away again.")
    private boolean spreadsheetSafe;

    @Option(names = "--bom", description = "Begin a CSV file with a byte order mark, by which spreadsheets know that it is UTF-8.")
    private boolean byteOrderMark;

    @Option(names = "--for-editing", description = "With what `update` needs when the file comes back: the key of the rows, and"
            + " steward_version, which tells whether they were changed meanwhile.")
    private boolean forEditing;

    @Option(names = "--kept", paramLabel = "HEADER", description = "Also this column of the files that had no place in intake, behind the"
            + " others; may be said several times.")
    private List<String> kept = List.of();

    @Option(names = "--all-kept", description = "Also all columns of the files that had no place in intake.")
    private boolean allKept;

    @Option(names = "--with-suppressed", description = "Also people whom nobody contacts, who are left out otherwise; `suppress` lists"
            + " them.")
    private boolean withSuppressed;

    @Override
    public Integer call() {
        Query ofBatch = where(Query.all(table), "import_batch_id", batch, "--batch");
        var selection = Selection.all(where(ofBatch.searching(search), "status", status, "--status"));
        ExportPlan plan = plan(selection);
        return steward.inSession(session -> {
            // An unknown batch is more likely a slip than a wish for a file without rows in place of the one that is there.
            if (batch != null && session.tables().count(Selection.all(ofBatch)) == 0) {
                throw StewardException.refused(
                        "%s has no row of the batch “%s”; nothing was written.".formatted(TableName.spoken(table), batch),
                        "`steward status` lists the batches.");
            }
            ExportPlan asked = plan.kept(kept(session.exports(), selection));
            long leftOut = withSuppressed ? 0 : session.exports().suppressed(asked);
            ExportResult done = session.exports().write(allowed(forEditing ? asked.forEditing() : asked));
            String cut = done.cut() == 0 ? "" : " %s more than the 32,767 characters that a cell holds, and lost their end."
                    .formatted(Counted.of(done.cut(), "text has", "texts have"));
            String left = leftOut == 0 ? "" : " %s nobody contacts left out; --with-suppressed takes them."
                    .formatted(Counted.of(leftOut, "person whom", "people whom"));
            return Answer.done(new Written(table.qualifiedName(), out.toString(), done.rows(), done.cut(), leftOut),
                    "%s of %s written to %s.".formatted(Counted.rows(done.rows()), TableName.of(table).replace('-', ' '), out)
                            + cut + left);
        });
    }

    private ExportPlan allowed(ExportPlan plan) {
        return withSuppressed ? plan : plan.withoutSuppressed();
    }

    private ExportPlan plan(Selection selection) {
        var plan = ExportPlan.of(selection, columns == null ? table.fields() : columns.stream().map(this::column).toList(), out)
                .safe(spreadsheetSafe).marked(byteOrderMark).about(filter());
        return format == null ? plan : plan.as(format);
    }

    private List<String> kept(TableExport exports, Selection selection) {
        if (!allKept && kept.isEmpty()) {
            return List.of();
        }
        List<String> there = exports.kept(selection);
        kept.stream().filter(header -> !there.contains(header)).findFirst().ifPresent(header -> {
            throw StewardException.refused("No file of these rows has kept a column “%s”; nothing was written.".formatted(header),
                    there.isEmpty() ? "Nothing is kept of them." : "There is " + String.join(", ", there) + ".");
        });
        return allKept ? there : List.copyOf(new LinkedHashSet<>(kept));
    }

    private Field column(String name) {
        return FieldName.any(spec, table, "--columns", name);
    }

    private String filter() {
        return Stream.of(said("batch", batch), said("status", status), said("search", search.isBlank() ? null : search))
                .filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    private static String said(String what, String value) {
        return value == null ? null : what + " " + value;
    }

    private Query where(Query query, String name, String value, String option) {
        if (value == null) {
            return query;
        }
        Field field = table.field(name).orElseThrow(() ->
                new ParameterException(spec.commandLine(), TableName.spoken(table) + " knows no " + option));
        return query.where(Condition.is(field, value));
    }

    private record Written(String table, String file, long rows, long cut, long suppressed) {
    }
}
