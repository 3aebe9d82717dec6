package barton.steward.service.sidecar;

import barton.steward.catalog.CompanySidecarFields;
import barton.steward.catalog.Field;
import barton.steward.catalog.PeopleSidecarFields;
import barton.steward.catalog.Table;
import barton.steward.dao.intake.SourceFile;
import barton.steward.dao.sidecar.SidecarDao;
import barton.steward.model.StewardException;
import barton.steward.model.file.FileOptions;
import barton.steward.model.history.EditResult;
import barton.steward.model.intake.ImportSummary;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.service.file.FileRow;
import barton.steward.service.file.TableFile;
import barton.steward.service.file.TableRows;
import barton.steward.service.file.TextFile;
import barton.steward.service.intake.FileImport;
import barton.steward.service.json.JsonFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/// The sidecars of companies and people: edited one by one, set for many, or taken from a JSON or CSV file, whose key says of which
/// they are.
public final class Sidecars {
    private static final String RECORDS = "sidecars";

    private final SidecarDao dao;
    private final String executor;

    public Sidecars(SidecarDao dao, String executor) {
        this.dao = dao;
        this.executor = executor;
    }

    /// A sidecar as it is, or as it would be where there is none: with its key alone.
    public Row read(Table sidecars, String key) {
        return dao.read(sidecars, key);
    }

    /// Changes fields of a sidecar that was [#read], unless somebody else made or changed it meanwhile.
    public EditResult save(Row read, Map<Field, Object> changes) {
        return dao.save(read, changes, executor);
    }

    /// Sets the same values for all of the selected companies or people; look and announced as in [#importRecords].
    public ImportSummary set(Selection owners, Map<Field, Object> values, boolean look, OptionalLong announced, UUID request) {
        return dao.set(owners, values, look, announced, executor, request);
    }

    /// Takes the sidecars of a file.
    /// @param again whether a file that was taken already is written again
    /// @param look only tells what would be done
    /// @param announced how many sidecars would be written, as was told
    /// @throws StewardException of kind REFUSED where the file cannot be read, the number is another, or the file was taken already
    /// and would write over what was changed since
    public ImportSummary importRecords(Path file, boolean again, boolean look, OptionalLong announced, UUID request) {
        boolean json = JsonFile.looksLike(file);
        Table table = json ? ofJson(file) : ofCsv(file);
        var rows = new SidecarRows(table, dao.longest(table));
        var from = new SourceFile(file.getFileName().toString(), TextFile.sha256(file));
        return FileImport.of(taking -> {
            if (json) {
                new JsonFile(file, RECORDS).each((record, line) -> rows.read(record, line, taking));
            } else {
                csv(file, rows, taking);
            }
        }, records -> dao.importRecords(table, from, again, records, look, announced, executor, request));
    }

    private static Table ofJson(Path file) {
        var first = new AtomicReference<Optional<Table>>();
        new JsonFile(file, RECORDS).each((record, line) -> first.compareAndSet(null, table(record.propertyNames())));
        if (first.get() == null) {
            throw StewardException.refused("There is no sidecar in " + file.getFileName() + "; nothing was taken.",
                    "It must be an array of objects, or an object with the array “sidecars”.");
        }
        return first.get().orElseThrow(Sidecars::noKey);
    }

    private static TableFile table(Path file) {
        return TableFile.open(file, FileOptions.NONE, h -> table(List.of(h)).isPresent());
    }

    private static Table ofCsv(Path file) {
        return table(table(file).format().header()).orElseThrow(Sidecars::noKey);
    }

    private static void csv(Path file, SidecarRows rows, FileImport taking) {
        try (TableRows csv = table(file).rows()) {
            List<String> header = csv.header();
            for (FileRow row = csv.next(); row != null; row = csv.next()) {
                FileRow read = row;
                row.fault().ifPresentOrElse(fault -> taking.refuse(read.line(), "", fault.cell() < 0 ? fault.reason()
                        : header.get(fault.cell()) + " " + fault.reason()), () -> rows.read(header, read, taking));
            }
        }
    }

    private static Optional<Table> table(Iterable<String> names) {
        for (String name : names) {
            if (name.equals(CompanySidecarFields.COMPANY_UNIQUE_ID.name())) {
                return Optional.of(Table.COMPANY_SIDECARS);
            }
            if (name.equals(PeopleSidecarFields.PERSON_UNIQUE_ID.name())) {
                return Optional.of(Table.PEOPLE_SIDECARS);
            }
        }
        return Optional.empty();
    }

    private static StewardException noKey() {
        return StewardException.refused("The file does not say whose sidecars it holds; nothing was taken.",
                "Each record needs company_unique_id or person_unique_id.");
    }
}
