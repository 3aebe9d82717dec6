package barton.steward.dao.intake;

import java.util.Map;

/// How a file was taken: which header fills each column of intake, how many of its rows were refused and how many got a note.
public record FileTally(Map<String, String> mapping, long refused, long noted) {
}
