package barton.steward.service.merge;

import barton.steward.model.StewardException;
import barton.steward.model.file.FileOptions;
import barton.steward.service.file.FileRow;
import barton.steward.service.file.TableFile;
import barton.steward.service.file.TableRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.regex.Pattern;

/// Pairs of records in a file: in each line the first two cells that are Barton IDs; lines without any are passed over.
public final class PairFile {
    private static final Pattern ID = Pattern.compile("04\\.04\\.0[12]\\.\\d{2}\\.\\d{5}\\.\\d{3}");

    private PairFile() {
    }

    /// The records of pairs that hang together, each group in the order of the file.
    /// @throws StewardException of kind REFUSED where the file has none, or cannot be read
    public static List<List<String>> groups(Path file) {
        Map<String, SequencedSet<String>> groups = new LinkedHashMap<>();
        try (TableRows rows = TableFile.open(file, FileOptions.NONE, _ -> true).rows()) {
            pair(rows.header(), groups);
            for (FileRow row = rows.next(); row != null; row = rows.next()) {
                pair(row.cells(), groups);
            }
        }
        if (groups.isEmpty()) {
            throw StewardException.refused(file.getFileName() + " has no line with two Barton IDs; nothing was merged.",
                    "Write both IDs of a pair in one line.");
        }
        return new LinkedHashSet<>(groups.values()).stream().map(List::copyOf).toList();
    }

    private static void pair(List<String> cells, Map<String, SequencedSet<String>> groups) {
        List<String> ids = cells.stream().filter(c -> c != null && ID.matcher(c.strip()).matches()).map(String::strip).distinct().toList();
        if (ids.size() < 2) {
            return;
        }
        SequencedSet<String> one = groups.computeIfAbsent(ids.get(0), PairFile::alone);
        SequencedSet<String> other = groups.computeIfAbsent(ids.get(1), PairFile::alone);
        if (one != other) {
            one.addAll(other);
            new ArrayList<>(other).forEach(id -> groups.put(id, one));
        }
    }

    private static SequencedSet<String> alone(String id) {
        return new LinkedHashSet<>(List.of(id));
    }
}
