package barton.steward.db.backup;

import barton.steward.db.backup.BackupManifest.Numbers;
import barton.steward.db.backup.BackupManifest.Part;
import barton.steward.db.drift.CatalogueObject;
import barton.steward.db.drift.SchemaCatalogue;
import barton.steward.model.StewardException;
import barton.steward.model.Work;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import tools.jackson.databind.json.JsonMapper;

/// Writes all rows of a database as of one moment. The schema is not written: migrations make it.
final class BackupWriter {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SEQUENCES = """
            SELECT format('%I.%I', s.schemaname, s.sequencename) FROM pg_catalog.pg_sequences s
            WHERE s.schemaname IN ('intake', 'marketing', 'shq') ORDER BY 1""";
    private static final String VERSIONS = """
            SELECT h.version FROM shq.flyway_schema_history h WHERE h.success AND h.version IS NOT NULL AND h.type <> 'SCHEMA'
            ORDER BY h.installed_rank""";

    private final Handle handle;

    /// @param handle in a transaction that sees one state
    BackupWriter(Handle handle) {
        this.handle = handle;
    }

    /// @param expected versions of all migrations that the program has, which an adopted database had not one by one
    BackupManifest write(OutputStream out, List<String> expected) throws IOException {
        var rows = new BackupRows(handle);
        List<CatalogueObject> present = SchemaCatalogue.present(handle);
        requireOurs(present);
        try (var zip = new ZipOutputStream(out)) {
            var parts = new ArrayList<Part>();
            for (CatalogueObject table : of("table", present)) {
                Work.checkCancelled();
                List<String> columns = of("column", present).stream()
                        .filter(column -> column.of().equals(table.name()) && !column.sign().contains(" STORED"))
                        .map(column -> column.name().substring(table.name().length() + 1)).toList();
                zip.putNextEntry(new ZipEntry(new Part(table.name(), columns, 0, "").entry()));
                parts.add(rows.write(table.name(), columns, staysOpen(zip)));
                zip.closeEntry();
            }
            var manifest = new BackupManifest(BackupManifest.FORMAT,
                    handle.createQuery("SELECT current_database()").mapTo(String.class).one(), Instant.now().toString(),
                    versions(expected), parts, sequences());
            zip.putNextEntry(new ZipEntry(BackupManifest.ENTRY));
            zip.write(JSON.writeValueAsString(manifest).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            return manifest;
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
    }

    /// What is none of ours would be missing from the backup, unsaid.
    private static void requireOurs(List<CatalogueObject> present) {
        Set<String> ours = SchemaCatalogue.expected().stream().map(CatalogueObject::key).collect(Collectors.toSet());
        List<String> others = present.stream().filter(object -> Set.of("table", "column").contains(object.kind()))
                .filter(object -> !ours.contains(object.key())).map(CatalogueObject::name).toList();
        if (!others.isEmpty()) {
            throw StewardException.refused("This is not Barton Steward's and would not be in the backup: " + String.join(", ", others)
                    + ". Nothing was written.", "Use the pg_dump of your server, which takes all of it.");
        }
    }

    private List<String> versions(List<String> expected) {
        List<String> done = handle.createQuery(VERSIONS).mapTo(String.class).list();
        return expected.stream().filter(version -> done.contains(version) || version.compareTo("006") <= 0).toList();
    }

    private List<Numbers> sequences() {
        return handle.createQuery(SEQUENCES).mapTo(String.class).list().stream().map(name -> handle.createQuery("SELECT '" + name
                + "' AS name, last_value, is_called FROM " + name).map(ConstructorMapper.of(Numbers.class)).one()).toList();
    }

    private static List<CatalogueObject> of(String kind, List<CatalogueObject> objects) {
        return objects.stream().filter(object -> object.kind().equals(kind)).toList();
    }

    private static OutputStream staysOpen(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() {
                // The entry ends, not the file.
            }
        };
    }
}
