package barton.steward.model.alert;

import java.math.BigDecimal;

/// One figure for a monitor.
///
/// @param label the name of its label; null where it has none
/// @param of    what the label says
public record Metric(String name, String help, String label, String of, BigDecimal value) {
}
