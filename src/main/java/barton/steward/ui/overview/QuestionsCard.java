package barton.steward.ui.overview;

import atlantafx.base.theme.Styles;
import barton.steward.service.question.NamedQuery;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.actions.QuestionFlow;
import barton.steward.ui.support.Messages;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The questions that stewards ask, each a link to its rows; those that figures answer stand beside it.
final class QuestionsCard extends VBox {
    QuestionsCard(AppContext context) {
        setId("overview-questions");
        getStyleClass().addAll("card", "funnel");
        var title = new Label(Messages.get("overview.questions"));
        title.getStyleClass().add(Styles.TITLE_4);
        var links = new FlowPane();
        links.getStyleClass().add("question-links");
        for (NamedQuery question : NamedQuery.values()) {
            if (question.findsRows()) {
                var link = new Hyperlink(question.text());
                link.setId("question-" + question.title());
                link.setMinWidth(USE_PREF_SIZE);
                link.setOnAction(e -> QuestionFlow.ask(context, question));
                links.getChildren().add(link);
            }
        }
        getChildren().addAll(title, links);
    }
}
