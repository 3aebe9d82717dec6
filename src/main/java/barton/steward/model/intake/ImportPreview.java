package barton.steward.model.intake;

import barton.steward.model.file.FileFormat;
import barton.steward.model.file.FilePreview;
import java.util.List;
import java.util.Map;

/// The beginning of a file for intake, and what its headers are taken for.
/// @param mapping  by column of intake (its name in the database) the headers that fill it: each fills what those before it leave empty
/// @param proposed by column the header that may fill it, by likeness or by what its cells look like
/// @param columns  of the file, counted in the first rows
/// @param counted  how many rows that were
public record ImportPreview(FilePreview file, Map<String, List<String>> mapping, Map<String, String> proposed, List<FileColumn> columns,
                            long counted) {
    public FileFormat format() {
        return file.format();
    }

    public List<String> header() {
        return file.header();
    }

    public List<List<String>> rows() {
        return file.rows();
    }
}
