package barton.steward.model;

import java.text.ChoiceFormat;

/// Numbers with what is counted, in the form that fits the number, as the messages of the window choose it: `1 row`, `2 rows`.
public final class Counted {
    private static final double[] FORMS = {0, 1, ChoiceFormat.nextDouble(1)};

    private Counted() {
    }

    public static String rows(long number) {
        return of(number, "row", "rows");
    }

    /// The number, and after it the form that fits: `of(2, "row was", "rows were")`.
    public static String of(long number, String one, String many) {
        return number + " " + new ChoiceFormat(FORMS, new String[] {many, one, many}).format(number);
    }
}
