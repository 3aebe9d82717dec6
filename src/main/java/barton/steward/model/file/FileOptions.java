package barton.steward.model.file;

import java.nio.charset.Charset;
import java.util.Optional;

/// How a file is to be read, as far as somebody says so; what is not said is found out.
/// @param headerLine the line (of a workbook: the row) of the header, from 1; 0: the file has none
/// @param unevenRows whether rows that end early are filled up, and cells beyond the header are kept, instead of being refused
public record FileOptions(Optional<Charset> charset, Optional<Character> delimiter, Optional<String> sheet, Optional<Long> headerLine,
                          boolean unevenRows) {
    /// Nothing is said.
    public static final FileOptions NONE = new FileOptions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    public FileOptions charset(Charset known) {
        return new FileOptions(Optional.ofNullable(known), delimiter, sheet, headerLine, unevenRows);
    }

    public FileOptions delimiter(Character known) {
        return new FileOptions(charset, Optional.ofNullable(known), sheet, headerLine, unevenRows);
    }

    public FileOptions sheet(String known) {
        return new FileOptions(charset, delimiter, Optional.ofNullable(known), headerLine, unevenRows);
    }

    public FileOptions headerLine(Long known) {
        return new FileOptions(charset, delimiter, sheet, Optional.ofNullable(known), unevenRows);
    }

    public FileOptions unevenRows(boolean taken) {
        return new FileOptions(charset, delimiter, sheet, headerLine, taken);
    }
}
