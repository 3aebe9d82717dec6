package barton.steward.model.intake;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;

/// How a CSV file is to be taken in: `mapping` names for each intake column to fill (by its name in the database) the header it
/// comes from; `state` fills `company_state` and `state_abbrev` where a row has no state (blank: nothing is filled);
/// `wholeOrNothing` takes no row where one is refused; `use` says what the batch may hold already.
public record ImportPlan(Path file, Charset charset, char delimiter, String batch, Map<String, String> mapping, String state,
                         boolean wholeOrNothing, BatchUse use) {
    public ImportPlan {
        mapping = Map.copyOf(mapping);
    }
}
