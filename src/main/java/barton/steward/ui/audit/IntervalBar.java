package barton.steward.ui.audit;

import barton.steward.model.audit.ErrorRate;
import barton.steward.ui.support.Messages;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/// A rate as a bar, its interval as a bracket over it, and the bound that was wished for as a dashed line: told apart by their shapes.
final class IntervalBar extends Region {
    private static final double LEAST = 3;
    private static final double BRACKET = 10;

    private final Region fill = part("interval-rate");
    private final Region bracket = part("interval-bracket");
    private final Region line = part("interval-bound");
    private final ErrorRate rate;
    private final Double bound;
    private final double scale;

    /// @param bound null for none
    /// @param scale the share at the right end
    IntervalBar(ErrorRate rate, Double bound, double scale) {
        this.rate = rate;
        this.bound = bound;
        this.scale = scale;
        getStyleClass().add("interval-bar");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        String text = Messages.get("audit.interval", ResultPane.percent(rate.rate()), ResultPane.percent(rate.lower()),
                ResultPane.percent(rate.upper()));
        setAccessibleText(bound == null ? text : Messages.get("audit.interval.bound", text, ResultPane.percent(bound)));
        getChildren().addAll(fill, bracket, line);
        line.setVisible(bound != null);
    }

    private static Region part(String kind) {
        var part = new Region();
        part.getStyleClass().add(kind);
        return part;
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        fill.resizeRelocate(0, height / 4, rate.rate() == 0 ? 0 : Math.max(LEAST, at(rate.rate())), height / 2);
        double from = at(rate.lower());
        bracket.resizeRelocate(from, (height - BRACKET) / 2, Math.max(LEAST, at(rate.upper()) - from), BRACKET);
        line.resizeRelocate(bound == null ? 0 : at(bound), 0, 2, height);
    }

    private double at(double share) {
        return snapPositionX(getWidth() * Math.min(1, share / scale));
    }
}
