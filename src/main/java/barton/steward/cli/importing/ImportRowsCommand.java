package barton.steward.cli.importing;

import barton.steward.catalog.Entity;
import barton.steward.cli.support.Answer;
import barton.steward.model.Counted;
import barton.steward.model.intake.BatchUse;
import barton.steward.model.intake.ImportPlan;
import barton.steward.model.intake.ImportReport;
import barton.steward.service.intake.CsvImport;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Takes rows from a CSV file into intake as a batch.
abstract class ImportRowsCommand implements Callable<Integer> {
    private static final int SHOWN_REFUSALS = 20;

    @ParentCommand
    private ImportCommand parent;

    @Parameters(paramLabel = "FILE", description = "The CSV file.")
    private Path file;

    @Option(names = "--batch", paramLabel = "ID", required = true, description = "The batch, for example 20251024-WV-BATCH1.")
    private String batch;

    @Option(names = "--state", paramLabel = "STATE", defaultValue = "", description = "The state of rows that name none, for example WV.")
    private String state;

    @Option(names = "--map", paramLabel = "COLUMN=HEADER,…", converter = ColumnMap.Converter.class,
            description = "Which header fills a column of intake, where it is not recognised: company=Security,industry=\"GICS Sector\".")
    private ColumnMap map = new ColumnMap(Map.of());

    @Option(names = "--encoding", paramLabel = "NAME", description = "The file's encoding. Default: UTF-8.")
    private Charset encoding;

    @Option(names = "--delimiter", paramLabel = "CHAR", converter = Delimiter.class,
            description = "What stands between the cells: a character or the word tab. Default: the one that fits.")
    private Character delimiter;

    @Option(names = "--append", description = "Add the rows to a batch that exists; without it, such a batch is refused,"
            + " and so is a file that the batch has already.")
    private boolean append;

    @Option(names = "--again", description = "Add the rows once more, also where --append added those of the same file before.")
    private boolean again;

    @Option(names = "--all-or-nothing", description = "Take no row where one is refused.")
    private boolean allOrNothing;

    private final Entity entity;

    ImportRowsCommand(Entity entity) {
        this.entity = entity;
    }

    @Override
    public Integer call() {
        return parent.steward().inSession(session -> answer(session.imports(entity).run(plan(session.imports(entity)))));
    }

    private ImportPlan plan(CsvImport imports) {
        var preview = imports.preview(file, Optional.ofNullable(encoding), Optional.ofNullable(delimiter));
        var mapping = new HashMap<>(preview.mapping());
        mapping.values().removeAll(map.headers().values());
        mapping.putAll(map.headers());
        return new ImportPlan(file, preview.charset(), preview.delimiter(), batch, mapping, state, allOrNothing, use());
    }

    private BatchUse use() {
        return again ? BatchUse.AGAIN : append ? BatchUse.APPEND : BatchUse.NEW;
    }

    private static Answer answer(ImportReport report) {
        var summary = new Summary(report.batch(), report.taken(), report.refused(), report.noted(), report.action());
        String text = "%s taken into batch %s, %d of them with a note; %d refused%s."
                .formatted(Counted.rows(report.taken()), report.batch(), report.noted(), report.refused(),
                        report.action() == null ? "" : " (action " + report.action() + ")");
        return report.refused() == 0 ? Answer.done(summary, text) : Answer.wrong(summary, text, complaints(report));
    }

    private static List<String> complaints(ImportReport report) {
        var complaints = new ArrayList<String>();
        report.refusals().stream().limit(SHOWN_REFUSALS).forEach(r -> complaints.add("Line %d%s: %s"
                .formatted(r.line(), r.column().isBlank() ? "" : ", " + r.column(), r.reason())));
        if (report.refused() > complaints.size()) {
            complaints.add("… and %d more.".formatted(report.refused() - complaints.size()));
        }
        return complaints;
    }

    private record Summary(String batch, long taken, long refused, long noted, Long action) {
    }
}
