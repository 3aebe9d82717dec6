package barton.steward.service.file;

/// Counts lines that end in CR, LF or CRLF.
final class LineCounter {
    private long line = 1;
    private boolean afterCr;

    void count(char c) {
        if (c == '\r' || c == '\n' && !afterCr) {
            line++;
        }
        afterCr = c == '\r';
    }

    /// The line of the next character, from 1.
    long line() {
        return line;
    }
}
