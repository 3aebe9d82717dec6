package barton.steward.cli.support;

import barton.steward.config.Redaction;
import barton.steward.config.Visible;
import barton.steward.model.StewardException;
import barton.steward.model.Work;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// Runs a command's task and says how it ended: the answer on standard output, failures and progress on standard error.
/// With JSON, standard output gets one object in either case.
public final class Shell {
    private static final Logger LOG = LoggerFactory.getLogger(Shell.class);
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean terminal;
    private final Path log;

    /// @param terminal whether somebody watches standard error, and so wants to see progress
    public Shell(PrintWriter out, PrintWriter err, boolean terminal, Path log) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.log = log;
    }

    /// Runs a task that Ctrl-C cancels, in the database too, and shows its answer.
    int run(boolean json, Callable<Answer> task) {
        var progress = new Progress(err, terminal);
        var work = new Work(progress, progress::waiting);
        try (var _ = Interrupt.cancelling(work)) {
            return guard(json, () -> show(json, watched(work, task, progress)));
        }
    }

    private static Answer watched(Work work, Callable<Answer> task, Progress progress) throws Exception {
        try {
            return work.run(task);
        } finally {
            progress.clear();
        }
    }

    /// Tells somebody who watches what takes its time.
    void tell(String sentence) {
        if (terminal) {
            err.println(sentence);
        }
    }

    /// Runs a task that says itself how it ended, by its exit code; only its failures are shown.
    int guard(boolean json, Callable<Integer> task) {
        try {
            return task.call();
        } catch (StewardException e) {
            LOG.info("Refused or failed: {}", e.getMessage(), e);
            return fail(json, e.getMessage(), e.advice(), ExitCode.of(e));
        } catch (Exception e) {
            LOG.error("Unforeseen", e);
            return fail(json, "Something went wrong that nobody foresaw: " + Redaction.clean(e.toString()) + ".",
                    "The details are in " + log + ".", ExitCode.WRONG);
        }
    }

    private int show(boolean json, Answer answer) {
        answer.complaints().forEach(complaint -> err.println(Visible.lines(complaint)));
        out.println(Visible.lines(json ? Json.TEXTS.writeValueAsString(answer.json()) : answer.text()));
        return answer.exitCode();
    }

    /// Tells whoever reads standard error, watched or not.
    void warn(String sentence) {
        err.println("steward: " + Visible.lines(sentence));
    }

    /// Says what is wrong and what helps; returns the exit code.
    public int fail(boolean json, String message, String advice, int exitCode) {
        warn(advice.isBlank() ? message : message + " " + advice);
        if (json) {
            var failure = new LinkedHashMap<String, String>();
            failure.put("error", message);
            failure.put("advice", advice);
            out.println(Visible.lines(Json.TEXTS.writeValueAsString(failure)));
        }
        return exitCode;
    }

    /// Made where somebody asks for it, because that takes its time.
    private static final class Json {
        private static final ObjectMapper TEXTS = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
    }
}
