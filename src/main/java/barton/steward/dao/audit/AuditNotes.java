package barton.steward.dao.audit;

import barton.steward.model.audit.Audit;
import barton.steward.model.audit.AuditResult;
import java.util.Locale;

/// What the validation log says of an audit that was judged.
final class AuditNotes {
    private AuditNotes() {
    }

    static String of(Audit audit, AuditResult result) {
        return "Batch %s: %d of %d records judged by eye, %d right, %d wrong, %d in doubt; %s %% wrong (%s to %s), with %s %% confidence."
                .formatted(audit.batch(), audit.sampleSize(), audit.lotSize(), result.right(), result.wrong(),
                        result.unsure() + result.disputed(), percent(result.rate().rate()), percent(result.rate().lower()),
                        percent(result.rate().upper()), percent(audit.confidence())) + outcome(audit, result);
    }

    private static String outcome(Audit audit, AuditResult result) {
        return switch (result.outcome()) {
            case ACCEPTED -> " Accepted: at most " + audit.accept() + " may be wrong.";
            case REJECTED -> " Not accepted: at most " + audit.accept() + " may be wrong.";
            case UNSETTLED -> " Not settled: it depends on those in doubt.";
            case MEASURED, LIFTED -> "";
        };
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f", 100 * share).replaceFirst("\\.?0+$", "");
    }
}
