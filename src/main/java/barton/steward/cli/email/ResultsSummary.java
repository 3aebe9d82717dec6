package barton.steward.cli.email;

import barton.steward.model.Counted;
import barton.steward.model.email.EmailCheckCounts;
import barton.steward.model.email.EmailCheckReport;
import java.util.Map;
import java.util.stream.Collectors;

/// What results of a service did, or would do.
record ResultsSummary(String service, long results, long refused, long ofNobody, long people, long verified, long unverified,
                      long announced, long changed, Long action, Map<String, Long> notUnderstood) {
    static ResultsSummary of(EmailCheckReport report, boolean dryRun) {
        EmailCheckCounts counts = report.counts();
        return new ResultsSummary(report.service(), counts.results(), report.refused(), counts.ofNobody(), counts.people(),
                counts.verified(), counts.unverified(), counts.changing(), dryRun ? 0 : counts.changing(), report.actionId(),
                report.unclear());
    }

    static String text(EmailCheckReport report, boolean dryRun) {
        EmailCheckCounts counts = report.counts();
        String text = "%s of %s about %s; %d of addresses that nobody has; %s refused.%n".formatted(
                Counted.of(counts.results(), "result", "results"), report.service(), Counted.of(counts.people(), "person", "people"),
                counts.ofNobody(), Counted.rows(report.refused()));
        String verified = Counted.of(counts.verified(), "person", "people");
        return text + (dryRun ? "%s would become verified, %d would not be verified any more; nothing was changed."
                .formatted(verified, counts.unverified()) : "%s became verified, %s not verified any more."
                .formatted(verified, Counted.of(counts.unverified(), "is", "are")))
                + (report.actionId() == null ? "" : " (action " + report.actionId() + ")")
                + (report.unclear().isEmpty() ? "" : "%nNot understood, and so of no consequence: %s.".formatted(report.unclear().entrySet()
                        .stream().map(w -> "“%s” (%d)".formatted(w.getKey(), w.getValue())).collect(Collectors.joining(", "))));
    }
}
