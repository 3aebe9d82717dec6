package barton.steward.cli.update;

import barton.steward.catalog.ColumnNames;
import barton.steward.catalog.Table;
import barton.steward.cli.support.Answer;
import barton.steward.cli.support.Refusals;
import barton.steward.cli.support.TextTable;
import barton.steward.model.Counted;
import barton.steward.model.intake.ImportReport;
import barton.steward.model.intake.ImportReport.Refusal;
import barton.steward.model.update.UpdateReport;
import barton.steward.model.update.UpdateReport.Diff;
import barton.steward.model.update.UpdateReport.FieldDiff;
import barton.steward.model.update.UpdateReport.Misfit;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;

/// Says what updating from a file came to, or would.
final class UpdateAnswer {
    private static final int SHOWN = 20;

    private UpdateAnswer() {
    }

    static Answer of(Table table, UpdateReport report, boolean done) {
        var json = new Summary(report.writes(), done ? report.writes() : 0, report.fresh(), report.same(), report.changed(),
                report.conflicts(), report.ambiguous(), report.promoted(), report.refused(), report.fields(), report.diffs(),
                report.misfits(), report.action() == 0 ? null : report.action(), report.taken() == null ? null : Taken.of(report.taken()));
        String text = sentence(report, done) + taken(report.taken()) + fields(table, report) + diffs(table, report);
        List<String> complaints = complaints(report);
        return complaints.isEmpty() ? Answer.done(json, text) : Answer.wrong(json, text, complaints);
    }

    private static String sentence(UpdateReport report, boolean done) {
        String records = Counted.of(report.writes(), "record", "records");
        String what = done && report.writes() == 0 ? "No record was updated"
                : done ? "%s updated (action %d)".formatted(records, report.action())
                : "%s would be updated; nothing was changed".formatted(records);
        return "%s. Rows of the file: %d changed, %d the same, %d new, %d in conflict, %d ambiguous, %d promoted, %d refused.".formatted(
                what, report.changed(), report.same(), report.fresh(), report.conflicts(), report.ambiguous(), report.promoted(),
                report.refused());
    }

    private static String taken(ImportReport taken) {
        return taken == null ? "" : "\n%s taken into batch %s%s%s.".formatted(Counted.of(taken.taken(), "new row", "new rows"),
                taken.batch(), taken.action() == null ? "" : " (action " + taken.action() + ")",
                taken.refused() == 0 ? "" : "; %d refused".formatted(taken.refused()));
    }

    private static String fields(Table of, UpdateReport report) {
        if (report.fields().isEmpty()) {
            return "";
        }
        var table = new TextTable("COLUMN", "FILLED", "OVERWRITTEN", "EMPTIED", "NOT TAKEN");
        report.fields().forEach(f -> table.row(ColumnNames.of(of, f.field()), f.fills(), f.overwrites(), f.empties(), f.kept()));
        String advice = report.fields().stream().filter(f -> f.kept() > 0).findFirst()
                .map(f -> "\nWhat is not taken is taken where you say so: --prefer "
                        + quoted(ColumnNames.of(of, f.field()) + "=file")).orElse("");
        return "\n" + table + advice;
    }

    /// As a shell takes it for one word.
    private static String quoted(String word) {
        return word.indexOf(' ') < 0 ? word : "\"" + word + "\"";
    }

    private static String diffs(Table of, UpdateReport report) {
        if (report.diffs().isEmpty()) {
            return "";
        }
        var table = new TextTable("LINE", "RECORD", "COLUMN", "RECORD SAYS", "FILE SAYS", "TAKEN");
        report.diffs().stream().limit(SHOWN).forEach(d -> table.row(d.line(), d.id(), ColumnNames.of(of, d.field()), d.record(), d.file(),
                d.written() ? "yes" : "no"));
        return "\n" + table + (report.diffs().size() > SHOWN ? "\n… and more; --json tells the first 1,000." : "");
    }

    private static List<String> complaints(UpdateReport report) {
        long all = report.conflicts() + report.ambiguous() + report.promoted() + report.refused();
        var named = report.misfits().stream().limit(SHOWN)
                .map(m -> "Line %d, %s: %s.".formatted(m.line(), m.key().isBlank() ? "no key" : m.key(), m.reason()));
        Stream<String> more = all > SHOWN ? Stream.of("… and %d more.".formatted(all - SHOWN)) : Stream.of();
        var refusals = report.taken() == null ? List.<String>of()
                : Refusals.complaints(report.taken().refusals(), report.taken().refused());
        return Stream.of(named, more, refusals.stream()).flatMap(s -> s).toList();
    }

    private record Summary(long announced, long updated, @JsonProperty("new") long fresh, long same, long changed,
                           long conflicts, long ambiguous, long promoted, long refused,
                           List<FieldDiff> fields, List<Diff> diffs, List<Misfit> misfits, Long action, Taken taken) {
    }

    private record Taken(String batch, long rows, long refused, Long action, List<Refusal> refusals) {
        static Taken of(ImportReport report) {
            return new Taken(report.batch(), report.taken(), report.refused(), report.action(), report.refusals());
        }
    }
}
