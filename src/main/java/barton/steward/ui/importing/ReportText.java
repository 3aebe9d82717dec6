package barton.steward.ui.importing;

import barton.steward.model.intake.ImportReport;
import barton.steward.model.intake.ImportReport.Refusal;
import java.util.stream.Collectors;

/// The refused rows of an import as CSV, to be pasted or saved.
final class ReportText {
    private ReportText() {
    }

    static String of(ImportReport report) {
        return "line,column,reason\n" + report.refusals().stream().map(ReportText::line).collect(Collectors.joining());
    }

    private static String line(Refusal refusal) {
        return refusal.line() + "," + quoted(refusal.column()) + "," + quoted(refusal.reason()) + "\n";
    }

    private static String quoted(String text) {
        return text.matches("[^\",\r\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
