package barton.steward.model.intake;

import java.util.List;

/// What is known of a column of a file: its header, in how many of the rows that were read it is filled, and a few different values.
public record FileColumn(String header, long filled, List<String> examples) {
}
