package barton.steward.service.file;

import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Stands between a file and the CSV parser and sees what the parser would take in silence or die of: rows of endless length and
/// text after a closing quote, which it leaves out, NUL characters, a quote that is never closed.
final class RowGuard extends Reader {
    static final int MOST_CHARACTERS = 1_000_000;

    /// What is wrong with a row, in which of its cells (from 0), and how many line breaks were left out of it.
    record Problem(int cell, String reason, long missingLines) {
    }

    private enum Place { CELL_START, PLAIN, QUOTED, AFTER_QUOTE }

    private final Reader source;
    private final char delimiter;
    private final char[] buffer = new char[8192];
    private final Map<Long, Problem> problems = new HashMap<>();
    private final LineCounter passed = new LineCounter();
    private final LineCounter read = new LineCounter();
    private Place place = Place.CELL_START;
    private long rowLine = 1;
    private long missingBefore;
    private int cell;
    private int length;
    private boolean dropping;

    RowGuard(Reader source, char delimiter) {
        this.source = source;
        this.delimiter = delimiter;
    }

    /// What is wrong with the row that begins in this line, counted in what was passed on; each is told once.
    Optional<Problem> problem(long line) {
        return Optional.ofNullable(problems.remove(line));
    }

    @Override
    public int read(char[] target, int offset, int most) throws IOException {
        int to = offset;
        while (to == offset) {
            // One place stays free for the quote that closes a cell cut short.
            int count = source.read(buffer, 0, Math.min(buffer.length, most - 1));
            if (count < 0) {
                end();
                return -1;
            }
            for (int i = 0; i < count; i++) {
                to = pass(buffer[i], target, to);
            }
        }
        return to - offset;
    }

    private int pass(char c, char[] target, int start) {
        int to = start;
        boolean rowEnds = (c == '\n' || c == '\r') && place != Place.QUOTED;
        boolean stray = place == Place.AFTER_QUOTE && !rowEnds && c != delimiter && c != '"';
        read.count(c);
        if (rowEnds) {
            dropping = false;
        } else if (!dropping && ++length > MOST_CHARACTERS) {
            found("makes the row longer than %,d characters".formatted(MOST_CHARACTERS));
            if (place == Place.QUOTED) {
                to = emit('"', target, to);
            }
            dropping = true;
        }
        if (c == 0) {
            found("contains a NUL character");
        }
        if (stray) {
            found("has text after its closing quote");
        } else {
            to = dropping ? to : emit(c, target, to);
            move(c, rowEnds);
        }
        return to;
    }

    private int emit(char c, char[] target, int to) {
        target[to] = c;
        passed.count(c);
        return to + 1;
    }

    private void move(char c, boolean rowEnds) {
        if (rowEnds) {
            endRow();
        } else if (place == Place.QUOTED) {
            place = c == '"' ? Place.AFTER_QUOTE : Place.QUOTED;
        } else if (c == delimiter) {
            place = Place.CELL_START;
            cell++;
        } else if (c == '"' && place != Place.PLAIN) {
            place = Place.QUOTED;
        } else {
            place = Place.PLAIN;
        }
    }

    private void endRow() {
        long missing = read.line() - passed.line();
        if (missing > missingBefore) {
            long more = missing - missingBefore;
            problems.computeIfPresent(rowLine, (line, problem) -> new Problem(problem.cell, problem.reason, more));
        }
        missingBefore = missing;
        rowLine = passed.line();
        place = Place.CELL_START;
        cell = 0;
        length = 0;
    }

    private void end() {
        if (place == Place.QUOTED) {
            problems.put(rowLine, new Problem(cell, "has a quote that is never closed", 0));
        }
    }

    private void found(String reason) {
        problems.putIfAbsent(rowLine, new Problem(cell, reason, 0));
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
