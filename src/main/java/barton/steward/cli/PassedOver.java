package barton.steward.cli;

import barton.steward.dao.PromotingDao;
import java.util.List;
import java.util.stream.Collectors;

/// How many rows of a batch an unattended promotion passes over, because they were taken back.
record PassedOver(String batch, long rows) {
    static List<PassedOver> of(PromotingDao dao) {
        return dao.passedOver().entrySet().stream().map(e -> new PassedOver(e.getKey(), e.getValue())).toList();
    }

    /// A line for each batch.
    static String text(List<PassedOver> batches) {
        return batches.stream().map(b -> ("\n%d rows of batch %s were taken back and are passed over, until they are validated again or"
                + " `steward promote --batch` promotes them.").formatted(b.rows(), b.batch())).collect(Collectors.joining());
    }
}
