package barton.steward.model.file;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/// How a file is written, and where its table begins.
/// @param charset    null for a workbook
/// @param delimiter  null where cells are not delimited
/// @param sheet      the sheet of a workbook; else null
/// @param sheets     the sheets that can be seen, of a workbook
/// @param headerLine the line (of a workbook: the row) of the header, from 1; 0 where the file has none
/// @param header     the names of the columns, each different: a repeated one has a number behind it, a missing one is `column 3`
/// @param unevenRows whether rows that end early are filled up
/// @param remarks    what else a steward should know of how it is read, as sentences
public record FileFormat(FileKind kind, Charset charset, Character delimiter, String sheet, List<String> sheets, long headerLine,
                         List<String> header, boolean unevenRows, List<String> remarks) {
    /// Reads the file just so again.
    public FileOptions options() {
        return new FileOptions(Optional.ofNullable(charset), Optional.ofNullable(delimiter), Optional.ofNullable(sheet),
                Optional.of(headerLine), unevenRows);
    }
}
