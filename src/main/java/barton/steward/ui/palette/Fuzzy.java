package barton.steward.ui.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the letters of a pattern, in their order, in a text. Letters at the beginning of words and in a row score best.
final class Fuzzy {
    private static final int FIRST = 12;
    private static final int WORD_START = 8;
    private static final int IN_A_ROW = 6;

    private Fuzzy() {
    }

    /// How well a text fits, and where the letters were found.
    record Fit(int score, List<Integer> positions) {
    }

    /// The best fit; empty where a letter is missing. White space in the pattern stands for nothing, case is ignored.
    static Optional<Fit> fit(String pattern, String text) {
        String wanted = pattern.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return Optional.of(new Fit(0, List.of()));
        }
        String lower = text.toLowerCase(Locale.ROOT);
        Fit best = null;
        for (int start = lower.indexOf(wanted.charAt(0)); start >= 0; start = lower.indexOf(wanted.charAt(0), start + 1)) {
            Fit fit = from(start, wanted, lower);
            if (fit != null && (best == null || fit.score > best.score)) {
                best = fit;
            }
        }
        return Optional.ofNullable(best);
    }

    /// Takes each next letter where it continues the last one, else at the next beginning of a word, else where it comes next.
    private static Fit from(int start, String wanted, String text) {
        var positions = new ArrayList<Integer>();
        int score = -text.length() / 8;
        int last = -1;
        for (int i = 0; i < wanted.length(); i++) {
            char c = wanted.charAt(i);
            int at = i == 0 ? start : next(c, last, text, wanted.length() - i - 1);
            if (at < 0) {
                return null;
            }
            score += at == 0 ? FIRST : isWordStart(text, at) ? WORD_START : 0;
            score += i > 0 && at == last + 1 ? IN_A_ROW : -Math.min(at - last, 3);
            positions.add(at);
            last = at;
        }
        return new Fit(score, positions);
    }

    private static int next(char c, int last, String text, int stillToCome) {
        if (last + 1 < text.length() && text.charAt(last + 1) == c) {
            return last + 1;
        }
        int plain = text.indexOf(c, last + 1);
        for (int at = plain; at >= 0 && at + stillToCome < text.length(); at = text.indexOf(c, at + 1)) {
            if (isWordStart(text, at)) {
                return at;
            }
        }
        return plain;
    }

    private static boolean isWordStart(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
