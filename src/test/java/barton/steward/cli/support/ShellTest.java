package barton.steward.cli.support;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.StewardException;
import barton.steward.model.Work;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ShellTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void saysNothingOfProgressWhereNobodyWatches() {
        shell(false).run(false, () -> {
            Work.progress(1_234);
            return Answer.done(List.of(), "done");
        });

        assertThat(out).hasToString("done\n");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void wipesTheProgressBeforeTheAnswerIsThere() {
        var both = new PrintWriter(out);
        new Shell(both, both, true, Path.of("steward.log")).run(false, () -> {
            Work.progress(1_234);
            return Answer.done(List.of(), "done");
        });

        assertThat(out.toString()).startsWith("\r\033[K1,234 rows").endsWith("\r\033[Kdone\n");
    }

    @Test
    void saysForWhomItWaitsWhereNobodyWatchesToo() {
        for (boolean watched : new boolean[] {true, false}) {
            shell(watched).run(false, () -> {
                Work.waiting("waiting for the promotion of ann since 1 s");
                Work.waiting("waiting for the promotion of ann since 2 s");
                Work.waiting("");
                return Answer.done(List.of(), "done");
            });
        }

        assertThat(err.toString()).startsWith("\r\033[Kwaiting for the promotion of ann since 1 s\r\033[Kwaiting for the promotion of ann"
                + " since 2 s\r\033[K").endsWith("\033[Ksteward: waiting for the promotion of ann since 1 s\n");
    }

    @Test
    void putsComplaintsBesideTheAnswer() {
        int exitCode = shell(false).run(true, () -> Answer.wrong(List.of(1), "one", List.of("Line 3: too long")));

        assertThat(exitCode).isEqualTo(1);
        assertThat(out).hasToString("[1]\n");
        assertThat(err).hasToString("Line 3: too long\n");
    }

    @Test
    void noTextCommandsTheTerminal() {
        shell(false).run(false, () -> Answer.wrong(List.of(), "2 rows of \u001b[2JB\n", List.of("Line 3: \u009b31m")));
        assertThat(out).hasToString("2 rows of \\u001B[2JB\n\n");
        assertThat(err).hasToString("Line 3: \\u009B31m\n");
        shell(false).run(false, () -> {
            throw StewardException.refused("No batch \u001b[31m.", "");
        });
        assertThat(err.toString()).endsWith("steward: No batch \\u001B[31m.\n");
    }

    @Test
    void jsonHasTheSameValuesWithoutControlCharacters() {
        shell(false).run(true, () -> Answer.done(List.of("\u001b[31m\u009b2J"), ""));
        assertThat(out.toString()).doesNotContainPattern("[\\p{Cc}&&[^\n]]");
        assertThat(new JsonMapper().readTree(out.toString()).get(0).asString()).isEqualTo("\u001b[31m\u009b2J");
    }

    @Test
    void namesTheLogWhereNobodyForesawTheFailure() {
        int exitCode = shell(false).run(false, () -> {
            throw new IllegalStateException("odd");
        });

        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString()).contains("odd").contains("steward.log").hasLineCount(1);
    }

    @Test
    void endsWith1WhereItWasRefused() {
        assertThat(shell(false).run(false, () -> {
            throw StewardException.refused("No.", "Ask.");
        })).isEqualTo(1);
        assertThat(err).hasToString("steward: No. Ask.\n");
    }

    private Shell shell(boolean terminal) {
        return new Shell(new PrintWriter(out), new PrintWriter(err), terminal, Path.of("steward.log"));
    }
}
