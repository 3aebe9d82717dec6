package barton.steward.service.matching;

import barton.steward.model.StewardException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Pairs that are known to be the same, and all that follows from them: what is the same as the same is the same.
final class KnownPairs {
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "different");
    private final Map<String, String> leader = new HashMap<>();

    private KnownPairs() {
    }

    /// Reads a CSV file with the two sides of each pair in its first columns, as the numbers of rows of the file that was imported, from 1,
    /// as numbers of rows of intake, or as IDs of master. A third column may say that a pair is not the same.
    /// @param rows the rows of the batch in their order
    static KnownPairs read(Path file, List<String> rows) {
        List<CsvRecord> lines = lines(file);
        var pairs = new ArrayList<List<String>>();
        for (CsvRecord line : lines) {
            if (line.getFieldCount() < 2 || line.getField(0).isBlank()) {
                continue;
            }
            boolean heading = pairs.isEmpty() && line == lines.getFirst() && line.getField(0).chars().noneMatch(Character::isDigit);
            boolean same = line.getFieldCount() < 3 || !NO.contains(line.getField(2).strip().toLowerCase(Locale.ROOT));
            if (!heading && same) {
                pairs.add(List.of(line.getField(0).strip(), line.getField(1).strip()));
            }
        }
        if (pairs.isEmpty()) {
            throw StewardException.refused(file + " names no pair.",
                    "Give two columns: the rows, or the IDs, of records that are the same.");
        }
        var known = new KnownPairs();
        boolean numbersOfIntake = new HashSet<>(rows).containsAll(pairs.stream().flatMap(List::stream).filter(KnownPairs::isNumber)
                .toList());
        pairs.forEach(pair -> known.join(name(pair.getFirst(), rows, numbersOfIntake, file), name(pair.getLast(), rows, numbersOfIntake,
                file)));
        return known;
    }

    private static List<CsvRecord> lines(Path file) {
        try {
            String head = Files.readAllLines(file).stream().findFirst().orElse("");
            char separator = head.contains("\t") ? '\t' : head.contains(";") && !head.contains(",") ? ';' : ',';
            try (var csv = CsvReader.builder().fieldSeparator(separator).ofCsvRecord(file)) {
                return csv.stream().toList();
            }
        } catch (IOException | UncheckedIOException e) {
            throw StewardException.refused("Cannot read " + file + ": " + e.getMessage(), "Give a CSV file in UTF-8.");
        }
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9') && text.length() < 19;
    }

    private static String name(String said, List<String> rows, boolean numbersOfIntake, Path file) {
        if (!isNumber(said) || numbersOfIntake) {
            return said;
        }
        long row = Long.parseLong(said);
        if (row < 1 || row > rows.size()) {
            throw StewardException.refused("%s names row %d, but the batch has %d rows.".formatted(file, row, rows.size()), "");
        }
        return rows.get((int) row - 1);
    }

    /// From now on these are the same, where one of them is known.
    void alias(String one, String other) {
        if (leader.containsKey(one) || leader.containsKey(other)) {
            join(one, other);
        }
    }

    private void join(String one, String other) {
        leader.put(find(one), find(other));
    }

    private String find(String one) {
        String next = leader.computeIfAbsent(one, own -> own);
        return next.equals(one) ? one : find(next);
    }

    boolean areSame(String one, String other) {
        return leader.containsKey(one) && leader.containsKey(other) && find(one).equals(find(other));
    }

    /// Every two that are the same.
    List<List<String>> all() {
        var groups = new LinkedHashMap<String, List<String>>();
        leader.keySet().stream().sorted().forEach(one -> groups.computeIfAbsent(find(one), _ -> new ArrayList<>()).add(one));
        var pairs = new ArrayList<List<String>>();
        for (List<String> group : groups.values()) {
            for (int i = 0; i < group.size(); i++) {
                for (int j = 0; j < i; j++) {
                    pairs.add(List.of(group.get(i), group.get(j)));
                }
            }
        }
        return pairs;
    }
}
