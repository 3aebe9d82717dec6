package barton.steward.db.backup;

import barton.steward.db.backup.BackupManifest.Numbers;
import barton.steward.db.backup.BackupManifest.Part;
import barton.steward.db.drift.CatalogueObject;
import barton.steward.db.drift.SchemaCatalogue;
import barton.steward.model.StewardException;
import barton.steward.model.StewardException.Kind;
import barton.steward.model.Work;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A backup: a zip file with the rows of every table and a manifest. It has its name only when it is whole.
public final class BackupFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /// It holds what is known about people.
    private static final FileAttribute<?>[] OWNERS = FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
            : new FileAttribute<?>[0];
    private static final String REFERENCES = """
            SELECT k.conrelid::regclass::text AS name, k.confrelid::regclass::text AS value
            FROM pg_catalog.pg_constraint k WHERE k.contype = 'f' AND k.conrelid <> k.confrelid""";

    private final Path file;
    private final BackupManifest manifest;

    private BackupFile(Path file, BackupManifest manifest) {
        this.file = file;
        this.manifest = manifest;
    }

    /// Writes the rows that the handle sees, under a name beside the file's.
    /// @param handle in a transaction that sees one state
    /// @param versions of all migrations that the program has
    /// @throws StewardException of kind REFUSED where the file cannot be written; what had been written is gone then
    public static BackupFile write(Handle handle, Path file, List<String> versions) {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        if (Files.exists(file)) {
            throw StewardException.refused("“" + file + "” is there already; nothing was written.", "Name another file.");
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (!Files.exists(partial)) {
                Files.createFile(partial, OWNERS);
            }
            try (var out = new FileOutputStream(partial.toFile())) {
                BackupManifest manifest = new BackupWriter(handle).write(buffered(out), versions);
                return new BackupFile(partial, manifest);
            }
        } catch (IOException e) {
            discard(partial);
            throw new StewardException(Kind.REFUSED, "The backup cannot be written to “" + file + "”: " + e.getMessage()
                    + ". What was begun is gone; earlier backups are as they were.", "Make room, or name another file with --to.", e);
        } catch (RuntimeException e) {
            discard(partial);
            throw e;
        }
    }

    private static OutputStream buffered(FileOutputStream file) {
        return new BufferedOutputStream(file, 1 << 16) {
            @Override
            public void close() throws IOException {
                flush();
                file.getFD().sync();
                file.close();
            }
        };
    }

    /// @throws StewardException of kind REFUSED where it is no whole backup
    public static BackupFile open(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            BackupManifest manifest = JSON.readValue(zip.getInputStream(zip.getEntry(BackupManifest.ENTRY)).readAllBytes(),
                    BackupManifest.class);
            if (manifest.format() > BackupManifest.FORMAT) {
                throw StewardException.refused("A newer version of Barton Steward wrote “" + file + "”. Nothing was changed.",
                        "Update Barton Steward.");
            }
            return new BackupFile(file, manifest);
        } catch (IOException | NullPointerException | JacksonException e) {
            throw new StewardException(Kind.REFUSED, "“" + file + "” is no whole backup of Barton Steward. Nothing was changed.",
                    "Name a file that `steward backup` wrote.", e);
        }
    }

    /// The same file under its name, when it was found to be whole.
    public BackupFile named(Path name) {
        try {
            Files.move(file, name, StandardCopyOption.ATOMIC_MOVE);
            return new BackupFile(name, manifest);
        } catch (IOException e) {
            throw new StewardException(Kind.REFUSED, "The backup cannot be called “" + name + "”: " + e.getMessage() + ".",
                    "It is whole, and is called “" + file + "”.", e);
        }
    }

    /// Takes the file away.
    public void discard() {
        discard(file);
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path() {
        return file;
    }

    /// Versions of the migrations that its database had had.
    public List<String> versions() {
        return manifest.versions();
    }

    public int tables() {
        return manifest.tables().size();
    }

    public long rows() {
        return manifest.rows();
    }

    /// Puts its rows in the place of all that are there, and reads every one again; all of it or nothing.
    /// @param handle in a transaction, in a database that has had the same migrations
    /// @throws StewardException of kind REFUSED where a row is not as it was written
    public void load(Handle handle) {
        var rows = new BackupRows(handle);
        List<String> tables = SchemaCatalogue.present(handle).stream().filter(object -> object.kind().equals("table"))
                .map(CatalogueObject::name).toList();
        handle.execute("SET LOCAL lock_timeout = '5s'");
        handle.execute("LOCK TABLE " + String.join(", ", tables) + " IN ACCESS EXCLUSIVE MODE");
        tables.forEach(table -> handle.execute("ALTER TABLE " + table + " DISABLE TRIGGER USER"));
        handle.execute("TRUNCATE " + String.join(", ", tables));
        try (var zip = new ZipFile(file.toFile())) {
            for (Part part : ordered(handle)) {
                Work.checkCancelled();
                try (InputStream in = zip.getInputStream(zip.getEntry(part.entry()))) {
                    rows.read(part, in);
                }
                if (!rows.write(part.table(), part.columns(), OutputStream.nullOutputStream()).equals(part)) {
                    throw StewardException.refused("Rows of " + part.table() + " are not as they were written. Nothing was changed.",
                            "Use another backup.");
                }
            }
        } catch (IOException e) {
            throw new StewardException(Kind.REFUSED, "“" + file + "” cannot be read: " + e.getMessage() + ". Nothing was changed.",
                    "Use another backup.", e);
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
        for (Numbers numbers : manifest.sequences()) {
            handle.createQuery("SELECT pg_catalog.setval(:name::regclass, :value, :called)").bind("name", numbers.name())
                    .bind("value", numbers.lastValue()).bind("called", numbers.isCalled()).mapTo(Long.class).one();
        }
        tables.forEach(table -> handle.execute("ALTER TABLE " + table + " ENABLE TRIGGER USER"));
    }

    /// So that whatever a row refers to is there before it.
    private List<Part> ordered(Handle handle) {
        Map<String, Set<String>> needs = new HashMap<>();
        handle.createQuery(REFERENCES).map((row, context) -> needs.computeIfAbsent(row.getString("name"), n -> new HashSet<>())
                .add(row.getString("value"))).list();
        var ordered = new ArrayList<Part>();
        var left = new ArrayList<>(manifest.tables());
        var there = new HashSet<String>();
        while (!left.isEmpty()) {
            List<Part> next = left.stream().filter(part -> there.containsAll(needs.getOrDefault(part.table(), Set.of()))).toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("These refer to each other: " + left);
            }
            ordered.addAll(next);
            next.forEach(part -> there.add(part.table()));
            left.removeAll(next);
        }
        return ordered;
    }
}
