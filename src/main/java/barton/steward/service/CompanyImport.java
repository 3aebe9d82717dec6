package barton.steward.service;

import barton.steward.dao.ImportDao;
import barton.steward.model.CsvPreview;
import barton.steward.model.ImportPlan;
import barton.steward.model.ImportReport;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;

/// Takes companies from CSV files into intake.
public final class CompanyImport {
    private final ImportDao dao;

    public CompanyImport(ImportDao dao) {
        this.dao = dao;
    }

    /// Reads the beginning of the file. Without a charset it is UTF-8 (or what its byte order mark says), strictly; without a
    /// delimiter the one that fits the first lines best.
    /// @throws barton.steward.model.StewardException of kind REFUSED where the file cannot be read, or not in that charset
    public CsvPreview preview(Path file, Optional<Charset> charset, Optional<Character> delimiter) {
        throw new UnsupportedOperationException();
    }

    /// A free batch id for companies of a state (blank: of several), like `20251024-WV-BATCH1`.
    public String proposeBatch(String state) {
        throw new UnsupportedOperationException();
    }

    /// Takes the file in, in one transaction; cancelled or failed, nothing is in intake.
    public ImportReport run(ImportPlan plan) {
        throw new UnsupportedOperationException(dao.toString());
    }
}
