package barton.steward.ui.chart;

import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.StackedBarChart;
import javafx.scene.chart.XYChart;

/// Bars, one for each name on the axis, of one part or of several on top of each other, which a legend then tells apart.
public final class BarParts extends StackedBarChart<String, Number> {
    /// As wide is the room of a bar at most, and of the axis, in pixels.
    private static final double WIDEST = 150;
    private static final double AXIS = 80;
    /// Room above the highest bar for what is written there.
    private static final double HEADROOM = 1.22;

    private final PartsFocus focus = new PartsFocus();

    private BarParts(String title, NumberAxis sizes, List<String> names) {
        super(new CategoryAxis(), sizes);
        setAnimated(false);
        setAccessibleText(title);
        getStyleClass().add("parts-chart");
        ((CategoryAxis) getXAxis()).setCategories(FXCollections.observableList(names));
        getXAxis().setAnimated(false);
        setCategoryGap(names.size() > 12 ? 6 : 22);
        setMaxWidth(AXIS + WIDEST * names.size());
    }

    /// Bars of one part each, with what is written above them.
    public static BarParts of(String title, List<ChartPart> parts) {
        return of(title, Map.of("", parts));
    }

    /// Bars of the parts of each series, by the name that the legend has for it; each series has a part of every bar.
    public static BarParts of(String title, Map<String, List<ChartPart>> series) {
        return stacked(title, series, series.values().stream().flatMap(List::stream).map(ChartPart::category).distinct().toList());
    }

    /// The same, with the names on the axis in their order, for series that have no part of some bars.
    public static BarParts stacked(String title, Map<String, List<ChartPart>> series, List<String> names) {
        double highest = names.stream().mapToDouble(name -> series.values().stream().flatMap(List::stream)
                .filter(p -> p.category().equals(name)).mapToDouble(ChartPart::size).sum()).max().orElse(0);
        var chart = new BarParts(title, Axes.numbers(highest * (series.containsKey("") ? HEADROOM : 1)), names);
        boolean told = !series.containsKey("");
        chart.setLegendVisible(told);
        if (told) {
            chart.getStyleClass().add("stacked-parts");
        }
        series.forEach((name, parts) -> chart.add(name, parts, told));
        return chart;
    }

    private void add(String name, List<ChartPart> parts, boolean inside) {
        var series = new XYChart.Series<String, Number>();
        series.setName(name);
        List<PartNode> nodes = parts.stream().map(p -> new PartNode(p, inside)).toList();
        for (int i = 0; i < parts.size(); i++) {
            var data = new XYChart.Data<String, Number>(parts.get(i).category(), parts.get(i).size());
            data.setNode(nodes.get(i));
            series.getData().add(data);
            focus.add(nodes.get(i));
        }
        getData().add(series);
        nodes.forEach(PartNode::styled);
    }
}
