package barton.steward.service.intake;

import barton.steward.model.Counted;
import barton.steward.model.file.FileFormat;
import barton.steward.model.intake.FileColumn;
import barton.steward.model.intake.ImportReport.PassedOver;
import barton.steward.model.intake.Repeats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// What a steward should know of a file and its import, as sentences, the same in the window and on the command line.
public final class ImportFacts {
    private final UnaryOperator<String> columns;

    /// @param columns what a column of intake is called, by its name in the database
    public ImportFacts(UnaryOperator<String> columns) {
        this.columns = columns;
    }

    /// How the file is read.
    public String reading(FileFormat format) {
        String said = format.kind().title() + (format.charset() == null ? "" : ", " + format.charset().name())
                + (format.delimiter() == null ? "" : ", cells between "
                        + (format.delimiter() == '\t' ? "tabs" : "“" + format.delimiter() + "”"))
                + (format.sheet() == null ? "" : ", sheet “" + format.sheet() + "”");
        return "Read as " + said + (format.headerLine() == 0 ? ", no header." : ", header in line " + format.headerLine() + ".");
    }

    /// Where several headers fill a column.
    public List<String> claims(Map<String, List<String>> mapping) {
        return new TreeMap<>(mapping).entrySet().stream().filter(m -> m.getValue().size() > 1)
                .map(m -> "%s: “%s” first; what it leaves empty is filled from “%s”.".formatted(columns.apply(m.getKey()),
                        m.getValue().getFirst(), String.join("”, “", m.getValue().subList(1, m.getValue().size())))).toList();
    }

    /// What of the file is in intake already, or twice in the file.
    public List<String> repeats(Repeats repeats) {
        var facts = new ArrayList<String>();
        if (repeats.there() > 0) {
            facts.add("In intake already: %d of %s (%s).".formatted(repeats.there(), Counted.rows(repeats.rows()),
                    repeats.batches().stream().map(b -> b.rows() + (b.batch() == null ? " without a batch" : " in batch " + b.batch()))
                            .collect(Collectors.joining(", "))));
        }
        if (repeats.within() > 0) {
            facts.add("More than once in the file: %s.".formatted(Counted.rows(repeats.within())));
        }
        return facts;
    }

    /// What of the file became no row of intake, and what was made of its names.
    public List<String> passedOver(PassedOver over) {
        var facts = new ArrayList<String>();
        if (over.split() > 0) {
            facts.add(Counted.of(over.split(), "full name was", "full names were") + " split into first and last name.");
        }
        if (over.empty() + over.repeatedHeaders() > 0) {
            facts.add("Passed over: %s, %s.".formatted(Counted.of(over.empty(), "empty record", "empty records"),
                    Counted.of(over.repeatedHeaders(), "repeated header", "repeated headers")));
        }
        if (!over.below().isEmpty()) {
            facts.add("Below the table, and left out: " + String.join(" / ", over.below()));
        }
        if (!over.left().isEmpty()) {
            facts.add("No column of intake, and kept with the records: "
                    + over.left().stream().map(ImportFacts::said).collect(Collectors.joining(", ")) + ".");
        }
        return facts;
    }

    private static String said(FileColumn column) {
        return "“%s” (%d filled)".formatted(column.header(), column.filled());
    }
}
