package barton.steward.cli.matching;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.TextTable;
import barton.steward.model.matching.MatchQuality;
import barton.steward.model.matching.MatchQuality.Figures;
import barton.steward.model.matching.MatchQuality.Mistake;
import barton.steward.model.matching.MatchRun;
import java.util.List;
import java.util.Locale;

/// How well a search did, as scripts see it.
record MeasureAnswer(String batch, long run, long known, Figures shown, Figures best, List<Mistake> wrong, List<Mistake> missed) {
    static Answer of(String batch, MatchRun run, MatchQuality quality) {
        return Answer.done(new MeasureAnswer(batch, run.id(), quality.known(), rounded(quality.shown()), rounded(quality.best()),
                quality.wrong(), quality.missed()), text(quality));
    }

    private static Figures rounded(Figures f) {
        return new Figures(f.from(), f.found(), rounded(f.precision()), rounded(f.recall()), rounded(f.f1()));
    }

    private static double rounded(double share) {
        return Math.round(share * 10_000) / 10_000.0;
    }

    private static String text(MatchQuality quality) {
        var figures = new TextTable("THRESHOLD", "FROM", "PAIRS", "PRECISION", "RECALL", "F1");
        row(figures, "in force", quality.shown());
        row(figures, "best", quality.best());
        var text = new StringBuilder("%d pairs are known to be the same.%n".formatted(quality.known())).append(figures);
        mistakes(text, "Found, and not the same", quality.wrong());
        mistakes(text, "The same, and not found", quality.missed());
        return text.toString().stripTrailing();
    }

    private static void row(TextTable table, String name, Figures f) {
        table.row(name, f.from(), f.found(), share(f.precision()), share(f.recall()), share(f.f1()));
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }

    private static void mistakes(StringBuilder text, String title, List<Mistake> mistakes) {
        if (!mistakes.isEmpty()) {
            var table = new TextTable("SCORE", "ONE", "NAME", "OTHER", "NAME");
            mistakes.forEach(m -> table.row(m.score() == null ? "-" : m.score(), m.one(), m.oneName(), m.other(), m.otherName()));
            text.append("%n%n%s, the worst first:%n".formatted(title)).append(table);
        }
    }
}
