package barton.steward.service.suppression;

import barton.steward.model.StewardException;
import barton.steward.model.file.FileOptions;
import barton.steward.model.suppression.Suppression;
import barton.steward.service.file.FileRow;
import barton.steward.service.file.TableFile;
import barton.steward.service.file.TableRows;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/// Suppressions in a file with a column of what is suppressed (value, person, email or domain) and perhaps one of the reason.
public final class SuppressionFile {
    private static final Set<String> VALUES = Set.of("value", "person", "person_unique_id", "unique_id", "email", "e-mail", "email address",
            "domain");

    private SuppressionFile() {
    }

    /// @param reason of lines that say none; null where each has to
    /// @throws StewardException of kind REFUSED where the file cannot be read, or a line of it is no suppression; none is taken then
    public static List<Suppression> read(Path file, String reason) {
        var all = new ArrayList<Suppression>();
        try (TableRows rows = TableFile.open(file, FileOptions.NONE, h -> VALUES.contains(h) || h.equals("reason")).rows()) {
            List<String> header = rows.header().stream().map(h -> h.strip().toLowerCase(Locale.ROOT)).toList();
            List<Integer> values = IntStream.range(0, header.size()).filter(i -> VALUES.contains(header.get(i))).boxed()
                    .toList();
            if (values.isEmpty()) {
                throw StewardException.refused(file.getFileName() + " has no column of people, e-mail addresses or domains; nothing was"
                        + " changed.", "Its headers are to be value, or email, person or domain, and reason.");
            }
            for (FileRow row = rows.next(); row != null; row = rows.next()) {
                take(row, header, values, reason, all);
            }
        }
        return all;
    }

    private static void take(FileRow row, List<String> header, List<Integer> values, String reason, List<Suppression> all) {
        int at = header.indexOf("reason");
        String own = at < 0 || at >= row.cells().size() ? "" : row.cells().get(at).strip();
        String why = own.isEmpty() ? reason : own;
        for (int place : values) {
            String value = place < row.cells().size() ? row.cells().get(place).strip() : "";
            if (value.isEmpty()) {
                continue;
            }
            if (why == null || why.isBlank()) {
                throw StewardException.refused("Line " + row.line() + " says no reason; nothing was changed.",
                        "Add a column reason, or --reason for all lines without.");
            }
            all.add(Suppressions.of(value, why));
        }
    }

    /// Writes them with their kind, value, reason, who and when.
    public static void write(Path file, List<Suppression> suppressions) {
        try (CsvWriter csv = CsvWriter.builder().build(Files.newBufferedWriter(file))) {
            csv.writeRecord("kind", "value", "reason", "suppressed_by", "suppressed_at");
            for (Suppression s : suppressions) {
                csv.writeRecord(s.kind().word(), s.value(), s.reason(), s.by(), s.at().toString());
            }
        } catch (IOException e) {
            throw StewardException.refused(file + " cannot be written: " + e.getMessage() + ".", "Choose another file.");
        }
    }
}
