package barton.steward.model.file;

import java.util.List;

/// How a file is written, and its first rows.
public record FilePreview(FileFormat format, List<List<String>> rows) {
    public List<String> header() {
        return format.header();
    }
}
