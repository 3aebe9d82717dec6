package barton.steward.ui.chart;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.XYChart;

/// Percentages one after the other, as points on a line. Where there are too many to write at each, it is written at the first, the last
/// and the lowest.
public final class LineParts extends LineChart<String, Number> {
    private final List<ChartPart> parts;
    private final List<PartNode> nodes;

    public LineParts(String title, List<ChartPart> parts) {
        super(new CategoryAxis(), Axes.percents());
        this.parts = List.copyOf(parts);
        this.nodes = this.parts.stream().map(p -> new PartNode(p, false)).toList();
        setAnimated(false);
        setLegendVisible(false);
        setAccessibleText(title);
        getStyleClass().add("parts-chart");
        ((CategoryAxis) getXAxis()).setCategories(FXCollections.observableList(parts.stream().map(ChartPart::category).toList()));
        getXAxis().setAnimated(false);
        var series = new XYChart.Series<String, Number>();
        var focus = new PartsFocus();
        for (int i = 0; i < parts.size(); i++) {
            var data = new XYChart.Data<String, Number>(parts.get(i).category(), parts.get(i).size());
            data.setNode(nodes.get(i));
            series.getData().add(data);
            focus.add(nodes.get(i));
        }
        getData().add(series);
        nodes.forEach(PartNode::styled);
    }

    @Override
    protected void layoutPlotChildren() {
        super.layoutPlotChildren();
        double room = getXAxis().getWidth() / Math.max(1, parts.size());
        boolean all = nodes.stream().allMatch(n -> n.textWidth() < room);
        int lowest = IntStream.range(0, parts.size()).boxed().min(Comparator.comparingDouble(i -> parts.get(i).size())).orElse(0);
        for (int i = 0; i < nodes.size(); i++) {
            nodes.get(i).showText(all || i == 0 || i == lowest || i == nodes.size() - 1);
        }
    }
}
