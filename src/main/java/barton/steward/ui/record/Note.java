package barton.steward.ui.record;

import barton.steward.catalog.Field;
import barton.steward.catalog.StoredWords;
import barton.steward.catalog.Table;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One validation note, in the steward's words. `field` is the field that it is about, where it names one; warnings and remarks are no
/// errors.
record Note(String text, Optional<Field> field, boolean error) {
    /// `website: …`, `warning: website: …`, and of an edit the first field it changed: `note: edited since validation: website from …`.
    private static final Pattern ABOUT =
            Pattern.compile("(?:warning: *|note: *(?:edited since validation|was edited): *)?(\\w+)(?: *:| from )");

    /// The notes of a text that has one a line.
    static List<Note> parse(Table table, String text) {
        return text == null ? List.of() : text.lines().filter(line -> !line.isBlank()).map(line -> note(table, line.strip())).toList();
    }

    private static Note note(Table table, String line) {
        Matcher about = ABOUT.matcher(line);
        Optional<Field> field = about.lookingAt() ? table.field(about.group(1))
                : Optional.empty();
        return new Note(StoredWords.of(table, line), field, !line.startsWith("note:") && !line.startsWith("warning:"));
    }
}
