package barton.steward.dao.intake;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.dao.change.CopyStream;
import barton.steward.model.StewardException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// Writes rows into intake a portion at a time, and beside them what their file has besides, by the numbers that the rows get. Each row has
/// one value more than the columns: those cells as JSON, or null.
final class Portions implements Consumer<String[]> {
    private static final int MOST_ROWS = 10_000;
    private static final long MOST_CHARACTERS = 4_000_000;
    /// In the order of the rows, because numbers are given in it. What other imports write meanwhile has another `xmin`.
    private static final String NUMBERS = """
            SELECT t.id FROM %s t
            WHERE t.id > :before AND t.xmin::text::bigint = pg_current_xact_id()::text::bigint %% 4294967296 ORDER BY t.id""";
    private static final String COPY_EXTRA =
            "COPY shq.intake_extra (entity, intake_id, cells) FROM STDIN WITH (FORMAT text, ENCODING 'UTF8')";

    private final Handle handle;
    private final Table table;
    private final int width;
    private final String copy;
    private final List<String[]> rows = new ArrayList<>();
    private long characters;
    private long written;

    Portions(Handle handle, Table table, List<String> columns, String copy) {
        this.handle = handle;
        this.table = table;
        this.width = columns.size();
        this.copy = copy;
    }

    @Override
    public void accept(String[] row) {
        rows.add(row);
        for (String value : row) {
            characters += value == null ? 0 : value.length();
        }
        if (rows.size() >= MOST_ROWS || characters >= MOST_CHARACTERS) {
            write();
        }
    }

    /// Writes what is left; how many rows there were.
    long finish() {
        write();
        return written;
    }

    private void write() {
        if (rows.isEmpty()) {
            return;
        }
        String name = table.qualifiedName();
        long before = handle.createQuery("SELECT coalesce(max(t.id), 0) FROM " + name + " t").mapTo(Long.class).one();
        written += CopyStream.copy(handle, copy, sink -> rows.forEach(row -> sink.accept(Arrays.copyOf(row, width))));
        if (rows.stream().anyMatch(row -> row[width] != null)) {
            List<Long> ids = handle.createQuery(NUMBERS.formatted(name)).bind("before", before).mapTo(Long.class).list();
            if (ids.size() != rows.size()) {
                throw StewardException.refused("The numbers of the rows in " + name + " do not grow, so that what the file has besides"
                        + " cannot be kept with them; nothing was taken.", "Take the file without the columns that fill none of intake's.");
            }
            String entity = Entity.ofIntake(table).orElseThrow().word();
            CopyStream.copy(handle, COPY_EXTRA, sink -> {
                for (int i = 0; i < ids.size(); i++) {
                    String cells = rows.get(i)[width];
                    if (cells != null) {
                        sink.accept(new String[] {entity, ids.get(i).toString(), cells});
                    }
                }
            });
        }
        rows.clear();
        characters = 0;
    }
}
