package barton.steward.cli.support;

import barton.steward.model.Counted;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How many rows of a batch an unattended promotion passes over, because they were taken back.
public record PassedOver(String batch, long rows) {
    public static List<PassedOver> of(Map<String, Long> rowsByBatch) {
        return rowsByBatch.entrySet().stream().map(e -> new PassedOver(e.getKey(), e.getValue())).toList();
    }

    /// A line for each batch.
    public static String text(List<PassedOver> batches) {
        return batches.stream().map(PassedOver::line).collect(Collectors.joining());
    }

    private String line() {
        return "\n" + Counted.of(rows,
                "row of batch " + batch + " was taken back and is passed over, until it is validated again or `steward promote --batch`"
                        + " promotes it.",
                "rows of batch " + batch + " were taken back and are passed over, until they are validated again or"
                        + " `steward promote --batch` promotes them.");
    }
}
