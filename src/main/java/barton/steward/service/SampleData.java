package barton.steward.service;

import barton.steward.dao.ImportDao;
import barton.steward.model.ImportPlan;
import barton.steward.model.ImportReport;
import barton.steward.model.StewardException;
import barton.steward.service.csv.CsvFile;
import barton.steward.service.csv.CsvRow;
import barton.steward.service.csv.CsvRows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// The sample that the program brings along: fictional companies of West Virginia, some of them faulty on purpose, and people who
/// work there.
public final class SampleData {
    private static final String STATE = "WV";
    /// Where the cells of the people's file go, in their order.
    private static final List<String> PEOPLE = List.of("first_name", "last_name", "title", "seniority", "department", "company_name",
            "email", "work_phone", "personal_phone", "linkedin_url", "city", "state", "country", "source_system", "import_batch_id");
    private static final String SOURCE = "sample";

    private final CompanyImport imports;

    public SampleData(CompanyImport imports) {
        this.imports = imports;
    }

    /// Takes the sample companies into intake as a batch of their own, as if they had been imported from a file, and their people
    /// into people intake under the same batch id: all of them, or, where that fails or is cancelled, none.
    /// Where the reply was lost, the same request finds what was taken instead of taking it again.
    /// @return of the companies
    public ImportReport load(UUID request) {
        return unpacked("companies-wv.csv", companies -> unpacked("people-wv.csv", people -> {
            var preview = imports.preview(companies, Optional.empty(), Optional.empty());
            String batch = imports.proposeBatch(STATE);
            return imports.run(new ImportPlan(companies, preview.charset(), preview.delimiter(), batch, preview.mapping(), STATE, true),
                    request, Optional.of(new ImportDao.People(PEOPLE,
                            sink -> people(CsvFile.of(people, StandardCharsets.UTF_8, ','), batch, sink))));
        }));
    }

    private static void people(CsvFile file, String batch, Consumer<String[]> sink) {
        try (CsvRows rows = file.open()) {
            for (CsvRow row = rows.next(); row != null; row = rows.next()) {
                Stream<String> cells = row.cells().stream().map(cell -> cell.isBlank() ? null : cell);
                sink.accept(Stream.concat(cells, Stream.of(SOURCE, batch)).toArray(String[]::new));
            }
        }
    }

    private static <T> T unpacked(String name, Function<Path, T> work) {
        try {
            Path file = Files.createTempFile("sample", ".csv");
            try (InputStream sample = SampleData.class.getResourceAsStream("/barton/steward/sample/" + name)) {
                Files.copy(sample, file, StandardCopyOption.REPLACE_EXISTING);
                return work.apply(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new StewardException(StewardException.Kind.REFUSED, "The sample could not be unpacked; nothing was taken.",
                    "Check that there is space in the folder for temporary files.", e);
        }
    }
}
