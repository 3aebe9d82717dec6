package barton.steward.ui.support;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Shape;

/// Contrasts as WCAG 2 reckons them, of the colours that nodes have now on those of the nodes they stand in.
final class Contrast {
    private Contrast() {
    }

    /// The least contrast of a colour of the node on what lies under it.
    static double of(Node node, Color colour) {
        double alpha = colour.getOpacity() * opacity(node);
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        List<Color> grounds = grounds(node, new Point2D(bounds.getCenterX(), bounds.getCenterY()));
        return grounds.stream().mapToDouble(ground -> ratio(over(colour, alpha, ground), ground)).min().orElseThrow();
    }

    /// The greatest contrast that an edge or a fill of the region has with what the region stands in.
    static double ofEdge(Region region) {
        Stream<Paint> strokes = region.getBorder() == null ? Stream.of()
                : region.getBorder().getStrokes().stream().map(BorderStroke::getBottomStroke);
        Stream<Paint> fills = region.getBackground() == null ? Stream.of()
                : region.getBackground().getFills().stream().map(BackgroundFill::getFill);
        Bounds bounds = region.localToScene(region.getLayoutBounds());
        List<Color> around = grounds(region.getParent(), new Point2D(bounds.getCenterX(), bounds.getCenterY()));
        double alpha = opacity(region);
        return Stream.concat(strokes, fills).filter(Color.class::isInstance).map(Color.class::cast)
                .mapToDouble(c -> around.stream().mapToDouble(g -> ratio(over(c, c.getOpacity() * alpha, g), g)).min().orElseThrow())
                .max().orElse(1);
    }

    static double opacity(Node node) {
        return node == null ? 1 : node.getOpacity() * opacity(node.getParent());
    }

    static double ratio(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /// What can lie at a place of the scene under a node: one colour, or the ends of a gradient. The text of a part of a chart may stand
    /// above it; and what a pop-over stands on is a shape beside its content.
    private static List<Color> grounds(Node node, Point2D place) {
        if (node == null) {
            return List.of(Color.WHITE);
        }
        List<Color> grounds = grounds(node.getParent(), place);
        if (node.getParent() != null) {
            for (Node beside : node.getParent().getChildrenUnmodifiable()) {
                if (beside instanceof Shape shape && shape.getStyleClass().contains("border") && shape.getFill() instanceof Color colour) {
                    grounds = List.of(over(colour, colour.getOpacity(), grounds.getFirst()));
                }
            }
        }
        boolean under = !node.getStyleClass().contains("chart-part") || node.localToScene(node.getLayoutBounds()).contains(place);
        if (under && node instanceof Region region && region.getBackground() != null) {
            for (BackgroundFill fill : region.getBackground().getFills()) {
                var next = new ArrayList<Color>();
                for (Color colour : colours(fill.getFill())) {
                    grounds.forEach(g -> next.add(over(colour, colour.getOpacity() * opacity(node), g)));
                }
                grounds = next.isEmpty() ? grounds : next.stream().distinct().toList();
            }
        }
        return grounds;
    }

    private static List<Color> colours(Paint paint) {
        return switch (paint) {
            case Color colour -> List.of(colour);
            case LinearGradient gradient -> gradient.getStops().stream().map(Stop::getColor).distinct().toList();
            default -> List.of();
        };
    }

    private static Color over(Color colour, double alpha, Color ground) {
        return Color.color(mix(colour.getRed(), ground.getRed(), alpha), mix(colour.getGreen(), ground.getGreen(), alpha),
                mix(colour.getBlue(), ground.getBlue(), alpha));
    }

    private static double mix(double colour, double ground, double alpha) {
        return Math.clamp(colour * alpha + ground * (1 - alpha), 0, 1);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
