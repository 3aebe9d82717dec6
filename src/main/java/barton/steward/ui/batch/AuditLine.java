package barton.steward.ui.batch;

import barton.steward.model.audit.Audit;
import barton.steward.model.audit.AuditResult;
import barton.steward.model.audit.AuditState;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import java.util.stream.Collectors;
import javafx.scene.control.Hyperlink;

/// How an audit of the batch stands; opens it.
final class AuditLine extends Hyperlink {
    AuditLine(AppContext context, AuditState state) {
        Audit audit = state.audit();
        setId("audit-" + audit.id());
        setWrapText(true);
        setText(text(state));
        setOnAction(e -> context.audit(audit.entity(), audit.batch()));
    }

    private static String text(AuditState state) {
        AuditResult result = state.result();
        String sample = Messages.get("batch.audit", Formats.time(state.audit().startedAt()), state.sample().size(),
                state.audit().lotSize());
        if (result == null) {
            return sample + " " + (state.judges().isEmpty() ? Messages.get("batch.audit.open") : state.judges().stream()
                    .map(j -> Messages.get("batch.audit.progress", j.judge(), j.judged(), state.sample().size()))
                    .collect(Collectors.joining(", ")));
        }
        return sample + " " + Messages.get("batch.audit.result", percent(result.rate().rate()),
                percent(result.rate().lower()), percent(result.rate().upper()))
                + " " + Messages.get("audit.outcome." + (state.end() == null ? result.outcome() : state.end().outcome()));
    }

    private static String percent(double share) {
        return Messages.get("audit.percent", 100 * share);
    }
}
