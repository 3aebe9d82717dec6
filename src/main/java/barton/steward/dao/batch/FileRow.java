package barton.steward.dao.batch;

import barton.steward.model.batch.BatchStory.TakenFile;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/// A file that was imported, as it is kept.
record FileRow(String name, long rows, Long refused, Long noted, String by, Instant at, List<String> fields, List<String> headers) {
    TakenFile file() {
        var mapping = new LinkedHashMap<String, String>();
        IntStream.range(0, fields.size()).forEach(i -> mapping.put(fields.get(i), headers.get(i)));
        return new TakenFile(name, rows, refused, noted, mapping, by, at);
    }
}
