package barton.steward.service;

import barton.steward.dao.ImportDao;
import barton.steward.model.CsvPreview;
import barton.steward.model.ImportPlan;
import barton.steward.model.ImportReport;
import barton.steward.model.ImportReport.Refusal;
import barton.steward.model.StewardException;
import barton.steward.model.UsState;
import barton.steward.model.Work;
import barton.steward.service.CompanyRows.Result.Refused;
import barton.steward.service.CompanyRows.Result.Taken;
import barton.steward.service.csv.CsvFile;
import barton.steward.service.csv.CsvRow;
import barton.steward.service.csv.CsvRows;
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

/// Takes companies from CSV files into intake.
public final class CompanyImport {
    private static final int SHOWN_ROWS = 20;
    private static final int LONGEST_BATCH = 200;
    private static final int PROGRESS_EVERY = 2_000;

    private final ImportDao dao;

    public CompanyImport(ImportDao dao) {
        this.dao = dao;
    }

    /// Reads the beginning of the file. Without a charset it is UTF-8 (or what its byte order mark says), strictly; without a
    /// delimiter the one that fits the first lines best.
    /// @throws barton.steward.model.StewardException of kind REFUSED where the file cannot be read, or not in that charset
    public CsvPreview preview(Path file, Optional<Charset> charset, Optional<Character> delimiter) {
        CsvFile csv = CsvFile.recognise(file, charset, delimiter, CompanyColumns::known);
        try (CsvRows rows = csv.open()) {
            var first = new ArrayList<List<String>>();
            for (CsvRow row = rows.next(); row != null && first.size() < SHOWN_ROWS; row = rows.next()) {
                first.add(List.copyOf(row.cells()));
            }
            return new CsvPreview(csv.charset(), csv.delimiter(), rows.header(), List.copyOf(first),
                    CompanyColumns.recognise(rows.header()));
        }
    }

    /// A free batch id for companies of a state (blank: of several), like `20251024-WV-BATCH1`.
    public String proposeBatch(String state) {
        String place = state.isBlank() ? "US" : known(state).name();
        String start = LocalDate.now().format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + place + "-BATCH";
        return IntStream.iterate(1, n -> n + 1).mapToObj(n -> start + n).filter(batch -> !dao.batchInUse(batch)).findFirst().orElseThrow();
    }

    /// Takes the file in, in one transaction; cancelled or failed, nothing is in intake.
    /// @throws StewardException of kind REFUSED where batch, state, mapping or file are not usable
    public ImportReport run(ImportPlan plan) {
        return run(plan, UUID.randomUUID());
    }

    /// The same; where the reply was lost, the same request finds what was taken instead of taking it again.
    public ImportReport run(ImportPlan plan, UUID request) {
        return run(plan, request, Optional.empty());
    }

    /// The same with people in the same transaction, where there are any.
    ImportReport run(ImportPlan plan, UUID request, Optional<ImportDao.People> people) {
        if (plan.batch().isBlank() || plan.batch().length() > LONGEST_BATCH) {
            throw StewardException.refused("The import needs a batch id of at most %d characters; nothing was taken."
                    .formatted(LONGEST_BATCH), "Name one, for example 20251024-WV-BATCH1.");
        }
        Optional<UsState> state = plan.state().isBlank() ? Optional.empty() : Optional.of(known(plan.state()));
        CsvFile csv = CsvFile.of(plan.file(), plan.charset(), plan.delimiter());
        CompanyRows rows;
        try (CsvRows file = csv.open()) {
            var places = CompanyColumns.places(file.header(), plan.mapping());
            rows = new CompanyRows(file.header(), places, dao.longest(), plan.batch(), state);
        }
        return new Pass(csv, rows, plan, request, people).run();
    }

    private static UsState known(String state) {
        return UsState.of(state).orElseThrow(() -> StewardException.refused(
                "“%s” is not a state of the US; nothing was taken.".formatted(state),
                "Give its abbreviation or name, like WV or West Virginia."));
    }

    /// One run through a file; it begins anew where the transaction does.
    private final class Pass {
        private final CsvFile csv;
        private final CompanyRows rows;
        private final ImportPlan plan;
        private final UUID request;
        private final Optional<ImportDao.People> people;
        private final List<Refusal> refusals = new ArrayList<>();
        private long refused;
        private long noted;
        private boolean read;
        private boolean givenUp;

        private Pass(CsvFile csv, CompanyRows rows, ImportPlan plan, UUID request, Optional<ImportDao.People> people) {
            this.csv = csv;
            this.rows = rows;
            this.plan = plan;
            this.request = request;
            this.people = people;
        }

        private ImportReport run() {
            try {
                ImportDao.Taken taken = people.map(p -> dao.copy(rows.columns(), plan.batch(), request, this::produce, p))
                        .orElseGet(() -> dao.copy(rows.columns(), plan.batch(), request, this::produce));
                if (!read) {
                    produce(row -> { });
                }
                return new ImportReport(taken.batch(), taken.rows(), refused, noted, List.copyOf(refusals));
            } catch (StewardException e) {
                if (givenUp) {
                    return new ImportReport(plan.batch(), 0, refused, 0, List.copyOf(refusals));
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
                    take(row, sink);
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

        private void take(CsvRow row, Consumer<String[]> sink) {
            switch (rows.convert(row)) {
                case Taken(String[] values, boolean hasNote) -> {
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
