package barton.steward.service.file;

import barton.steward.model.StewardException;
import barton.steward.model.file.FileOptions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/// Chooses how a file is read, by what it is and not by what it is called.
final class Containers {
    private Containers() {
    }

    /// @throws StewardException of kind REFUSED where it is of a kind that is not read; the message names the kind and the way out
    static Container of(Path path, FileOptions options, Predicate<String> known) {
        TextFile.mustBeFile(path);
        FileMagic magic = FileMagic.of(path);
        if (magic == FileMagic.WORKBOOK) {
            return Workbook.of(path, options, known);
        }
        magic.otherKind().ifPresent(kind -> {
            throw StewardException.refused("%s is %s, which is not read; nothing was taken.".formatted(path.getFileName(), kind.name()),
                    kind.wayOut());
        });
        TextFile text = TextFile.of(path, options.charset());
        return Optional.<Container>empty().or(() -> JsonTable.of(text).map(json -> json))
                .orElseGet(() -> DelimitedFile.of(text, options, known));
    }
}
