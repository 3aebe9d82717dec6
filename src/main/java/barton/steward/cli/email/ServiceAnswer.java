package barton.steward.cli.email;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.Refusals;
import barton.steward.model.Counted;
import barton.steward.model.email.EmailJobReport;
import java.util.ArrayList;
import java.util.OptionalLong;

/// Says how asking a service went, or would go.
final class ServiceAnswer {
    private ServiceAnswer() {
    }

    static Answer of(EmailJobReport report, boolean dryRun) {
        var summary = new Summary(report.service(), report.waiting().people(), report.waiting().addresses(), report.earlier(),
                report.asked(), report.answered(), report.spent(),
                report.creditsLeft().isPresent() ? report.creditsLeft().getAsLong() : null,
                report.taken().map(t -> ResultsSummary.of(t, false)).orElse(null),
                report.trouble().map(EmailJobReport.Trouble::what).orElse(null));
        String text = dryRun ? looked(report) : asked(report);
        var complaints = new ArrayList<String>();
        report.trouble().ifPresent(t -> complaints.add(t.what() + " " + t.advice()));
        report.taken().filter(t -> t.refused() > 0).ifPresent(t -> complaints.addAll(Refusals.complaints(t.refusals(), t.refused())));
        return complaints.isEmpty() ? Answer.done(summary, text) : Answer.wrong(summary, text, complaints);
    }

    private static String looked(EmailJobReport report) {
        return waiting(report) + (report.asked() == 0 ? " Nobody would be asked about." : " %s would be asked about %s, for %s at most."
                .formatted(report.service(), addresses(report.asked()), credits(report.asked()))) + left(report.creditsLeft())
                + (report.earlier() == 0 ? "" : " Before that %s of an earlier run would be taken."
                .formatted(Counted.of(report.earlier(), "answer", "answers")));
    }

    private static String asked(EmailJobReport report) {
        String text = waiting(report) + (report.earlier() == 0 ? "" : " %s of an earlier run %s taken first."
                .formatted(Counted.of(report.earlier(), "answer", "answers"), report.earlier() == 1 ? "was" : "were"));
        if (report.asked() > 0) {
            long open = report.asked() - report.answered();
            text += " %s answered about %s, for %s at most.%s".formatted(report.service(), addresses(report.answered()),
                    credits(report.spent()), open == 0 ? "" : " %s stayed without an answer and %s in the queue."
                    .formatted(addresses(open), open == 1 ? "waits" : "wait"));
        }
        return text + left(report.creditsLeft())
                + report.taken().map(t -> System.lineSeparator() + ResultsSummary.text(t, false)).orElse("");
    }

    private static String waiting(EmailJobReport report) {
        return "%s with %s %s.".formatted(Counted.of(report.waiting().people(), "person", "people"),
                addresses(report.waiting().addresses()), report.waiting().people() == 1 ? "waits" : "wait");
    }

    private static String left(OptionalLong credits) {
        return credits.isEmpty() ? "" : " The account has %s left.".formatted(credits(credits.getAsLong()));
    }

    private static String addresses(long number) {
        return Counted.of(number, "address", "addresses");
    }

    private static String credits(long number) {
        return Counted.of(number, "credit", "credits");
    }

    private record Summary(String service, long peopleWaiting, long addressesWaiting, long earlierAnswers, long asked, long answered,
                           long creditsAtMost, Long creditsLeft, ResultsSummary results, String trouble) {
    }
}
