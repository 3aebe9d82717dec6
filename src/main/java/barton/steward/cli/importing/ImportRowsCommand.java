package barton.steward.cli.importing;

import barton.steward.catalog.Entity;
import barton.steward.cli.support.Answer;
import barton.steward.model.intake.BatchUse;
import barton.steward.model.intake.ImportCheck;
import barton.steward.model.intake.ImportPlan;
import barton.steward.model.intake.ImportPreview;
import barton.steward.model.intake.ImportReport;
import barton.steward.model.intake.Repeats;
import barton.steward.service.Session;
import barton.steward.service.intake.ChosenMapping;
import barton.steward.service.intake.IntakeImport;
import barton.steward.service.intake.Mappings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Takes rows from a file into intake as a batch.
abstract class ImportRowsCommand implements Callable<Integer> {
    @ParentCommand
    private ImportCommand parent;

    @Parameters(paramLabel = "FILE", description = "The file: CSV or TSV, an Excel workbook (.xlsx), JSON or JSON Lines.")
    private Path file;

    @Option(names = "--batch", paramLabel = "ID", required = true, description = "The batch, for example 20251024-WV-BATCH1.")
    private String batch;

    @Option(names = "--state", paramLabel = "STATE", defaultValue = "", description = "The state of rows that name none, for example WV.")
    private String state;

    @Option(names = "--map", paramLabel = "COLUMN=HEADER,…", converter = ColumnMap.Converter.class,
            description = "Which header fills a column of intake, where it is not recognised: Company=Security,Industry=\"GICS Sector\". A"
                    + " column is called as in the window, or as in the database.")
    private ColumnMap map = new ColumnMap(Map.of());

    @Option(names = "--accept-proposed", description = "Take headers that are not known for the columns that they seem to mean, too;"
            + " --dry-run names them.")
    private boolean acceptProposed;

    @Option(names = "--mapping", paramLabel = "NAME", description = "Take the headers for what they were taken for under this name.")
    private String mapping;

    @Option(names = "--save-mapping", paramLabel = "NAME", description = "Keep what the headers were taken for under this name.")
    private String saveMapping;

    @Mixin
    private ReadingOptions reading;

    @Option(names = "--ranges", paramLabel = "lower|empty", defaultValue = "lower", converter = Ranges.Converter.class,
            description = "What a range or a rounded number (11-50, 10,001+, 1k) gives to a column of numbers: its lower end, or nothing."
                    + " Default: ${DEFAULT-VALUE}.")
    private Ranges ranges;

    @Option(names = "--append", description = "Add the rows to a batch that exists; without it, such a batch is refused,"
            + " and so is a file that the batch has already.")
    private boolean append;

    @Option(names = "--again", description = "Add the rows once more, also where --append added those of the same file before.")
    private boolean again;

    @Option(names = "--all-or-nothing", description = "Take no row where one is refused.")
    private boolean allOrNothing;

    @Option(names = "--dry-run", description = "Only tell what would be taken, and how the file is read.")
    private boolean dryRun;

    private final Entity entity;

    ImportRowsCommand(Entity entity) {
        this.entity = entity;
    }

    @Override
    public Integer call() {
        return parent.steward().inSession(this::answer);
    }

    private Answer answer(Session session) {
        IntakeImport imports = session.imports(entity);
        ImportPreview preview = imports.preview(file, reading.options());
        ImportPlan plan = plan(session, preview);
        if (dryRun && !imports.namesRows(plan.mapping())) {
            return new ImportRowsAnswer(entity, preview, plan, acceptProposed, Repeats.NONE).nameless(entity);
        }
        ImportCheck check = imports.check(plan);
        var answer = new ImportRowsAnswer(entity, preview, plan, acceptProposed, check.repeats());
        if (dryRun) {
            return answer.of(check.report(), true);
        }
        ImportReport report = imports.run(plan);
        if (report.taken() > 0 && saveMapping != null) {
            session.mappings().save(entity, saveMapping, preview.header(), plan.mapping());
        }
        return answer.of(report, false);
    }

    private ImportPlan plan(Session session, ImportPreview preview) {
        Map<String, List<String>> known = mapping == null ? preview.mapping()
                : Mappings.within(preview.header(), session.mappings().named(entity, mapping).mapping());
        var said = new HashMap<String, String>();
        if (acceptProposed) {
            said.putAll(preview.proposed());
            said.values().removeAll(map.headers().values());
        }
        said.putAll(map.of(entity.intake()));
        return ImportPlan.of(file, preview, batch).mapping(ChosenMapping.of(preview.header(), known, said)).state(state)
                .lowerEnds(ranges == Ranges.LOWER).wholeOrNothing(allOrNothing)
                .use(again ? BatchUse.AGAIN : append ? BatchUse.APPEND : BatchUse.NEW);
    }
}
