package barton.steward.model.profile;

import java.util.List;

/// What is in a column. Each of its rows is empty, has a placeholder, is in error (filled in, but a rule found fault with it when it was
/// last checked) or is fine.
/// @param column   the name of the field; of a file the header
/// @param distinct how many values the rows have that are filled in
/// @param least    the shortest value, of a number the least; null where none is filled in, and so `most`, the longest or greatest
/// @param values   the most frequent values that are filled in, most frequent first
/// @param shapes   what those look like, as `shq.shape` writes it: `999-999-9999`, `Aaaa 99`
/// @param blanks   how empty values that are not NULL are written, and `placeholders` those, as the filter asks for them
/// @param rules    the codes of the rules that found fault with the column in some row
public record ColumnProfile(String column, long fine, long inError, long placeholder, long empty, long distinct, String least, String most,
                            List<ValueCount> values, List<ValueCount> shapes, List<String> blanks, List<String> placeholders,
                            List<String> rules) {
    public long filled() {
        return fine + inError;
    }

    public long rows() {
        return fine + inError + placeholder + empty;
    }
}
