package barton.steward.cli.support;

import barton.steward.model.intake.ImportReport.Refusal;
import java.util.ArrayList;
import java.util.List;

/// Tells which rows of a file were refused.
public final class Refusals {
    private static final int MOST = 20;

    private Refusals() {
    }

    /// The first of them, and how many there are besides.
    public static List<String> complaints(List<Refusal> refusals, long refused) {
        var complaints = new ArrayList<String>();
        refusals.stream().limit(MOST).forEach(r -> complaints.add("Line %d%s: %s"
                .formatted(r.line(), r.column().isBlank() ? "" : ", " + r.column(), r.reason())));
        if (refused > complaints.size()) {
            complaints.add("… and %d more.".formatted(refused - complaints.size()));
        }
        return complaints;
    }
}
