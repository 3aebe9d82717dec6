package barton.steward.service.question;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Limits;
import barton.steward.catalog.QualityBand;
import barton.steward.model.Overview;
import barton.steward.model.email.EmailDay;
import barton.steward.model.enrichment.EnrichmentCounts;
import barton.steward.model.intake.BatchCounts;
import barton.steward.service.Session;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
                        "failed", b.failed(), "promoted", b.promoted(), "logged", logged.getOrDefault(b.batch(), 0L))).toList());
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
        EnrichmentCounts e = session.statistics().enrichment();
        return new Answer(List.of(line("companies", o.master(), "with_sidecar", o.companySidecars(),
                "coverage", percent(o.enrichmentCoverage()), "stale", o.staleSidecars(), "low_confidence", o.lowConfidence(),
                "high_confidence", o.highConfidence(), "without_sidecar", e.without(), "fresh", e.fresh(), "too_old", e.stale(),
                "never_enriched", e.never())));
    }

    static Answer ofSources(Session session, String all) {
        return new Answer(session.statistics().sources().stream().map(s -> line("source", s.source(), "sidecars", s.sidecars(),
                "confidence", s.confidence(), "high_confidence", s.high(), "low_confidence", s.low(),
                "latest", s.latest() == null ? null : day(s.latest()))).toList());
    }

    static Answer ofConfidence(Session session, String all) {
        EnrichmentCounts e = session.statistics().enrichment();
        Limits limits = session.statistics().limits();
        return new Answer(List.of(line("confidence", "high", "from", limits.best(), "sidecars", e.high()),
                line("confidence", "middle", "from", limits.good(), "sidecars", e.middle()),
                line("confidence", "low", "from", 0, "sidecars", e.low()),
                line("confidence", "none", "from", null, "sidecars", e.unknown())));
    }

    static Answer ofQuality(Session session, String all) {
        Limits limits = session.statistics().limits();
        Map<QualityBand, Long> bands = session.scores().distribution();
        long companies = bands.values().stream().mapToLong(Long::longValue).sum();
        return new Answer(bands.entrySet().stream().map(b -> line("score", b.getKey().word(limits), "companies", b.getValue(),
                "share", percent(companies == 0 ? 0 : 100.0 * b.getValue() / companies))).toList());
    }

    static Answer ofRuns(Session session, String all) {
        return new Answer(session.statistics().runDays(DAYS).stream().map(d -> line("day",
                day(d.begin()), "runs", d.runs(), "failed_runs", d.failedRuns(),
                "records", d.records(), "passed", d.passed(), "rate", d.rate())).toList());
    }

    static Answer ofDecisions(Session session, String all) {
        return new Answer(Stream.of(Entity.values()).flatMap(entity -> session.statistics().pace(entity, DAYS).stream()
                .map(d -> line("day", d.day().toString(), "steward", d.steward(), "records",
                        entity == Entity.COMPANY ? "companies" : "people", "validated", d.validated(),
                        "rejected", d.rejected(), "decisions", d.all()))).toList());
    }

    private static String day(Instant at) {
        return at.atZone(ZoneId.systemDefault()).toLocalDate().toString();
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
