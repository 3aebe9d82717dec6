package barton.steward.service.audit;

import barton.steward.model.StewardException;
import barton.steward.model.audit.InspectionLevel;
import java.util.List;
import java.util.stream.Collectors;

/// Single sampling plans for normal inspection of ISO 2859-1 (as MIL-STD-105E and ANSI/ASQ Z1.4 have them): table 1 for the code letter,
/// table 2-A for the plan. In table 2-A the acceptance numbers follow its diagonals, which is how it is kept here.
public final class AcceptanceSampling {
    /// Acceptance quality limits of shares of wrong items, in percent.
    public static final List<Double> AQLS = List.of(0.010, 0.015, 0.025, 0.040, 0.065, 0.10, 0.15, 0.25, 0.40, 0.65, 1.0, 1.5, 2.5, 4.0,
            6.5, 10.0);

    private static final String LETTERS = "ABCDEFGHJKLMNPQR";
    private static final int[] SIZES = {2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000};
    /// Up to this size of a lot the letter of the same place in a line of [#CODES] holds, the last one beyond.
    private static final long[] LOTS = {8, 15, 25, 50, 90, 150, 280, 500, 1_200, 3_200, 10_000, 35_000, 150_000, 500_000};
    /// In the order of the levels.
    private static final List<String> CODES = List.of("AAAABBBBCCCCDDD", "AAABBBCCCDDDEEE", "AABBCCDDEEFFGGH", "AABCCDEEFGGHJJK",
            "AABCCDEFGHJKLMN", "ABCDEFGHJKLMNPQ", "BCDEFGHJKLMNPQR");
    /// The sum of the places of a letter and an AQL on the diagonal where the plans accept none.
    private static final int NONE = 14;
    /// The acceptance numbers of the diagonals after it, from the third on; between are two of arrows, the first up, the second down.
    private static final int[] ACCEPT = {1, 2, 3, 5, 7, 10, 14, 21};

    private AcceptanceSampling() {
    }

    /// A plan. Where the sample would be as large as the lot, all of the lot is judged.
    public record Plan(char letter, int sample, int accept) {
    }

    /// @param aql in percent
    /// @throws StewardException of kind REFUSED where the table has no such AQL, or the lot is a single record
    public static Plan of(long lot, InspectionLevel level, double aql) {
        int column = AQLS.indexOf(aql);
        if (column < 0) {
            throw StewardException.refused("ISO 2859-1 has no AQL of " + aql + " %.", "It has "
                    + AQLS.stream().map(a -> String.valueOf(a).replaceFirst("\\.0$", "")).collect(Collectors.joining(", ")) + ".");
        }
        if (lot < 2) {
            throw StewardException.refused("ISO 2859-1 has no plan for a single record.", "Judge it by itself.");
        }
        int row = row(LETTERS.indexOf(letter(lot, level)), column);
        return new Plan(LETTERS.charAt(row), (int) Math.min(SIZES[row], lot), accept(row + column));
    }

    /// The code letter of table 1.
    static char letter(long lot, InspectionLevel level) {
        int place = 0;
        while (place < LOTS.length && lot > LOTS[place]) {
            place++;
        }
        return CODES.get(level.ordinal()).charAt(place);
    }

    /// The row of the first plan to which the arrows of a column lead.
    private static int row(int letter, int column) {
        int diagonal = letter + column;
        boolean up = diagonal == NONE + 1 && letter > 0 || diagonal > NONE + 2 + ACCEPT.length
                || diagonal == NONE + 2 && letter == SIZES.length - 1;
        int row = letter;
        while (!isPlan(row + column)) {
            row += up ? -1 : 1;
        }
        return row;
    }

    private static boolean isPlan(int diagonal) {
        return diagonal == NONE || diagonal > NONE + 2 && diagonal <= NONE + 2 + ACCEPT.length;
    }

    private static int accept(int diagonal) {
        return diagonal == NONE ? 0 : ACCEPT[diagonal - NONE - 3];
    }
}
