package barton.steward.ui.start;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.Table;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.controls.RunningPane;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.ProblemLine;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What an empty database offers: the sample companies, or a CSV file of one's own, or another database.
public final class OfferView extends VBox {
    private final Button sample;

    /// @param connect opens the way to another database
    public OfferView(AppContext context, Runnable connect) {
        setId("offer");
        getStyleClass().add("state-pane");
        var model = new OfferViewModel(context.session(), context.tasks());
        model.reportProperty().addListener((o, old, report) -> {
            context.changed(Table.INTAKE);
            context.open(FigureQueries.imported(report.batch()));
        });
        var title = new Label(Messages.get("offer.title"));
        title.getStyleClass().add(Styles.TITLE_2);
        Label text = Dialogs.paragraph(Messages.get("offer.text"));
        text.getStyleClass().add("offer-text");
        sample = choice("offer-sample", Feather.PACKAGE, model::loadSample);
        sample.getStyleClass().add(Styles.ACCENT);
        var choices = new HBox(card("sample", sample), card("import", choice("offer-import", Feather.DOWNLOAD, context::importCsv)),
                card("connect", choice("offer-connect", Feather.DATABASE, connect)));
        choices.getStyleClass().add("offer-choices");
        var running = new RunningPane("offer-running", Messages.get("offer.loading"), model.rowsProperty(), model::cancel);
        running.setMaxWidth(USE_PREF_SIZE);
        var idle = model.loadingProperty().not();
        getChildren().addAll(title, text, Nodes.shownWhile(idle, choices), Nodes.shownWhile(model.loadingProperty(), running),
                new ProblemLine("offer-problem", model.problemProperty()));
    }

    /// The keyboard goes to what is offered first.
    @Override
    public void requestFocus() {
        sample.requestFocus();
    }

    private static Button choice(String id, Ikon icon, Runnable run) {
        var button = new Button(Messages.get(id.replace('-', '.')), new FontIcon(icon));
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(e -> run.run());
        return button;
    }

    private static VBox card(String name, Button button) {
        Label hint = Nodes.hint(Messages.get("offer." + name + ".hint"));
        var card = new VBox(button, hint);
        card.getStyleClass().addAll("card", "offer-card");
        return card;
    }
}
