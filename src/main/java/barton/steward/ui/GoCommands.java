package barton.steward.ui;

import barton.steward.service.question.NamedQuery;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.actions.QuestionFlow;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The commands that lead to a view or answer a question, wherever one is. They are in no menu.
final class GoCommands {
    private GoCommands() {
    }

    static List<Command> of(AppContext context, Consumer<ViewId> go) {
        var all = new ArrayList<Command>();
        for (ViewId to : ViewId.values()) {
            all.add(new Command("go-" + to, Messages.get("command.go", to.title()), to.keys(), () -> true, () -> go.accept(to)));
        }
        for (NamedQuery question : NamedQuery.values()) {
            all.add(new Command("ask-" + question.title(), question.text(), null, () -> true, () -> QuestionFlow.ask(context, question)));
        }
        return all;
    }

    static boolean inMenu(Command command) {
        return !command.id().matches("go-.*|ask-.*|escape");
    }
}
