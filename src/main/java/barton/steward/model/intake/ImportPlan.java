package barton.steward.model.intake;

import barton.steward.model.file.FileOptions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How a file is to be taken in.
/// @param mapping        for each column of intake to fill (by its name in the database) the headers it comes from: each fills what those
///                       before it leave empty
/// @param state          fills the state where a row has none; blank: nothing is filled
/// @param lowerEnds      whether a range or a rounded number gives its lower end to a column of numbers, or nothing
/// @param wholeOrNothing takes no row where one is refused
/// @param use            what the batch may hold already
public record ImportPlan(Path file, FileOptions reading, String batch, Map<String, List<String>> mapping, String state, boolean lowerEnds,
                         boolean wholeOrNothing, BatchUse use) {
    public ImportPlan {
        mapping = Map.copyOf(mapping);
    }

    /// As a preview found it, by the usual way.
    public static ImportPlan of(Path file, ImportPreview preview, String batch) {
        return new ImportPlan(file, preview.format().options(), batch, preview.mapping(), "", true, false, BatchUse.NEW);
    }

    public ImportPlan state(String filling) {
        return new ImportPlan(file, reading, batch, mapping, filling, lowerEnds, wholeOrNothing, use);
    }

    public ImportPlan lowerEnds(boolean taken) {
        return new ImportPlan(file, reading, batch, mapping, state, taken, wholeOrNothing, use);
    }

    public ImportPlan wholeOrNothing(boolean whole) {
        return new ImportPlan(file, reading, batch, mapping, state, lowerEnds, whole, use);
    }

    public ImportPlan use(BatchUse allowed) {
        return new ImportPlan(file, reading, batch, mapping, state, lowerEnds, wholeOrNothing, allowed);
    }

    public ImportPlan mapping(Map<String, List<String>> headers) {
        return new ImportPlan(file, reading, batch, headers, state, lowerEnds, wholeOrNothing, use);
    }

    /// The mapping in words: where several headers fill a column, `Name + Legal Name`.
    public Map<String, String> mappingInWords() {
        var words = new HashMap<String, String>();
        mapping.forEach((column, headers) -> words.put(column, String.join(" + ", headers)));
        return words;
    }
}
