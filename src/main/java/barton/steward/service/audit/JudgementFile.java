package barton.steward.service.audit;

import barton.steward.model.StewardException;
import barton.steward.model.audit.Fault;
import barton.steward.model.audit.Judging;
import barton.steward.model.audit.SampledRecord;
import barton.steward.model.audit.Verdict;
import barton.steward.model.file.FileOptions;
import barton.steward.service.file.FileRow;
import barton.steward.service.file.TableFile;
import barton.steward.service.file.TableRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Judgements in a CSV file with the headers id (the record's in intake), verdict, field and reason. A record with several faults has a
/// line for each. Where one line is wrong, none is taken.
public final class JudgementFile {
    private static final List<String> HEADERS = List.of("id", "verdict", "field", "reason");

    private final Map<Long, Integer> places;
    private final Map<Integer, Verdict> verdicts = new LinkedHashMap<>();
    private final Map<Integer, List<Fault>> faults = new LinkedHashMap<>();

    private JudgementFile(List<SampledRecord> sample) {
        places = sample.stream().collect(Collectors.toMap(SampledRecord::intakeId, SampledRecord::place));
    }

    /// @throws StewardException of kind REFUSED where the file cannot be read or a line of it cannot be taken
    public static List<Judging> read(Path file, List<SampledRecord> sample) {
        var reading = new JudgementFile(sample);
        try (TableRows rows = TableFile.open(file, FileOptions.NONE, HEADERS::contains).rows()) {
            List<String> header = rows.header().stream().map(h -> h.strip().toLowerCase(Locale.ROOT)).toList();
            if (!header.contains("id") || !header.contains("verdict")) {
                throw StewardException.refused("The file has no id or no verdict; nothing was kept.",
                        "Its headers are to be " + String.join(", ", HEADERS) + ".");
            }
            for (FileRow row = rows.next(); row != null; row = rows.next()) {
                if (!row.blank()) {
                    reading.take(header, row);
                }
            }
        }
        return reading.judgings();
    }

    private void take(List<String> header, FileRow row) {
        row.fault().ifPresent(f -> {
            throw refused(row, f.reason());
        });
        String id = cell(header, row, "id");
        Integer place = id.matches("\\d{1,18}") ? places.get(Long.valueOf(id)) : null;
        if (place == null) {
            throw refused(row, "the sample has no record “" + id + "”");
        }
        Verdict verdict = verdict(row, cell(header, row, "verdict"));
        if (verdicts.merge(place, verdict, (before, now) -> before) != verdict) {
            throw refused(row, "record " + id + " was said to be something else before");
        }
        String field = cell(header, row, "field");
        if (verdict == Verdict.WRONG == field.isEmpty()) {
            throw refused(row, verdict == Verdict.WRONG ? "it does not say which field is wrong" : "only wrong records have a field");
        }
        if (verdict == Verdict.WRONG) {
            faults.computeIfAbsent(place, _ -> new ArrayList<>()).add(new Fault(field, cell(header, row, "reason")));
        }
    }

    private static Verdict verdict(FileRow row, String said) {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.name().equalsIgnoreCase(said)) {
                return verdict;
            }
        }
        throw refused(row, "“" + said + "” is not right, wrong or unsure");
    }

    private static String cell(List<String> header, FileRow row, String name) {
        return header.contains(name) ? row.cells().get(header.indexOf(name)).strip() : "";
    }

    private static StewardException refused(FileRow row, String reason) {
        return StewardException.refused("Line " + row.line() + ": " + reason + ". Nothing was kept.", "Correct the line, then take the"
                + " file again.");
    }

    private List<Judging> judgings() {
        return verdicts.entrySet().stream().map(v -> new Judging(v.getKey(), v.getValue(), faults.getOrDefault(v.getKey(), List.of())))
                .toList();
    }
}
