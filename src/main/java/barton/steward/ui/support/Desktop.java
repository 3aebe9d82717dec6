package barton.steward.ui.support;

import barton.steward.config.Preferences;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The desktop around the windows, which shows short notices where it can: by `notify-send`, on macOS by `osascript`, on Windows by what
/// comes with it. Texts are arguments or variables of their own, which no shell and no script reads as its own words.
public final class Desktop {
    /// Leaves notices out.
    public static final Desktop NONE = new Desktop(Map.of(), "none");

    private static final String WANTED = "desktop-notices";
    private static final String TITLE = "STEWARD_NOTICE_TITLE";
    private static final String TEXT = "STEWARD_NOTICE_TEXT";
    private static final String TOAST = """
            $ErrorActionPreference = 'Stop'
            $manager = [Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]
            $toast = $manager::GetTemplateContent([Windows.UI.Notifications.ToastTemplateType]::ToastText02)
            $texts = $toast.GetElementsByTagName('text')
            [void]$texts.Item(0).AppendChild($toast.CreateTextNode($env:STEWARD_NOTICE_TITLE))
            [void]$texts.Item(1).AppendChild($toast.CreateTextNode($env:STEWARD_NOTICE_TEXT))
            $silent = $toast.CreateElement('audio')
            $silent.SetAttribute('silent', 'true')
            [void]$toast.DocumentElement.AppendChild($silent)
            $app = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\\WindowsPowerShell\\v1.0\\powershell.exe'
            $manager::CreateToastNotifier($app).Show([Windows.UI.Notifications.ToastNotification]::new($toast))""";

    private final Map<String, String> environment;
    private final String system;

    /// @param environment in whose `PATH` programs are looked for
    /// @param system      as `os.name` calls it
    public Desktop(Map<String, String> environment, String system) {
        this.environment = environment;
        this.system = system.toLowerCase(Locale.ROOT);
    }

    /// Whether the steward wants notices; she does until she says that she does not.
    public static boolean wanted(Preferences preferences) {
        return preferences.get(WANTED, Boolean.class).orElse(true);
    }

    /// Remembers whether she does.
    public static void want(Preferences preferences, boolean wanted) {
        preferences.put(WANTED, wanted);
    }

    /// Shows a notice, without a sound; nothing happens where the desktop has no means. Blocks for a moment, so never on the FX thread.
    public void show(String title, String text) {
        try {
            Optional<List<String>> command = command(title, text);
            if (command.isPresent()) {
                var builder = new ProcessBuilder(command.get()).redirectErrorStream(true).redirectOutput(Redirect.DISCARD);
                builder.environment().clear();
                builder.environment().putAll(variables(title, text));
                builder.start().getOutputStream().close();
            }
        } catch (IOException _) {
            // What wants attention stands in the overview anyhow.
        }
    }

    private Optional<List<String>> command(String title, String text) {
        if (system.contains("win")) {
            return program("powershell.exe").map(p -> List.of(p, "-NoProfile", "-NonInteractive", "-WindowStyle", "Hidden", "-Command",
                    TOAST));
        }
        if (system.contains("mac")) {
            return program("osascript").map(p -> List.of(p, "-e", "on run texts", "-e",
                    "display notification (item 2 of texts) with title (item 1 of texts)", "-e", "end run", title, text));
        }
        return program("notify-send").map(p -> List.of(p, "--app-name=Barton Steward", "--urgency=low",
                "--hint=boolean:suppress-sound:true", "--", title, text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")));
    }

    /// Nothing of what opens databases and mail servers is passed on.
    private Map<String, String> variables(String title, String text) {
        var variables = new HashMap<>(environment);
        variables.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("STEWARD_") || name.startsWith("AWS_"));
        if (system.contains("win")) {
            variables.putAll(Map.of(TITLE, title, TEXT, text));
        }
        return variables;
    }

    private Optional<String> program(String name) {
        return Stream.of(environment.getOrDefault("PATH", environment.getOrDefault("Path", "")).split(File.pathSeparator))
                .filter(folder -> !folder.isBlank()).map(folder -> Path.of(folder, name)).filter(Path::isAbsolute)
                .filter(Files::isExecutable).map(Path::toString).findFirst();
    }
}
