package barton.steward.service.intake;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.dao.intake.FileTally;
import barton.steward.dao.intake.ImportDao;
import barton.steward.dao.intake.SourceFile;
import barton.steward.model.StewardException;
import barton.steward.model.Work;
import barton.steward.model.intake.BatchContent;
import barton.steward.model.intake.CsvPreview;
import barton.steward.model.intake.EarlierImport;
import barton.steward.model.intake.ImportPlan;
import barton.steward.model.intake.ImportReport;
import barton.steward.model.intake.ImportReport.Refusal;
import barton.steward.model.intake.UsState;
import barton.steward.service.csv.CsvFile;
import barton.steward.service.csv.CsvRow;
import barton.steward.service.csv.CsvRows;
import barton.steward.service.csv.TextFile;
import barton.steward.service.intake.IntakeRows.Result.Converted;
import barton.steward.service.intake.IntakeRows.Result.Refused;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Takes companies, or people, from CSV files into intake.
public final class CsvImport {
    private static final int SHOWN_ROWS = 20;
    private static final int LONGEST_BATCH = 200;
    private static final int PROGRESS_EVERY = 2_000;

    private final ImportDao dao;
    private final IntakeColumns columns;
    private final String executor;

    public CsvImport(Entity entity, ImportDao dao, String executor) {
        this.dao = dao;
        this.columns = new IntakeColumns(entity);
        this.executor = executor;
    }

    /// Where the rows go.
    public Table table() {
        return columns.entity().intake();
    }

    /// The columns of which at least one must be filled, because they say what the rows are called.
    public List<String> names() {
        return columns.names().stream().map(Field::name).toList();
    }

    /// Reads the beginning of the file. Without a charset it is UTF-8 (or what its byte order mark says), strictly; without a
    /// delimiter the one that fits the first lines best.
    /// @throws barton.steward.model.StewardException of kind REFUSED where the file cannot be read, or not in that charset
    public CsvPreview preview(Path file, Optional<Charset> charset, Optional<Character> delimiter) {
        CsvFile csv = CsvFile.recognise(file, charset, delimiter, columns::known);
        try (CsvRows rows = csv.open()) {
            var first = new ArrayList<List<String>>();
            for (CsvRow row = rows.next(); row != null && first.size() < SHOWN_ROWS; row = rows.next()) {
                first.add(List.copyOf(row.cells()));
            }
            return new CsvPreview(csv.charset(), csv.delimiter(), rows.header(), List.copyOf(first),
                    columns.recognise(rows.header()));
        }
    }

    /// A free batch id for rows of a state (blank: of several), like `20251024-WV-BATCH1`.
    public String proposeBatch(String state) {
        String place = state.isBlank() ? "US" : known(state).name();
        String start = LocalDate.now().format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + place + "-BATCH";
        return IntStream.iterate(1, n -> n + 1).mapToObj(n -> start + n).filter(batch -> !dao.batchInUse(batch)).findFirst().orElseThrow();
    }

    /// Where the rows of a batch are.
    public BatchContent content(String batch) {
        return dao.content(table(), batch);
    }

    /// Which imports took a file that says the same to the last byte, whatever it was called, the latest first.
    /// @throws StewardException of kind REFUSED where the file cannot be read
    public List<EarlierImport> earlier(Path file) {
        return dao.earlier(table(), TextFile.of(file, Optional.empty()).sha256());
    }

    /// Takes the file in, in one transaction; cancelled or failed, nothing is in intake.
    /// @throws StewardException of kind REFUSED where batch, state, mapping or file are not usable, or the batch holds what the plan
    /// does not allow for
    public ImportReport run(ImportPlan plan) {
        return run(plan, UUID.randomUUID());
    }

    /// The same; where the reply was lost, the same request finds what was taken instead of taking it again.
    public ImportReport run(ImportPlan plan, UUID request) {
        return begin(plan).run(request, List.of());
    }

    /// The same with rows of another kind in the same transaction, of which the report says nothing.
    ImportReport run(ImportPlan plan, UUID request, CsvImport also, ImportPlan alsoPlan) {
        return begin(plan).run(request, List.of(also.begin(alsoPlan).part()));
    }

    private Pass begin(ImportPlan plan) {
        if (plan.batch().isBlank() || plan.batch().length() > LONGEST_BATCH) {
            throw StewardException.refused("The import needs a batch id of at most %d characters; nothing was taken."
                    .formatted(LONGEST_BATCH), "Name one, for example 20251024-WV-BATCH1.");
        }
        Optional<UsState> state = plan.state().isBlank() ? Optional.empty() : Optional.of(known(plan.state()));
        CsvFile csv = CsvFile.of(plan.file(), plan.charset(), plan.delimiter());
        try (CsvRows file = csv.open()) {
            var places = columns.places(file.header(), plan.mapping());
            return new Pass(csv, new IntakeRows(columns.entity(), file.header(), places, dao.longest(table()), plan.batch(), state), plan);
        }
    }

    private static UsState known(String state) {
        return UsState.of(state).orElseThrow(() -> StewardException.refused(
                "“%s” is not a state of the US; nothing was taken.".formatted(state),
                "Give its abbreviation or name, like WV or West Virginia."));
    }

    /// One run through a file; it begins anew where the transaction does.
    private final class Pass {
        private final CsvFile csv;
        private final SourceFile from;
        private final IntakeRows rows;
        private final ImportPlan plan;
        private final List<Refusal> refusals = new ArrayList<>();
        private long refused;
        private long noted;
        private boolean read;
        private boolean givenUp;

        private Pass(CsvFile csv, IntakeRows rows, ImportPlan plan) {
            this.csv = csv;
            this.from = new SourceFile(csv.name(), csv.sha256());
            this.rows = rows;
            this.plan = plan;
        }

        private ImportDao.Part part() {
            return new ImportDao.Part(table(), rows.columns(), from, this::produce,
                    () -> new FileTally(plan.mapping(), refused, noted));
        }

        private ImportReport run(UUID request, List<ImportDao.Part> others) {
            try {
                var parts = Stream.concat(Stream.of(part()), others.stream()).toList();
                ImportDao.Imported taken = dao.copy(plan.batch(), plan.use(), executor, request, parts);
                if (!read) {
                    produce(row -> { });
                }
                return new ImportReport(taken.batch(), taken.rows(), refused, noted, List.copyOf(refusals), taken.action());
            } catch (StewardException e) {
                if (givenUp) {
                    return new ImportReport(plan.batch(), 0, refused, 0, List.copyOf(refusals), null);
                }
                throw e;
            }
        }

        private void produce(Consumer<String[]> sink) {
            read = true;
            refusals.clear();
            refused = 0;
            noted = 0;
            try (CsvRows file = csv.open()) {
                long done = 0;
                for (CsvRow row = file.next(); row != null; row = file.next()) {
                    accept(row, sink);
                    if (++done % PROGRESS_EVERY == 0) {
                        Work.progress(done);
                    }
                }
                Work.progress(done);
            }
            if (plan.wholeOrNothing() && refused > 0) {
                givenUp = true;
                throw StewardException.refused("Rows were refused; nothing was taken.", "");
            }
        }

        private void accept(CsvRow row, Consumer<String[]> sink) {
            switch (rows.convert(row)) {
                case Converted(String[] values, boolean hasNote) -> {
                    sink.accept(values);
                    noted += hasNote ? 1 : 0;
                }
                case Refused(Refusal why) -> {
                    refused++;
                    if (refusals.size() < ImportReport.MOST_REFUSALS) {
                        refusals.add(why);
                    }
                }
            }
        }
    }
}
