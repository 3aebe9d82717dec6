package barton.steward.service.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The kinds of file that an export writes, each with the endings by which a file's name says so; the first is the usual one.
public enum ExportFormat {
    CSV("csv"),
    XLSX("xlsx"),
    JSON_LINES("jsonl", "ndjson");

    private final List<String> endings;

    ExportFormat(String... endings) {
        this.endings = List.of(endings);
    }

    /// The usual ending, without a dot; commands name the kind by it.
    public String ending() {
        return endings.getFirst();
    }

    /// What the name of a file asks for; CSV where it says nothing of these.
    public static ExportFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(f -> f.endings.stream().anyMatch(e -> name.endsWith("." + e))).findFirst().orElse(CSV);
    }
}
