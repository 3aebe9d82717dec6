package barton.steward.ui.support;

import barton.steward.service.Question;
import java.util.Locale;

/// Answers a question of the catalogue: shows its rows, asking first what it is about; figures stand on the overview.
public final class QuestionFlow {
    private QuestionFlow() {
    }

    public static void ask(Workbench bench, Question question) {
        if (question.of() == Question.Of.ALL || question.of() == Question.Of.MAYBE_BATCH) {
            question.query(null).ifPresentOrElse(bench::open, bench::openOverview);
            return;
        }
        String about = question.of().name().toLowerCase(Locale.ROOT);
        bench.dialogs().ask(question.text(), Messages.get("question." + about + ".text"), Messages.get("question." + about), "",
                Messages.get("question.ok"), named -> question.query(named).ifPresent(bench::open));
    }
}
