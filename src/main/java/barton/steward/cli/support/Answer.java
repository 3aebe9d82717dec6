package barton.steward.cli.support;

import java.util.List;

/// What a command has to say: an object for scripts, a text for people, complaints for standard error, and its exit code.
public record Answer(Object json, String text, List<String> complaints, int exitCode) {
    public static Answer done(Object json, String text) {
        return new Answer(json, text, List.of(), ExitCode.DONE);
    }

    public static Answer wrong(Object json, String text, List<String> complaints) {
        return new Answer(json, text, complaints, ExitCode.WRONG);
    }
}
