package barton.steward.service.intake;

import barton.steward.catalog.HeaderText;
import barton.steward.catalog.Headers.Claim;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the column that a header is likely to mean: it has the words of a name that is known and not many others, or is written nearly
/// like one.
final class Likeness {
    private static final double ENOUGH = 0.5;
    private static final double NEARLY = 0.85;
    private static final int SHORTEST = 5;
    /// A header that ends so is about the thing, not the thing itself.
    private static final Set<String> ABOUT = Set.of("id", "ids", "type", "types", "status", "count", "date", "time", "note", "notes",
            "score", "rank", "owner", "source", "sources", "description", "confidence", "verified", "valid", "validity", "flag", "rating",
            "growth", "year", "link", "revenue", "opt", "out", "optout", "subscribed", "created", "updated", "modified", "extension",
            "ext", "accuracy", "grade", "format", "domain", "latitude", "longitude");

    private final List<Claim> names;

    Likeness(List<Claim> names) {
        this.names = names;
    }

    Optional<String> best(String header) {
        List<String> words = HeaderText.words(header.replaceAll("\\([^)]*\\)", " "));
        String folded = HeaderText.folded(header);
        if (words.isEmpty() || folded.length() < SHORTEST) {
            return Optional.empty();
        }
        return names.stream().map(name -> new Scored(name.column(), score(words, folded, name.name())))
                .filter(s -> s.score >= ENOUGH).max(Comparator.comparingDouble(Scored::score)).map(Scored::column);
    }

    private record Scored(String column, double score) {
    }

    private static double score(List<String> words, String folded, String name) {
        List<String> wanted = HeaderText.words(name);
        String letters = HeaderText.folded(name);
        if (letters.length() < SHORTEST) {
            return 0;
        }
        if (words.containsAll(wanted) && wanted.contains(words.getLast())) {
            return (double) letters.length() / folded.length();
        }
        double near = 1 - (double) distance(folded, letters) / Math.max(folded.length(), letters.length());
        return near >= NEARLY && (wanted.contains(words.getLast()) || !ABOUT.contains(words.getLast())) ? near : 0;
    }

    /// How many letters have to be changed, added or left out.
    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(before[j - 1] + change, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[b.length()];
    }
}
