package barton.steward.service.file;

import barton.steward.model.file.FileKind;
import java.nio.charset.Charset;
import java.util.List;

/// A file in which rows are, as far as they are read alike whatever it is.
interface Container {
    FileKind kind();

    RowSource open();

    /// Whether a row ends behind its last value, as in a sheet.
    default boolean trimsRows() {
        return false;
    }

    /// Null where the file is no text.
    default Charset charset() {
        return null;
    }

    /// Null where nothing delimits cells.
    default Character delimiter() {
        return null;
    }

    /// Null where there are no sheets.
    default String sheet() {
        return null;
    }

    default List<String> sheets() {
        return List.of();
    }

    /// What a steward should know of how it is read.
    default List<String> remarks() {
        return List.of();
    }
}
