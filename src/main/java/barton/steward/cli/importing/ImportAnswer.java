package barton.steward.cli.importing;

import barton.steward.cli.support.Answer;
import barton.steward.model.Counted;
import barton.steward.model.intake.ImportSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiFunction;

/// Says what taking in the records of a file came to: looks first, then takes exactly as many as it saw.
public final class ImportAnswer {
    private static final int SHOWN = 20;

    private ImportAnswer() {
    }

    /// @param rows    what the records are called
    /// @param whole   whether nothing is taken where one record cannot be
    /// @param taking  looks, or takes the announced number
    public static Answer of(String rows, boolean dryRun, boolean whole, BiFunction<Boolean, OptionalLong, ImportSummary> taking) {
        ImportSummary seen = taking.apply(true, OptionalLong.empty());
        boolean stop = whole && seen.conflicts() + seen.refused() > 0;
        if (dryRun || stop) {
            return answer(seen, 0, "%s would be added, %s changed%s; nothing was changed.%s"
                    .formatted(rows(seen.added(), rows), seen.changed(), beside(seen), earlier(seen)));
        }
        ImportSummary done = taking.apply(false, OptionalLong.of(seen.writes()));
        String actions = done.actions().isEmpty() ? "" : " (action%s %s)".formatted(done.actions().size() > 1 ? "s" : "",
                String.join(", ", done.actions().stream().map(String::valueOf).toList()));
        String run = done.run() == null || done.run().run() == null ? "" : " Checked in run %s: %d passed, %d failed."
                .formatted(done.run().run(), done.run().passed(), done.run().failed());
        return answer(done, done.writes(), "%s added, %s changed%s%s.%s%s".formatted(rows(done.added(), rows), done.changed(), beside(done),
                actions, run, earlier(done)));
    }

    private static String earlier(ImportSummary report) {
        return report.earlier() == null ? "" : " " + report.earlier().sentence();
    }

    private static String rows(long number, String rows) {
        return Counted.of(number, rows.replaceFirst("s$", ""), rows);
    }

    private static String beside(ImportSummary report) {
        return ", %d say the same already, %d in conflict, %d refused".formatted(report.unchanged(), report.conflicts(), report.refused());
    }

    private static Answer answer(ImportSummary report, long changed, String text) {
        var json = new Summary(report.writes(), changed, report.added(), report.changed(), report.unchanged(), report.conflicts(),
                report.refused(), report.misfits(), report.run() == null ? null : report.run().run(), report.actions(),
                report.earlier() == null ? null : report.earlier().action());
        if (report.conflicts() + report.refused() == 0) {
            return Answer.done(json, text);
        }
        var complaints = new ArrayList<String>();
        report.misfits().stream().limit(SHOWN).forEach(m -> complaints.add("Line %d, %s: %s.".formatted(m.line(),
                m.key().isBlank() ? "no key" : m.key(), m.reason())));
        long more = report.conflicts() + report.refused() - complaints.size();
        if (more > 0) {
            complaints.add("… and %d more.".formatted(more));
        }
        return Answer.wrong(json, text, complaints);
    }

    private record Summary(long announced, long written, long added, long changed, long unchanged, long conflicts, long refused,
                           List<ImportSummary.RejectedRow> misfits, String run, List<Long> actions, Long takenBefore) {
    }
}
