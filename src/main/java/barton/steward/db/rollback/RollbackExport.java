package barton.steward.db.rollback;

import barton.steward.db.drift.CatalogueObject;
import barton.steward.db.rollback.Losses.Holder;
import barton.steward.model.StewardException;
import barton.steward.model.StewardException.Kind;
import barton.steward.model.Work;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/// Writes what would be lost into a folder, a CSV file for each table and for each column with the key of its row, and at last a manifest
/// that lists them: a folder without it is none that was finished.
final class RollbackExport {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    static final String MANIFEST = "manifest.json";

    private final Handle handle;
    private final Path folder;

    RollbackExport(Handle handle, Path folder) {
        this.handle = handle;
        this.folder = folder;
    }

    /// @param rows without the heading
    private record Part(String file, String from, String what, long rows, String sha256) {
    }

    private record Manifest(String database, String rolledBackTo, String executor, String writtenAt, List<Part> parts) {
    }

    /// The manifest's path.
    String write(List<Holder> holders, List<CatalogueObject> present, String point, String executor) {
        try {
            requireEmpty();
            var parts = new ArrayList<Part>();
            for (Holder holder : holders) {
                Work.checkCancelled();
                Part part = part(holder, present);
                if (part.rows() > 0) {
                    parts.add(part);
                } else {
                    Files.delete(folder.resolve(part.file()));
                }
            }
            String database = handle.createQuery("SELECT current_database()").mapTo(String.class).one();
            Path manifest = folder.resolve(MANIFEST);
            Files.writeString(manifest, JSON.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(new Manifest(database, point, executor, Instant.now().toString(), parts)));
            return manifest.toString();
        } catch (IOException e) {
            throw new StewardException(Kind.REFUSED, "What would be lost cannot be written to “" + folder + "”: " + e.getMessage()
                    + ". Nothing in the database was changed.", "Name a folder with enough room that you may write to.", e);
        }
    }

    private void requireEmpty() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> there = Files.list(folder)) {
                if (there.findAny().isPresent()) {
                    throw StewardException.refused("The folder “" + folder + "” is not empty. Nothing in the database was changed.",
                            "Name a folder that is empty, or not there yet.");
                }
            }
        }
        Files.createDirectories(folder);
    }

    private Part part(Holder holder, List<CatalogueObject> present) throws IOException {
        String name = holder.object().name();
        String file = name.replaceAll("[^A-Za-z0-9._-]", "_") + ".csv";
        MessageDigest digest = digest();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(folder.resolve(file)), digest)) {
            long rows = handle.getConnection().unwrap(PGConnection.class).getCopyAPI().copyOut("COPY (SELECT " + columns(holder, present)
                    + " FROM " + holder.table() + " WHERE " + holder.condition() + ") TO STDOUT (FORMAT csv, HEADER)", out);
            out.flush();
            return new Part(file, name, holder.what().orElseThrow(), rows, HexFormat.of().formatHex(digest.digest()));
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /// Every column of a table, or the key of the row and the column.
    private static String columns(Holder holder, List<CatalogueObject> present) {
        Stream<String> all = present.stream().filter(o -> o.kind().equals("column") && o.of().equals(holder.table())).map(Leaving::column);
        return holder.isTable() ? all.collect(Collectors.joining(", "))
                : all.findFirst().orElseThrow() + ", " + Leaving.column(holder.object());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
