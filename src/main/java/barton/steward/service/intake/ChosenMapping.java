package barton.steward.service.intake;

import barton.steward.catalog.HeaderText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A mapping of which a steward says some columns herself: a header that she gives to a column is taken from every other.
public final class ChosenMapping {
    private ChosenMapping() {
    }

    /// @param recognised headers by column
    /// @param said       a header of the file by column, written as in the file or nearly so
    public static Map<String, List<String>> of(List<String> header, Map<String, List<String>> recognised, Map<String, String> said) {
        var chosen = new LinkedHashMap<String, List<String>>();
        List<String> given = said.values().stream().map(name -> inFile(header, name)).toList();
        recognised.forEach((column, headers) -> {
            var left = new ArrayList<>(headers);
            left.removeAll(given);
            if (!left.isEmpty()) {
                chosen.put(column, left);
            }
        });
        said.forEach((column, name) -> chosen.put(column, List.of(inFile(header, name))));
        return chosen;
    }

    private static String inFile(List<String> header, String name) {
        if (header.contains(name)) {
            return name;
        }
        String folded = HeaderText.folded(name);
        return header.stream().filter(h -> !folded.isEmpty() && HeaderText.folded(h).equals(folded)).findFirst().orElse(name);
    }
}
