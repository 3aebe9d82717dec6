package barton.steward.service.intake;

import barton.steward.model.StewardException;
import barton.steward.model.file.FileOptions;
import barton.steward.model.intake.ImportPlan;
import barton.steward.model.intake.ImportReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Function;

/// The sample that the program brings along: fictional companies of West Virginia, some of them faulty on purpose, and people who
/// work there.
public final class SampleData {
    private static final String STATE = "WV";

    private final IntakeImport companies;
    private final IntakeImport people;

    public SampleData(IntakeImport companies, IntakeImport people) {
        this.companies = companies;
        this.people = people;
    }

    /// Takes the sample companies into intake as a batch of their own, as if they had been imported from a file, and their people
    /// into people intake under the same batch id: all of them, or, where that fails or is cancelled, none.
    /// Where the reply was lost, the same request finds what was taken instead of taking it again.
    /// @return of the companies
    public ImportReport load(UUID request) {
        return unpacked("companies-wv.csv", ofCompanies -> unpacked("people-wv.csv", ofPeople -> {
            String batch = companies.proposeBatch(STATE);
            return companies.run(plan(companies, ofCompanies, batch), request, people, plan(people, ofPeople, batch));
        }));
    }

    private static ImportPlan plan(IntakeImport imports, Path file, String batch) {
        return ImportPlan.of(file, imports.preview(file, FileOptions.NONE), batch).state(STATE).wholeOrNothing(true);
    }

    private static <T> T unpacked(String name, Function<Path, T> work) {
        try {
            Path folder = Files.createTempDirectory("sample");
            Path file = folder.resolve(name);
            try (InputStream sample = SampleData.class.getResourceAsStream("/barton/steward/sample/" + name)) {
                Files.copy(sample, file);
                return work.apply(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new StewardException(StewardException.Kind.REFUSED, "The sample could not be unpacked; nothing was taken.",
                    "Check that there is space in the folder for temporary files.", e);
        }
    }
}
