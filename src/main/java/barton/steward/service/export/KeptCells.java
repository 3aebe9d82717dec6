package barton.steward.service.export;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Puts what files have beside the columns of intake behind the values of a row, each under its header.
final class KeptCells {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<String> headers;

    KeptCells(List<String> headers) {
        this.headers = headers;
    }

    /// @param values the last is all that is kept of the row as a JSON object, or null
    List<Object> spread(List<Object> values) {
        var all = new ArrayList<>(values.subList(0, values.size() - 1));
        JsonNode kept = values.getLast() == null ? JSON.createObjectNode() : JSON.readTree(values.getLast().toString());
        headers.forEach(header -> all.add(kept.has(header) ? kept.get(header).asString() : null));
        return all;
    }
}
