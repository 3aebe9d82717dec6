package barton.steward;

import barton.steward.cli.Commands;
import barton.steward.config.LogFile;
import barton.steward.ui.App;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Stage;

/// Does once, in a home that is thrown away, what every start does: a few commands, or the window to its first rows. The build lets
/// the JVM watch it and keep what it found out, so that later starts need not.
final class AotTraining {
    private static final String BATCH = "TRAINING";
    private static final String SAMPLE = "/barton/steward/sample/companies-wv.csv";

    private final ThrowAwayHome home;
    private final AppRuntime program;

    private AotTraining(ThrowAwayHome home) {
        this.home = home;
        Path log = LogFile.in(home.folders().state());
        this.program = new AppRuntime(home.environment(), log);
    }

    /// Ends with 0 where all of it worked.
    /// @param arguments the folder for the home, and `WINDOW` or `COMMANDS`
    public static void main(String[] arguments) throws IOException {
        try (var home = ThrowAwayHome.makeIn(Path.of(arguments[0]), System.getenv())) {
            var training = new AotTraining(home);
            training.takeIn();
            if (arguments[1].equals("WINDOW")) {
                training.window();
            } else {
                training.commands();
            }
        }
        System.exit(0);
    }

    private void takeIn() throws IOException {
        Path sample = home.folder().resolve("sample.csv");
        try (var in = AotTraining.class.getResourceAsStream(SAMPLE)) {
            Files.copy(in, sample);
        }
        command("import", "companies", sample.toString(), "--batch", BATCH);
    }

    private void commands() {
        command("--help");
        command("status", "--help");
        command("mark", "--batch", BATCH, "--json");
        command("promote", "--batch", BATCH);
        command("promote", "--all");
        command("status");
        command("status", "--json");
        command("log");
        command("history");
        command("export", "intake", "--out", home.folder().resolve("out.csv").toString());
    }

    private void command(String... arguments) {
        var nowhere = new PrintWriter(Writer.nullWriter());
        int exit = Commands.run(program, nowhere, new PrintWriter(System.err, true), false, arguments);
        if (exit != 0) {
            throw new IllegalStateException(String.join(" ", arguments) + " ended with " + exit);
        }
    }

    private void window() {
        Screen.drawNowhere();
        AppRuntime.unpackJavaFxIn(home.folders());
        var preferences = AppRuntime.preferences(home.folders());
        preferences.put("place", "INTAKE");
        App.launch(program::sessions, Optional.empty(), Optional.empty(), preferences, Stage::close);
    }
}
