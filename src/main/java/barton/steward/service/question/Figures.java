package barton.steward.service.question;

import barton.steward.catalog.Entity;
import barton.steward.model.Overview;
import barton.steward.model.email.EmailDay;
import barton.steward.model.intake.BatchCounts;
import barton.steward.service.Session;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Figures that answer a question, read from where the overview has them.
@FunctionalInterface
public interface Figures {
    /// The days of which figures are told.
    int DAYS = 30;

    Answer read(Session session, String about);

    /// Lines of values by their names, all of the same names.
    record Answer(List<Map<String, Object>> lines) {
    }

    static Answer ofBatches(Session session, String batch) {
        Map<String, Long> logged = session.statistics().promotedByBatch();
        return new Answer(session.review().batches(Entity.COMPANY).stream().filter(b -> batch == null || batch.equals(b.batch()))
                .map((BatchCounts b) -> line("batch", b.batch(), "imported", b.imported(), "validated", b.validated(),
                        "promoted", b.promoted(), "logged", logged.getOrDefault(b.batch(), 0L))).toList());
    }

    static Answer ofEmails(Session session, String all) {
        Overview o = session.statistics().overview();
        var lines = new ArrayList<Map<String, Object>>();
        lines.add(line("day", "all", "contacts", o.people(), "verified", o.emailsVerified(), "rate", percent(o.emailVerificationRate())));
        for (EmailDay day : session.statistics().emailDays(DAYS)) {
            lines.add(line("day", day.date() == null ? "unknown" : day.date().toString(), "contacts", day.contacts(),
                    "verified", day.verified(), "rate", day.rate()));
        }
        return new Answer(lines);
    }

    static Answer ofEnrichment(Session session, String all) {
        Overview o = session.statistics().overview();
        return new Answer(List.of(line("companies", o.master(), "with_sidecar", o.companySidecars(),
                "coverage", percent(o.enrichmentCoverage()), "stale", o.staleSidecars(), "low_confidence", o.lowConfidence(),
                "high_confidence", o.highConfidence())));
    }

    static Answer ofSources(Session session, String all) {
        return new Answer(session.statistics().sources().stream().map(s -> line("source", s.source(), "sidecars", s.sidecars(),
                "confidence", s.confidence(), "high_confidence", s.high(), "low_confidence", s.low())).toList());
    }

    private static BigDecimal percent(double share) {
        return BigDecimal.valueOf(share).setScale(2, RoundingMode.HALF_UP);
    }

    private static Map<String, Object> line(Object... namesAndValues) {
        var line = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            line.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return line;
    }
}
