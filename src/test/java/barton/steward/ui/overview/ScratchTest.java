package barton.steward.ui.overview;

import barton.steward.ui.support.DemoDesk;
import barton.steward.ui.support.TestBench;
import java.util.Set;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class ScratchTest {
    @Test
    void look() {
        var desk = DemoDesk.over(DemoDesk.database());
        var figures = new OverviewViewModel.Figures(desk.daos().overview().overview(), desk.daos().intake().batches(),
                Set.of("20251024-WV-BATCH1"), desk.daos().log().latest(8));
        System.out.println(figures);
        TestBench bench = TestBench.show(desk, 1180, 860, b -> {
            var content = new VBox(new FigureCards(figures, b), new BatchFunnel(figures, b), new LatestRuns(figures.runs(), b));
            content.getStyleClass().addAll("overview", "overview-content");
            return content;
        });
        bench.picture("scratch");
    }
}
