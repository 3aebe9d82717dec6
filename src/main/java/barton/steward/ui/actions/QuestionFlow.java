package barton.steward.ui.actions;

import barton.steward.service.question.CompanyName;
import barton.steward.service.question.NamedQuery;
import barton.steward.ui.support.Messages;
import java.util.Locale;

/// Answers a question of the catalogue: shows its rows, asking first what it is about; figures stand on the overview.
public final class QuestionFlow {
    private QuestionFlow() {
    }

    private static void show(AppContext context, NamedQuery question, String named) {
        if (question.of() == NamedQuery.Of.COMPANY) {
            context.tasks().run(Messages.get("question.company.finding"), () -> CompanyName.id(context.session().tables(), named),
                    id -> question.query(id).ifPresent(context::open));
        } else {
            question.query(named).ifPresent(context::open);
        }
    }

    public static void ask(AppContext context, NamedQuery question) {
        if (question.of() == NamedQuery.Of.ALL || question.of() == NamedQuery.Of.MAYBE_BATCH) {
            question.query(null).ifPresentOrElse(context::open, context::openOverview);
            return;
        }
        String about = question.of().name().toLowerCase(Locale.ROOT);
        context.dialogs().ask(question.text(), Messages.get("question." + about + ".text"), Messages.get("question." + about), "",
                Messages.get("question.ok"), named -> show(context, question, named));
    }
}
