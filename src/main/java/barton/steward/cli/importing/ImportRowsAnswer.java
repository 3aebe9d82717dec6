package barton.steward.cli.importing;

import barton.steward.catalog.ColumnNames;
import barton.steward.catalog.Entity;
import barton.steward.cli.support.Answer;
import barton.steward.cli.support.Refusals;
import barton.steward.model.Counted;
import barton.steward.model.file.FileFormat;
import barton.steward.model.intake.FileColumn;
import barton.steward.model.intake.ImportPlan;
import barton.steward.model.intake.ImportPreview;
import barton.steward.model.intake.ImportReport;
import barton.steward.model.intake.ImportReport.PassedOver;
import barton.steward.model.intake.ImportReport.Refusal;
import barton.steward.model.intake.Repeats;
import barton.steward.service.intake.ImportFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Says how a file was read and what became of its rows, or would become.
final class ImportRowsAnswer {
    private final ImportPreview preview;
    private final ImportPlan plan;
    private final Map<String, String> proposed;
    private final Repeats repeats;
    private final UnaryOperator<String> titles;

    /// @param accepted whether what is proposed was taken
    ImportRowsAnswer(Entity entity, ImportPreview preview, ImportPlan plan, boolean accepted, Repeats repeats) {
        this.titles = column -> ColumnNames.of(entity.intake(), column);
        this.repeats = repeats;
        this.preview = preview;
        this.plan = plan;
        this.proposed = new TreeMap<>(accepted ? Map.of() : preview.proposed());
        this.proposed.keySet().removeAll(plan.mapping().keySet());
    }

    /// Nothing can be taken, because nothing says what the rows are called.
    Answer nameless(Entity entity) {
        var left = preview.columns().stream().filter(c -> plan.mapping().values().stream().noneMatch(h -> h.contains(c.header()))).toList();
        Answer answer = of(new ImportReport(plan.batch(), 0, 0, 0, List.of(), null, new PassedOver(0, 0, List.of(), 0, left)), true);
        return Answer.wrong(answer.json(), answer.text(),
                List.of("No header of the file says what the %s are called.".formatted(entity.plural())));
    }

    Answer of(ImportReport report, boolean dryRun) {
        FileFormat format = preview.format();
        PassedOver over = report.passedOver();
        var file = new ReadFile(format.kind().title(), format.charset() == null ? null : format.charset().name(),
                format.delimiter() == null ? null : format.delimiter().toString(), format.sheet(), format.sheets(), format.headerLine(),
                format.header(), format.remarks());
        var summary = new Summary(report.batch(), dryRun ? 0 : report.taken(), report.refused(), report.noted(),
                report.action(), report.taken(), file, new TreeMap<>(plan.mapping()), proposed, over.left(), over.empty(),
                over.repeatedHeaders(), over.below(), over.split(),
                repeats, report.refusals());
        String text = "%s %staken into batch %s, %d of them with a note; %d refused%s.".formatted(Counted.rows(report.taken()),
                dryRun ? "would be " : "", report.batch(), report.noted(), report.refused(),
                dryRun ? "; nothing was taken" : report.action() == null ? "" : " (action " + report.action() + ")")
                + String.join("", facts(format, over, dryRun).stream().map(fact -> "\n" + fact).toList());
        if (report.refused() == 0 && report.taken() > 0) {
            return Answer.done(summary, text);
        }
        List<String> complaints = new ArrayList<>(Refusals.complaints(report.refusals(), report.refused()));
        if (report.refused() == 0) {
            complaints.add("No row of the file was one that could be taken.");
        }
        return Answer.wrong(summary, text, complaints);
    }

    private List<String> facts(FileFormat format, PassedOver over, boolean dryRun) {
        var said = new ImportFacts(titles);
        var facts = new ArrayList<String>();
        if (dryRun) {
            facts.add(said.reading(format));
            facts.add("Filled: " + plan.mappingInWords().entrySet().stream()
                    .map(m -> titles.apply(m.getKey()) + " from “" + m.getValue() + "”").sorted().collect(Collectors.joining("; ")) + ".");
        }
        facts.addAll(said.claims(plan.mapping()));
        facts.addAll(format.remarks());
        facts.addAll(said.repeats(repeats));
        facts.addAll(said.passedOver(over));
        if (!proposed.isEmpty()) {
            facts.add("May be meant (--accept-proposed): " + proposed.entrySet().stream()
                    .map(p -> "%s from “%s”".formatted(titles.apply(p.getKey()), p.getValue())).collect(Collectors.joining("; ")) + ".");
        }
        return facts;
    }

    private record ReadFile(String kind, String encoding, String delimiter, String sheet, List<String> sheets, long headerLine,
                            List<String> header, List<String> remarks) {
    }

    private record Summary(String batch, long taken, long refused, long noted, Long action, long announced, ReadFile file,
                           Map<String, List<String>> mapping, Map<String, String> proposed, List<FileColumn> left, long empty,
                           long repeatedHeaders, List<String> below, long split, Repeats repeats, List<Refusal> refusals) {
    }
}
