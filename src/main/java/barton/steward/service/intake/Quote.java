package barton.steward.service.intake;

/// A value in a line of notes: in quotes, on one line, and not too long.
final class Quote {
    private static final int LONGEST = 100;

    private Quote() {
    }

    static String of(String value) {
        String start = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
        return '"' + start.replaceAll("\\s+", " ") + '"';
    }
}
