package barton.steward.cli.audit;

import barton.steward.catalog.ColumnNames;
import barton.steward.catalog.Table;
import barton.steward.cli.support.Share;
import barton.steward.cli.support.TextTable;
import barton.steward.cli.support.Times;
import barton.steward.model.Counted;
import barton.steward.model.audit.Agreement;
import barton.steward.model.audit.Audit;
import barton.steward.model.audit.AuditPlan;
import barton.steward.model.audit.AuditResult;
import barton.steward.model.audit.AuditState;
import barton.steward.model.audit.SampledRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Says how an audit stands.
final class AuditText {
    private AuditText() {
    }

    static String plan(AuditPlan plan) {
        return "%s of %d would be drawn.".formatted(Counted.of(plan.sampleSize(), "record", "records"), plan.lotSize())
                + (plan.codeLetter() == null ? "" : " Code letter " + plan.codeLetter() + ".")
                + (plan.accept() == null ? "" : " The batch is accepted where at most %d are wrong, and else not."
                        .formatted(plan.accept()))
                + " Where none is wrong, at most %s of the batch are, with %s confidence.".formatted(Share.shown(plan.shown()),
                        Share.shown(plan.request().confidence()))
                + (plan.request().stratifiedBy() == null ? "" : "\n" + strata(plan));
    }

    private static String strata(AuditPlan plan) {
        var table = new TextTable(ColumnNames.of(plan.request().entity().intake(), plan.request().stratifiedBy())
                .toUpperCase(Locale.ROOT), "RECORDS", "DRAWN");
        plan.strata().forEach(s -> table.row(s.value().isEmpty() ? "(none)" : s.value(), s.records(), s.drawn()));
        return table.toString();
    }

    static String of(AuditState state, String judge) {
        var lines = new ArrayList<String>();
        lines.add(head(state.audit()));
        lines.add(state.judges().isEmpty() ? "Nobody has judged yet." : state.judges().stream()
                .map(j -> "%s judged %d of %d".formatted(j.judge(), j.judged(), state.sample().size()))
                .collect(Collectors.joining(", ", "", ".")));
        if (state.batchSize() != state.audit().lotSize()) {
            lines.add("The batch had %d such records when the sample was drawn, and has %d now.".formatted(state.audit().lotSize(),
                    state.batchSize()));
        }
        if (state.result() != null) {
            lines.addAll(result(state));
        } else {
            state.open(judge).stream().findFirst().ifPresent(next -> lines.add(next(state, next)));
        }
        if (state.end() != null && state.end().why() != null) {
            lines.add("%s let the batch go on %s: %s".formatted(state.end().by(), Times.shown(state.end().at()), state.end().why()));
        }
        if (state.holds()) {
            lines.add("The batch is not promoted before the audit accepts it.");
        }
        return String.join("\n", lines);
    }

    private static String head(Audit audit) {
        return "Audit %s of batch %s, by %s on %s: %s of %d%s, drawn by seed %d.".formatted(audit.id(), audit.batch(), audit.startedBy(),
                Times.shown(audit.startedAt()), Counted.of(audit.sampleSize(), "record", "records"), audit.lotSize(),
                audit.stratifiedBy() == null ? "" : " by " + ColumnNames.of(audit.entity().intake(), audit.stratifiedBy()), audit.seed())
                + (audit.accept() == null ? "" : " At most %d may be wrong (%s).".formatted(audit.accept(), asked(audit)));
    }

    private static String asked(Audit audit) {
        return audit.bound() != null ? "bound %s, confidence %s".formatted(Share.shown(audit.bound()), Share.shown(audit.confidence()))
                : "ISO 2859-1, AQL %s, level %s, code letter %s".formatted(audit.aql(), audit.level(), audit.codeLetter());
    }

    private static String next(AuditState state, SampledRecord record) {
        Table intake = state.audit().entity().intake();
        String fields = intake.editableFields().stream().filter(f -> record.row().get(f) != null)
                .map(f -> "  " + ColumnNames.of(intake, f) + ": " + record.row().text(f))
                .collect(Collectors.joining("\n"));
        return "Next is record %d of %d, id %d:\n%s".formatted(record.place(), state.sample().size(), record.intakeId(), fields);
    }

    private static List<String> result(AuditState state) {
        AuditResult result = state.result();
        Audit audit = state.audit();
        Table intake = audit.entity().intake();
        var lines = new ArrayList<String>();
        lines.add("%d right, %d wrong, %d unsure, %d disputed.".formatted(result.right(), result.wrong(), result.unsure(),
                result.disputed()));
        lines.add("%s wrong (%s to %s), and at most %s of the batch, with %s confidence.".formatted(Share.shown(result.rate().rate()),
                Share.shown(result.rate().lower()), Share.shown(result.rate().upper()), Share.shown(result.atMost()),
                Share.shown(audit.confidence())));
        lines.add(switch (result.outcome()) {
            case ACCEPTED -> "The batch is accepted.";
            case REJECTED -> "The batch is not accepted.";
            case UNSETTLED -> "It is not settled: it depends on the records of which somebody was unsure or two said different things.";
            case MEASURED, LIFTED -> "Nothing was asked of the batch.";
        });
        agreement(result.agreement(), lines);
        if (!result.fields().isEmpty()) {
            var fields = new TextTable("FIELD", "WRONG", "RATE", "FROM", "TO");
            result.fields().forEach(f -> fields.row(ColumnNames.of(intake, f.field()), f.rate().wrong(), Share.shown(f.rate().rate()),
                    Share.shown(f.rate().lower()), Share.shown(f.rate().upper())));
            lines.add(fields.toString());
            var rows = new TextTable("ID", "FIELD", "REASON", "JUDGE");
            AuditAnswer.faults(state).forEach(f -> rows.row(f.id(), ColumnNames.of(intake, f.field()), f.reason(), f.judge()));
            lines.add(rows.toString());
        }
        return lines;
    }

    private static void agreement(Agreement agreement, List<String> lines) {
        if (agreement != null) {
            lines.add("%s and %s said the same of %d of %d records; Cohen's kappa %s.".formatted(agreement.first(), agreement.second(),
                    agreement.same(), agreement.records(), agreement.kappa() == null ? "is not defined, because all was said to be the same"
                            : String.format(Locale.ROOT, "%.2f", agreement.kappa())));
        }
    }
}
