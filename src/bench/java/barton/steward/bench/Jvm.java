package barton.steward.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Java as the application is started with it.
final class Jvm {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private Jvm() {
    }

    /// The command that starts a class with JavaFX on the module path, as this process was started.
    static List<String> command(List<String> options, String classPath, String main, String... arguments) {
        var command = new ArrayList<>(List.of(JAVA.toString(), "--module-path=" + System.getProperty("jdk.module.path"),
                "--add-modules=javafx.controls", "--enable-native-access=javafx.graphics,ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(Stream.of(arguments).toList());
        return command;
    }

    /// The command that starts a class with everything on the class path, as the launcher starts the application.
    static List<String> launched(List<String> options, String classPath, String main, String... arguments) {
        var command = new ArrayList<>(List.of(JAVA.toString(), "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(List.of(arguments));
        return command;
    }
}
