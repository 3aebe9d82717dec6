package barton.steward.cli.importing;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Says how a file was read and what became of its rows, or would become.
final class ImportRowsAnswer {
    private final ImportPreview preview;
    private final ImportPlan plan;
    private final Map<String, String> proposed;
    private final Repeats repeats;

    /// @param accepted whether what is proposed was taken
    ImportRowsAnswer(ImportPreview preview, ImportPlan plan, boolean accepted, Repeats repeats) {
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
        var facts = new ArrayList<String>();
        if (dryRun) {
            facts.add("Read as " + said(format) + ".");
            facts.add("Filled: " + plan.mappingInWords().entrySet().stream().sorted(Map.Entry.comparingByKey())
                    .map(m -> m.getKey() + " from “" + m.getValue() + "”").collect(Collectors.joining("; ")) + ".");
        }
        plan.mapping().entrySet().stream().filter(m -> m.getValue().size() > 1).sorted(Map.Entry.comparingByKey()).forEach(m -> facts.add(
                "%s: “%s” first; what it leaves empty is filled from “%s”.".formatted(m.getKey(), m.getValue().getFirst(),
                        String.join("”, “", m.getValue().subList(1, m.getValue().size())))));
        facts.addAll(format.remarks());
        if (over.split() > 0) {
            facts.add(Counted.of(over.split(), "full name was", "full names were") + " split into first and last name.");
        }
        if (repeats.there() > 0) {
            facts.add("In intake already: %d of %s (%s).".formatted(repeats.there(), Counted.rows(repeats.rows()),
                    repeats.batches().stream().map(b -> b.rows() + (b.batch() == null ? " without a batch" : " in batch " + b.batch()))
                            .collect(Collectors.joining(", "))));
        }
        if (repeats.within() > 0) {
            facts.add("More than once in the file: %s.".formatted(Counted.rows(repeats.within())));
        }
        if (over.empty() + over.repeatedHeaders() > 0) {
            facts.add("Passed over: %s, %s.".formatted(Counted.of(over.empty(), "empty record", "empty records"),
                    Counted.of(over.repeatedHeaders(), "repeated header", "repeated headers")));
        }
        if (!over.below().isEmpty()) {
            facts.add("Below the table, and left out: " + String.join(" / ", over.below()));
        }
        if (!over.left().isEmpty()) {
            facts.add("No column of intake, and kept with the records: " + over.left().stream().map(ImportRowsAnswer::said)
                    .collect(Collectors.joining(", ")) + ".");
        }
        if (!proposed.isEmpty()) {
            facts.add("May be meant (--accept-proposed): " + proposed.entrySet().stream()
                    .map(p -> "%s from “%s”".formatted(p.getKey(), p.getValue())) .collect(Collectors.joining("; ")) + ".");
        }
        return facts;
    }

    private static String said(FileColumn column) {
        return "“%s” (%d filled)".formatted(column.header(), column.filled());
    }

    private static String said(FileFormat format) {
        String said = format.kind().title() + (format.charset() == null ? "" : ", " + format.charset().name())
                + (format.delimiter() == null ? "" : ", cells between "
                        + (format.delimiter() == '\t' ? "tabs" : "“" + format.delimiter() + "”"))
                + (format.sheet() == null ? "" : ", sheet “" + format.sheet() + "”");
        return format.headerLine() == 0 ? said + ", no header" : said + ", header in line " + format.headerLine();
    }

    private record ReadFile(String kind, String encoding, String delimiter, String sheet, List<String> sheets, long headerLine,
                            List<String> header, List<String> remarks) {
    }

    private record Summary(String batch, long taken, long refused, long noted, Long action, long announced, ReadFile file,
                           Map<String, List<String>> mapping, Map<String, String> proposed, List<FileColumn> left, long empty,
                           long repeatedHeaders, List<String> below, long split, Repeats repeats, List<Refusal> refusals) {
    }
}
