package barton.steward.ui.chart;

import atlantafx.base.theme.Styles;
import barton.steward.ui.support.Dialogs;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A chart under its title, or why there is nothing to draw.
public final class ChartCard extends VBox {
    public ChartCard(String id, String title, Region chart) {
        this(id, title, (Node) chart);
        chart.setMinHeight(USE_PREF_SIZE);
    }

    private ChartCard(String id, String title, Node content) {
        setId(id);
        getStyleClass().addAll("card", "chart-card");
        var heading = new Label(title);
        heading.getStyleClass().add(Styles.TITLE_4);
        heading.setWrapText(true);
        getChildren().addAll(heading, content);
    }

    /// @param why a sentence on what would have to be there
    public static ChartCard empty(String id, String title, String why) {
        return new ChartCard(id, title, (Node) Dialogs.paragraph(why));
    }
}
