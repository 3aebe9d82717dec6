package barton.steward.service.audit;

import barton.steward.catalog.ColumnNames;
import barton.steward.model.Counted;
import barton.steward.model.StewardException;
import barton.steward.model.audit.Agreement;
import barton.steward.model.audit.Audit;
import barton.steward.model.audit.AuditResult;
import barton.steward.model.audit.AuditState;
import barton.steward.model.audit.Judgement;
import barton.steward.model.audit.SampledRecord;
import barton.steward.model.audit.Verdict;
import barton.steward.service.report.Html;
import barton.steward.service.report.Page;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// An audit that is judged, as a report to print and to sign.
final class AuditReport {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm z", Locale.ROOT);

    private final AuditState state;
    private final Audit audit;
    private final AuditResult result;
    private final Map<Integer, SampledRecord> sample;
    private final Html html = new Html();

    private AuditReport(AuditState state) {
        this.state = state;
        audit = state.audit();
        result = state.result();
        sample = state.sample().stream().collect(Collectors.toMap(SampledRecord::place, r -> r));
    }

    /// @throws StewardException of kind REFUSED where not all of the sample is judged
    static Page of(AuditState state, String connection) {
        if (state.result() == null) {
            throw StewardException.refused("Audit " + state.audit().id() + " is not judged to its end, so there is nothing to report yet.",
                    "Judge the rest of the sample.");
        }
        return new AuditReport(state).page(connection);
    }

    private Page page(String connection) {
        html.paragraph("hint", "%s, %s, %s".formatted(audit.id(), connection, audit.entity().plural()));
        html.paragraph("verdict " + result.outcome().name().toLowerCase(Locale.ROOT), verdict());
        if (state.end() != null && state.end().why() != null) {
            html.paragraph("", "%s let the batch be promoted on %s: %s".formatted(state.end().by(), time(state.end().at()),
                    state.end().why()));
        }
        rates();
        plan();
        html.heading("Records that are wrong");
        faults();
        doubts();
        signatures();
        return new Page("Audit of batch " + audit.batch(), html);
    }

    private String verdict() {
        String most = audit.accept() == null ? "" : " of %d, and at most %d may be".formatted(audit.sampleSize(), audit.accept());
        return switch (result.outcome()) {
            case ACCEPTED -> "Accepted: " + wrong() + most + ".";
            case REJECTED -> "Not accepted: " + wrong() + most + ".";
            case UNSETTLED -> "Not settled: " + wrong() + most + ", and " + Counted.of(result.unsure() + result.disputed(),
                    "record is", "records are") + " in doubt.";
            case MEASURED, LIFTED -> "Measured: " + wrong() + " of " + audit.sampleSize() + ".";
        };
    }

    private String wrong() {
        return Counted.of(result.wrong(), "record is wrong", "records are wrong");
    }

    private void rates() {
        html.heading("How much is wrong");
        html.paragraph("", """
                %s of the records that could be told are wrong; the interval from %s to %s holds with at least %s confidence. At most %s \
                of the batch is wrong, with the same confidence, also if all that is in doubt were."""
                .formatted(percent(result.rate().rate()), percent(result.rate().lower()), percent(result.rate().upper()),
                        percent(audit.confidence()), percent(result.atMost())));
        var chart = new RateChart(result, audit.bound());
        html.element("div", "", chart.line("All records", result.rate()));
        result.fields().forEach(f -> html.element("div", "", chart.line(title(f.field()), f.rate())));
        html.paragraph("hint", "Bars are the rates, the brackets their exact intervals (Clopper and Pearson)"
                + (audit.bound() == null ? "." : ", the dashed line the bound of " + percent(audit.bound()) + "."));
    }

    private void plan() {
        html.heading("The sample");
        var facts = new ArrayList<List<String>>();
        facts.add(List.of("Batch", audit.batch() + ", " + Counted.of(audit.lotSize(), "record", "records")
                + (audit.validatedOnly() ? " that were validated" : "")));
        facts.add(List.of("Drawn", "%s at random%s, by seed %d, by %s on %s".formatted(Counted.of(audit.sampleSize(), "record", "records"),
                audit.stratifiedBy() == null ? "" : " in proportion to " + title(audit.stratifiedBy()), audit.seed(),
                audit.startedBy(), time(audit.startedAt()))));
        facts.add(List.of("Plan", plan(audit)));
        facts.add(List.of("Judged", "%d right, %d wrong, %d unsure, %d said to be different things by two judges".formatted(result.right(),
                result.wrong(), result.unsure(), result.disputed())));
        if (state.batchSize() != audit.lotSize()) {
            facts.add(List.of("Since then", "the batch has %d such records".formatted(state.batchSize())));
        }
        if (result.agreement() != null) {
            facts.add(List.of("Agreement", agreement(result.agreement())));
        }
        html.facts(facts);
    }

    private static String plan(Audit audit) {
        return switch (audit.method()) {
            case AQL -> "ISO 2859-1, single sampling, normal inspection, AQL %s, level %s, code letter %s".formatted(audit.aql(),
                    audit.level(), audit.codeLetter());
            case BOUND -> "to show that at most %s of the batch is wrong, with %s confidence%s".formatted(percent(audit.bound()),
                    percent(audit.confidence()), audit.expected() > 0 ? ", where " + percent(audit.expected()) + " is expected" : "");
            case SIZE -> "so many records as were asked for" + (audit.bound() == null ? "" : ", to show that at most "
                    + percent(audit.bound()) + " is wrong, with " + percent(audit.confidence()) + " confidence");
        };
    }

    private static String agreement(Agreement agreement) {
        return "%s and %s, neither knowing of the other, said the same of %d of %d records".formatted(agreement.first(),
                agreement.second(), agreement.same(), agreement.records())
                + (agreement.kappa() == null ? "" : String.format(Locale.ROOT, "; Cohen’s κ is %.2f", agreement.kappa()));
    }

    private void faults() {
        List<List<String>> rows = said(Verdict.WRONG).stream().flatMap(j -> j.faults().stream().map(f -> List.of(
                Long.toString(record(j).intakeId()), name(record(j)), title(f.field()), audit.entity().intake().field(f.field())
                        .map(record(j).row()::text).orElse("(empty)"), f.reason(), j.judge()))).toList();
        if (rows.isEmpty()) {
            html.paragraph("", "None.");
        } else {
            html.table(List.of("Row", "Name", "Field", "It says", "What is wrong", "Judge"), rows);
        }
    }

    private void doubts() {
        List<List<String>> rows = said(Verdict.UNSURE).stream()
                .map(j -> List.of(Long.toString(record(j).intakeId()), name(record(j)), j.judge())).toList();
        if (!rows.isEmpty()) {
            html.heading("Records of which somebody was unsure");
            html.table(List.of("Row", "Name", "Judge"), rows);
        }
    }

    private List<Judgement> said(Verdict verdict) {
        return state.judgements().stream().filter(j -> j.verdict() == verdict).sorted(Comparator.comparingInt(Judgement::place)
                .thenComparing(Judgement::judge)).toList();
    }

    private void signatures() {
        html.heading("Who judged");
        for (AuditState.JudgeProgress judge : state.judges()) {
            Instant first = state.judgements().stream().filter(j -> j.judge().equals(judge.judge())).map(Judgement::at)
                    .min(Comparator.naturalOrder()).orElseThrow();
            html.paragraph("signature", "%s, %s from %s to %s".formatted(judge.judge(), Counted.of(judge.judged(), "record", "records"),
                    time(first), time(judge.last())));
        }
    }

    private SampledRecord record(Judgement judgement) {
        return sample.get(judgement.place());
    }

    private String title(String column) {
        return ColumnNames.of(audit.entity().intake(), column);
    }

    private String name(SampledRecord of) {
        return audit.entity().intake().title().stream().map(of.row()::text).filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static String time(Instant at) {
        return TIME.format(at.atZone(ZoneId.systemDefault()));
    }

    static String percent(double share) {
        String text = String.format(Locale.ROOT, "%.2f", 100 * share);
        return text.replaceFirst("\\.?0+$", "") + " %";
    }
}
