package barton.steward.service.alert;

import barton.steward.model.Counted;
import barton.steward.model.alert.Alert;
import java.util.List;
import java.util.stream.Collectors;

/// What wants attention, in sentences.
public final class AlertText {
    private AlertText() {
    }

    public static String of(Alert a) {
        String whose = "person".equals(a.entity()) ? "people" : "companies";
        return switch (a.check()) {
            case FAILED_RUN -> Counted.of(a.records(), "record", "records") + " failed in the run " + a.subject() + ".";
            case SUCCESS_RATE -> "Of the records of recent runs (" + (a.subject() == null ? "of other clients" : a.subject()) + ") "
                    + a.value() + " % passed, less than " + a.limitValue() + " %.";
            case STALE -> enrichments(a.records(), whose) + are(a) + " stale or never made, " + a.value() + " %.";
            case LOW_CONFIDENCE -> enrichments(a.records(), whose) + are(a) + " of low confidence, " + a.value() + " %.";
            case COVERAGE -> a.value() + " % of the " + whose + " have a sidecar, less than " + a.limitValue() + " %.";
            case VERIFICATION_RATE -> a.value() + " % of the people have a verified e-mail address, less than " + a.limitValue() + " %.";
            case VERIFICATION_AGE -> Counted.of(a.records(), "person waits", "people wait") + " whose e-mail address was verified"
                    + " longer ago than " + a.limitValue() + " days.";
            case DRIFT -> "The log says that " + a.limitValue() + " " + whose + " were promoted by " + (a.subject() == null
                    ? "runs of other clients" : a.subject()) + ", master has " + a.value() + ".";
            case WAITING -> Counted.of(a.records(), "record waits", "records wait") + " in "
                    + (a.subject() == null ? "intake without a batch" : "the batch " + a.subject()) + ", the oldest for " + a.value()
                    + " days.";
            case UNLIKE -> "The import " + a.subject() + " is unlike those before it in: " + a.detail() + ".";
        };
    }

    private static String are(Alert a) {
        return a.records() == 1 ? " is" : " are";
    }

    private static String enrichments(long number, String whose) {
        return Counted.of(number, "enrichment", "enrichments") + " of " + whose;
    }

    /// `2 things want attention in Marketing DB`.
    public static String title(List<Alert> alerts, String connection) {
        return Counted.of(alerts.size(), "thing wants", "things want") + " attention in " + connection;
    }

    /// One sentence a line.
    public static String lines(List<Alert> alerts) {
        return alerts.stream().map(a -> "• " + of(a)).collect(Collectors.joining("\n"));
    }
}
