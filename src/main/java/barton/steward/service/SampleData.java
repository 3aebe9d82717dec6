package barton.steward.service;

import barton.steward.model.ImportPlan;
import barton.steward.model.ImportReport;
import barton.steward.model.StewardException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

/// The sample that the program brings along: fictional companies of West Virginia, some of them faulty on purpose.
public final class SampleData {
    private static final String STATE = "WV";

    private final CompanyImport imports;

    public SampleData(CompanyImport imports) {
        this.imports = imports;
    }

    /// Takes the sample companies into intake as a batch of their own, as if they had been imported from a file.
    /// Where the reply was lost, the same request finds what was taken instead of taking it again.
    public ImportReport load(UUID request) {
        try {
            Path file = Files.createTempFile("companies-wv", ".csv");
            try (InputStream sample = SampleData.class.getResourceAsStream("/barton/steward/sample/companies-wv.csv")) {
                Files.copy(sample, file, StandardCopyOption.REPLACE_EXISTING);
                var preview = imports.preview(file, Optional.empty(), Optional.empty());
                return imports.run(new ImportPlan(file, preview.charset(), preview.delimiter(), imports.proposeBatch(STATE),
                        preview.mapping(), STATE, true), request);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new StewardException(StewardException.Kind.REFUSED, "The sample could not be unpacked; nothing was taken.",
                    "Check that there is space in the folder for temporary files.", e);
        }
    }
}
