package barton.steward.service.intake;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.dao.intake.FileTally;
import barton.steward.dao.intake.ImportDao;
import barton.steward.dao.intake.SourceFile;
import barton.steward.model.StewardException;
import barton.steward.model.Work;
import barton.steward.model.file.FileOptions;
import barton.steward.model.file.FilePreview;
import barton.steward.model.intake.BatchContent;
import barton.steward.model.intake.EarlierImport;
import barton.steward.model.intake.FileColumn;
import barton.steward.model.intake.ImportCheck;
import barton.steward.model.intake.ImportPlan;
import barton.steward.model.intake.ImportPreview;
import barton.steward.model.intake.ImportReport;
import barton.steward.model.intake.ImportReport.PassedOver;
import barton.steward.model.intake.ImportReport.Refusal;
import barton.steward.model.intake.Repeats;
import barton.steward.model.intake.UsState;
import barton.steward.service.file.FileRow;
import barton.steward.service.file.TableFile;
import barton.steward.service.file.TableRows;
import barton.steward.service.file.TextFile;
import barton.steward.service.intake.IntakeRows.Result.Converted;
import barton.steward.service.intake.IntakeRows.Result.Empty;
import barton.steward.service.intake.IntakeRows.Result.Refused;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Takes companies, or people, from files into intake.
public final class IntakeImport {
    private static final int SHOWN_ROWS = 20;
    /// Of so many rows at the beginning of a file a preview counts which columns are filled.
    public static final int COUNTED_ROWS = 2_000;
    private static final int LONGEST_BATCH = 200;
    private static final int PROGRESS_EVERY = 100;

    private final ImportDao dao;
    private final IntakeColumns columns;
    private final String executor;

    public IntakeImport(Entity entity, ImportDao dao, String executor) {
        this.dao = dao;
        this.columns = new IntakeColumns(entity);
        this.executor = executor;
    }

    public Entity entity() {
        return columns.entity();
    }

    /// Where the rows go.
    public Table table() {
        return columns.entity().intake();
    }

    /// The columns of which at least one must be filled, because they say what the rows are called.
    public List<String> names() {
        return columns.names().stream().map(Field::name).toList();
    }

    /// The file as a table, of which the usual headers are known; what the options do not say is found out.
    /// @throws barton.steward.model.StewardException of kind REFUSED where the file cannot be read
    public TableFile open(Path file, FileOptions options) {
        return TableFile.open(file, options, columns.headers()::known);
    }

    /// Reads the beginning of the file, and finds out what its headers mean.
    /// @throws barton.steward.model.StewardException of kind REFUSED where the file cannot be read
    public ImportPreview preview(Path file, FileOptions options) {
        TableFile table = open(file, options);
        List<String> header = table.format().header();
        var sample = new ArrayList<List<String>>();
        var counts = new ColumnCounts(header);
        try (TableRows rows = table.rows()) {
            for (FileRow row = rows.next(); row != null && sample.size() < COUNTED_ROWS; row = rows.next()) {
                if (row.fault().isEmpty()) {
                    sample.add(List.copyOf(row.cells()));
                    counts.add(row.cells());
                }
            }
        }
        List<FileColumn> counted = counts.columns();
        var claims = new HeaderClaims(columns.headers(), header, h -> counted.get(header.indexOf(h)).filled(),
                new CellLook(header, sample));
        var first = new FilePreview(table.format(), List.copyOf(sample.subList(0, Math.min(SHOWN_ROWS, sample.size()))));
        return new ImportPreview(first, claims.settled(), claims.proposed(), counted, sample.size());
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
        return dao.earlier(table(), TextFile.sha256(file));
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
    ImportReport run(ImportPlan plan, UUID request, IntakeImport also, ImportPlan alsoPlan) {
        return begin(plan).run(request, List.of(also.begin(alsoPlan).part()));
    }

    /// Whether a mapping says what the rows are called.
    public boolean namesRows(Map<String, List<String>> mapping) {
        return columns.names().stream().anyMatch(f -> mapping.containsKey(f.name()));
    }

    /// What taking the file would come to; nothing is written.
    public ImportCheck check(ImportPlan plan) {
        return begin(plan).look();
    }

    /// What the file of a row of intake has besides what fills its columns, by its headers.
    public Map<String, String> besides(long id) {
        return dao.besides(table(), id);
    }

    /// Prepares taking some rows of a file, of which it is said later which.
    Picked pick(ImportPlan plan) {
        return new Picked(begin(plan));
    }

    static final class Picked {
        private final Pass pass;

        private Picked(Pass pass) {
            this.pass = pass;
        }

        /// The rows at the lines that are set.
        ImportDao.Part part(BitSet lines) {
            pass.only = lines;
            return pass.part();
        }

        /// How it ended, with the rows that were refused.
        ImportReport report(ImportReport done) {
            return pass.report(done.batch(), done.taken(), done.action());
        }
    }

    private Pass begin(ImportPlan plan) {
        if (plan.batch().isBlank() || plan.batch().length() > LONGEST_BATCH) {
            throw StewardException.refused("The import needs a batch id of at most %d characters; nothing was taken."
                    .formatted(LONGEST_BATCH), "Name one, for example 20251024-WV-BATCH1.");
        }
        Optional<UsState> state = plan.state().isBlank() ? Optional.empty() : Optional.of(known(plan.state()));
        TableFile file = open(plan.file(), plan.reading());
        List<String> header = file.format().header();
        return new Pass(file, new IntakeRows(columns.entity(), header, columns.places(header, plan.mapping()), dao.longest(table()),
                plan.batch(), state, plan.lowerEnds(), dao.countries()), plan);
    }

    private static UsState known(String state) {
        return UsState.of(state).orElseThrow(() -> StewardException.refused(
                "“%s” is not a state of the US; nothing was taken.".formatted(state),
                "Give its abbreviation or name, like WV or West Virginia."));
    }

    /// One run through a file; it begins anew where the transaction does.
    private final class Pass {
        private final TableFile file;
        private final SourceFile from;
        private final IntakeRows rows;
        private final ImportPlan plan;
        private final ColumnCounts counts;
        private final boolean guarded;
        private final List<Refusal> refusals = new ArrayList<>();
        private long taken;
        private long refused;
        private long noted;
        private long empty;
        private long split;
        private PassedOver passedOver = PassedOver.NOTHING;
        private boolean read;
        private BitSet only;
        private boolean givenUp;

        private Pass(TableFile file, IntakeRows rows, ImportPlan plan) {
            this.file = file;
            this.from = new SourceFile(file.name(), file.sha256());
            this.rows = rows;
            this.plan = plan;
            this.counts = new ColumnCounts(file.format().header());
            this.guarded = Guards.stand(file);
        }

        private ImportDao.Part part() {
            return new ImportDao.Part(table(), rows.columns(), from, this::produce, !rows.left().isEmpty(),
                    () -> new FileTally(plan.mappingInWords(), refused, noted));
        }

        private ImportReport run(UUID request, List<ImportDao.Part> others) {
            try {
                var parts = Stream.concat(Stream.of(part()), others.stream()).toList();
                ImportDao.Imported done = dao.copy(plan.batch(), plan.use(), executor, request, parts);
                if (!read) {
                    produce(row -> { });
                }
                return report(done.batch(), done.rows(), done.action());
            } catch (StewardException e) {
                if (givenUp) {
                    return report(plan.batch(), 0, null);
                }
                throw e;
            }
        }

        private ImportReport report(String batch, long rowsTaken, Long action) {
            return new ImportReport(batch, rowsTaken, refused, givenUp ? 0 : noted, List.copyOf(refusals), action, passedOver);
        }

        private ImportCheck look() {
            List<Integer> places = columns.entity().identity().stream().map(f -> rows.columns().indexOf(f.name()))
                    .filter(i -> i >= 0).toList();
            List<String> known = places.stream().map(rows.columns()::get).toList();
            try {
                Repeats repeats = dao.repeats(table(), known, sink -> produce(row -> sink.accept(
                        places.stream().map(i -> row[i]).toArray(String[]::new))));
                return new ImportCheck(report(plan.batch(), taken, null), repeats);
            } catch (StewardException e) {
                if (givenUp) {
                    return new ImportCheck(report(plan.batch(), 0, null), Repeats.NONE);
                }
                throw e;
            }
        }

        private void produce(Consumer<String[]> sink) {
            read = true;
            refusals.clear();
            counts.clear();
            taken = 0;
            refused = 0;
            noted = 0;
            empty = 0;
            split = 0;
            try (TableRows table = file.rows()) {
                long done = 0;
                for (FileRow row = table.next(); row != null; row = table.next()) {
                    accept(row, sink);
                    if (++done % PROGRESS_EVERY == 0) {
                        Work.progress(done);
                    }
                }
                Work.progress(done);
                List<FileColumn> all = counts.columns();
                passedOver = new PassedOver(empty + table.emptyRows(), table.repeatedHeaders(), table.footer(), split,
                        rows.left().stream().map(all::get).filter(column -> column.filled() > 0).toList());
            }
            if (plan.wholeOrNothing() && refused > 0) {
                givenUp = true;
                throw StewardException.refused("Rows were refused; nothing was taken.", "");
            }
        }

        private String[] besides(Converted done) {
            String[] all = Arrays.copyOf(done.values(), done.values().length + 1);
            all[done.values().length] = done.left();
            return all;
        }

        private void accept(FileRow row, Consumer<String[]> sink) {
            if (only != null && !only.get((int) row.line())) {
                return;
            }
            switch (rows.convert(guarded ? Guards.taken(row) : row)) {
                case Converted done -> {
                    counts.add(row.cells());
                    sink.accept(rows.left().isEmpty() ? done.values() : besides(done));
                    taken++;
                    noted += done.noted() ? 1 : 0;
                    split += done.split() ? 1 : 0;
                }
                case Empty() -> empty++;
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
